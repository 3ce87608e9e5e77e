package ir.ramzineh.corebank;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import ir.ramzineh.corebank.ImportReport.Outcome;
import ir.ramzineh.corebank.ImportReport.RowProblem;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.CommandOptions;
import ir.ramzineh.kernel.JalaliDate;
import ir.ramzineh.kernel.NationalId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalIT
class CsvImportIT {
    private static final String CUSTOMERS = "national_id,name_fa,name_en,birth_date,mobile\n";
    private static final String CARDS = "card_number,owner_national_id,holder_fa,holder_en,expiry,product,active\n";
    private static final String ACCOUNTS = "bank,account_number,owner_national_id,kind,balance\n";
    private static final String MOVEMENTS =
            "bank,account_number,reference,at,kind,direction,amount,balance_after,party_fa,party_en\n";

    @Autowired
    CsvImport csvImport;

    @Autowired
    CoreBank bank;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    private final Map<String, byte[]> files = new HashMap<>();

    @Test
    void customersCardsAccountsAndMovementsAreFoundAgain() {
        String owner = nationalId(880000001);
        file("customers.csv", CUSTOMERS + owner + ",گلی آزمونی,Goli Azmouni,1372/11/03,0912 000 3001\n");
        file("cards.csv", CARDS + "6037-9977-0000-0004," + owner + ",گلی آزمونی,Goli Azmouni,1408/03,normal,yes\n");
        file("accounts.csv", ACCOUNTS + "melli,0009000001," + owner + ",SAVINGS,\"1,500,000\"\n");
        file(
                "movements.csv",
                MOVEMENTS
                        + "melli,0009000001,A1,1405/08/01 09:30,SALARY,IN,500,1000,شرکت,Co\n"
                        + "melli,0009000001,A2,1405/08/02 09:30,PURCHASE,OUT,100,900,فروشگاه,Shop\n");

        ImportReport report = run(false);

        assertThat(report.problems()).isEmpty();
        assertThat(report.outcome()).isEqualTo(Outcome.IMPORTED);
        NationalId nationalId = NationalId.of(owner);
        BankCustomer customer = bank.customer(nationalId).orElseThrow();
        assertThat(customer.birthDate())
                .isEqualTo(JalaliDate.parse("1372/11/03").toLocalDate());
        assertThat(customer.mobile().national()).isEqualTo("09120003001");
        assertThat(bank.cards(nationalId)).hasSize(1);
        assertThat(bank.card(CardNumber.of("6037997700000004")))
                .map(BankCard::owner)
                .contains(nationalId);
        Account account = bank.accounts(nationalId).getFirst();
        assertThat(account.balance().amount()).isEqualTo(1_500_000);
        assertThat(bank.movements(account, 10)).extracting(Movement::reference).containsExactly("A2", "A1");
        assertThat(bank.movements(account, 1)).hasSize(1);

        file("customers.csv", CUSTOMERS + owner + ",گلی آزمونی,Goli Azmouni,1372/11/03,۰۹۱۲۰۰۰۳۰۰۲\n");
        assertThat(run(false).outcome()).isEqualTo(Outcome.IMPORTED);

        assertThat(bank.customer(nationalId).orElseThrow().mobile().national()).isEqualTo("09120003002");
        assertThat(bank.cards(nationalId)).hasSize(1);
        assertThat(bank.movements(account, 10)).hasSize(2);
    }

    @Test
    void byteOrderMarkSemicolonsPersianDigitsAndWindowsLinesAreAccepted() {
        String owner = nationalId(880000002);
        String persian = owner.chars()
                .mapToObj(c -> String.valueOf((char) (c - '0' + '۰')))
                .reduce("", String::concat);
        file(
                "customers.csv",
                "\uFEFF" + CUSTOMERS.replace(",", ";").replace("\n", "\r\n") + persian
                        + ";رضا آزمونی;Reza Azmouni;۱۳۷۵/۱۲/۳۰;۰۹۱۲۰۰۰۳۰۰۳\r\n");

        assertThat(run(false).problems()).isEmpty();
        assertThat(bank.customer(NationalId.of(owner))).isPresent();
    }

    @Test
    void everyBadRowIsNamedWithLineAndColumnAndNothingIsHalfImported() {
        String owner = nationalId(880000003);
        file(
                "customers.csv",
                CUSTOMERS + owner + ",آ,A,1370/01/01,09120003004\n"
                        + "9990010073,آ,A,1370/01/01,09120003004\n"
                        + owner + ",آ,A,1370/01/01,09120003004\n"
                        + nationalId(880000004) + ",,A,1371/12/30,02112345678\n"
                        + "too,few\n");
        file("cards.csv", CARDS + "6037997700000005," + nationalId(880000099) + ",آ,A,1408/13,plastic,perhaps\n");

        ImportReport report = run(false);

        assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(report.problems())
                .extracting(RowProblem::fileName, RowProblem::line, RowProblem::column)
                .contains(
                        row("customers.csv", 3, "national_id"),
                        row("customers.csv", 4, "national_id"),
                        row("customers.csv", 5, "name_fa"),
                        row("customers.csv", 5, "birth_date"),
                        row("customers.csv", 5, "mobile"),
                        row("customers.csv", 6, ""),
                        row("cards.csv", 2, "card_number"),
                        row("cards.csv", 2, "expiry"),
                        row("cards.csv", 2, "product"),
                        row("cards.csv", 2, "active"));
        assertThat(report.problems().toString())
                .doesNotContain("9990010073", owner, "6037997700000005", "02112345678", "09120003004");
        assertThat(bank.customer(NationalId.of(owner))).isEmpty();
    }

    @Test
    void rowsThatPointNowhereAreRefused() {
        file("cards.csv", CARDS + "6037997700000012," + nationalId(880000098) + ",آ,A,1408/01,GIFT,no\n");
        file("movements.csv", MOVEMENTS + "melli,0009999999,A1,1405/08/01 09:30,SALARY,IN,5,10,ش,Co\n");

        assertThat(run(true).problems())
                .extracting(RowProblem::column)
                .containsExactly("owner_national_id", "account_number");
    }

    @Test
    void filesThatAreNoTablesAreRefusedInOneSentence() {
        files.put("customers.csv", new byte[] {'n', (byte) 0xff, '\n'});
        assertThat(run(true).problems().toString()).contains("UTF-8");

        file("customers.csv", CUSTOMERS + "\"" + "x".repeat(200_000));
        assertThat(run(true).problems().toString()).contains("closing quote");

        file("customers.csv", "national_id,colour\n");
        assertThat(run(true).problems().toString()).contains("column is missing", "no columns but");

        file("customers.csv", "");
        assertThat(run(true).outcome()).isEqualTo(Outcome.REFUSED);

        files.clear();
        assertThat(run(true).problems()).hasSize(1);
    }

    @Test
    void aDryRunWritesNothing() {
        String owner = nationalId(880000005);
        file("customers.csv", CUSTOMERS + owner + ",آ,A,1370/01/01,09120003005\n");

        assertThat(run(true).outcome()).isEqualTo(Outcome.CHECKED);
        assertThat(bank.customer(NationalId.of(owner))).isEmpty();
    }

    @Test
    void aFileThatChangesBetweenCheckAndWriteIsNotImported() {
        String owner = nationalId(880000006);
        String row = owner + ",آ,A,1370/01/01,09120003006\n";
        int[] opened = new int[1];
        ImportSource source = name -> {
            if (!name.equals("customers.csv")) {
                throw new NoSuchFileException(name);
            }
            String content = CUSTOMERS + row + (opened[0]++ == 0 ? "" : "broken\n");
            return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
        };

        ImportReport report = csvImport.run(source, false, ImportProgress.none());

        assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(bank.customer(NationalId.of(owner))).isEmpty();
    }

    @Test
    void twentyThousandCustomersAreStreamedAndProgressIsTold() {
        StringBuilder content = new StringBuilder(CUSTOMERS);
        for (int i = 0; i < 20_000; i++) {
            content.append(nationalId(870000000 + i))
                    .append(",انبوه,Many,1370/01/01,0912")
                    .append(1_000_000 + i)
                    .append('\n');
        }
        file("customers.csv", content.toString());
        List<Long> done = new ArrayList<>();

        ImportReport report = csvImport.run(this::open, false, (phase, name, rowsDone, total) -> {
            if (phase == ImportProgress.Phase.WRITING) {
                assertThat(total).isEqualTo(20_000);
                done.add(rowsDone);
            }
        });

        assertThat(report.outcome()).isEqualTo(Outcome.IMPORTED);
        assertThat(done).hasSize(40).isSorted().endsWith(20_000L);
        assertThat(bank.customer(NationalId.of(nationalId(870019999)))).isPresent();
    }

    @Test
    void noPersonalValueStandsInAPlainColumn() {
        String owner = nationalId(880000007);
        file("customers.csv", CUSTOMERS + owner + ",نام‌کاناری,Canaryname,1372/11/03,09120003007\n");
        assertThat(run(false).outcome()).isEqualTo(Outcome.IMPORTED);

        String everything = jdbc.sql("select * from corebank_customer order by id desc limit 5")
                .query((row, n) -> {
                    StringBuilder text = new StringBuilder();
                    for (int i = 2; i <= row.getMetaData().getColumnCount(); i++) {
                        Object value = row.getObject(i);
                        text.append(value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : value);
                    }
                    return text.toString();
                })
                .list()
                .toString();

        assertThat(everything).doesNotContain(owner, "Canaryname", "کاناری", "1994-01-23", "9120003007");
    }

    @Test
    void theCommandPrintsAReportAndItsExitCode() throws Exception {
        Files.writeString(folder.resolve("customers.csv"), CUSTOMERS + "123,آ,A,1370/01/01,09120003008\n");
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ImportCommand command = new ImportCommand(csvImport);

        int code = command.run(
                new CommandOptions(Map.of("import", List.of(folder.toString()), "dry-run", List.of())),
                new PrintStream(printed, true, StandardCharsets.UTF_8));

        assertThat(code).isEqualTo(1);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("customers.csv, line 2, column national_id: expected ten digits", "Refused");
    }

    private ImportReport run(boolean dryRun) {
        return csvImport.run(this::open, dryRun, ImportProgress.none());
    }

    private ByteArrayInputStream open(String name) throws NoSuchFileException {
        byte[] content = files.get(name);
        if (content == null) {
            throw new NoSuchFileException(name);
        }
        return new ByteArrayInputStream(content);
    }

    private void file(String name, String content) {
        files.put(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static org.assertj.core.groups.Tuple row(String file, long line, String column) {
        return org.assertj.core.groups.Tuple.tuple(file, line, column);
    }

    /** Nine digits and the check digit that belongs to them. */
    private static String nationalId(int nineDigits) {
        String base = String.valueOf(nineDigits);
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (base.charAt(i) - '0') * (10 - i);
        }
        int remainder = sum % 11;
        return base + (remainder < 2 ? remainder : 11 - remainder);
    }
}
