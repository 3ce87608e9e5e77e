package ir.ramzineh.corebank;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.corebank.ImportReport.Outcome;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.NationalId;
import ir.ramzineh.vault.Vault;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Corrections of a branch against files of the bank. */
@PortalIT
class CorrectedNumbersIT {
    private static final String CUSTOMERS = "national_id,name_fa,name_en,birth_date,mobile\n";

    @Autowired
    private CsvImport csvImport;

    @Autowired
    private CoreBank bank;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Vault vault;

    @Autowired
    private TestClock clock;

    @AfterEach
    void time() {
        clock.reset();
    }

    /** S3.4, decision 014: files come late; what two people corrected stands until the bank's own system shows it knows. */
    @Test
    void aFileFromBeforeACorrectionDoesNotBringTheOldNumberBack() {
        String owner = PeopleFixtures.randomNationalId().digits();
        NationalId person = NationalId.of(owner);
        String row = owner + ",گلی آزمونی,%s,1372/11/03,%s\n";
        imported(row.formatted("Goli", "09120003101"));
        assertThat(changed(person, "+989120003101", "+989120003102")).isEqualTo(NumberWritten.WRITTEN);
        assertThat(changed(person, "+989120003102", "+989120003103")).isEqualTo(NumberWritten.WRITTEN);

        imported(row.formatted("Goli Late", "09120003101"));
        assertThat(number(person)).isEqualTo("09120003103");
        imported(row.formatted("Goli Late", "09120003102"));
        assertThat(number(person)).as("nor the one in between").isEqualTo("09120003103");
        assertThat(bank.customer(person).orElseThrow().name().en())
                .as("the rest of the row counts")
                .isEqualTo("Goli Late");

        imported(row.formatted("Goli", "09120003103"));
        imported(row.formatted("Goli", "09120003101"));
        assertThat(number(person))
                .as("the bank had caught up, this is its own wish")
                .isEqualTo("09120003101");
    }

    @Test
    void aThirdNumberInAFileIsTheBanksOwnAndANumberThatWasTakenBackStaysAway() {
        String owner = PeopleFixtures.randomNationalId().digits();
        NationalId person = NationalId.of(owner);
        String row = owner + ",گلی آزمونی,Goli,1372/11/03,%s\n";
        imported(row.formatted("09120003111"));
        changed(person, "+989120003111", "+989120003112");
        changed(person, "+989120003112", "+989120003111");
        imported(row.formatted("09120003112"));
        assertThat(number(person)).as("the change that was taken back").isEqualTo("09120003111");

        imported(row.formatted("09120003113"));
        assertThat(number(person)).isEqualTo("09120003113");
    }

    /** A customer may have taken the old number back at the head office: after some days the file is the bank's word. */
    @Test
    void aCorrectionEndsAfterItsTimeAndItsRowGoes() {
        String owner = PeopleFixtures.randomNationalId().digits();
        NationalId person = NationalId.of(owner);
        String row = owner + ",گلی آزمونی,Goli,1372/11/03,%s\n";
        imported(row.formatted("09120003121"));
        changed(person, "+989120003121", "+989120003122");
        clock.advance(Duration.ofDays(30).minusMinutes(1));
        assertThat(imported(row.formatted("09120003121")).numbersKept()).isEqualTo(1);
        assertThat(number(person)).isEqualTo("09120003122");
        assertThat(rowsOf(person)).isEqualTo(1);

        clock.advance(Duration.ofMinutes(2));
        assertThat(imported(row.formatted("09120003121")).numbersKept()).isZero();
        assertThat(number(person)).isEqualTo("09120003121");
        assertThat(rowsOf(person)).isZero();
    }

    /** Before a file is taken, whoever takes it reads how many of its numbers give way, and how many may get codes at once. */
    @Test
    void whatAFileDoesToNumbersIsCountedBeforeItIsTakenAndNothingIsWritten() {
        String late = PeopleFixtures.randomNationalId().digits();
        String moved = PeopleFixtures.randomNationalId().digits();
        String same = PeopleFixtures.randomNationalId().digits();
        String fresh = PeopleFixtures.randomNationalId().digits();
        String row = "%s,گلی آزمونی,Goli,1372/11/03,%s,%s\n";
        for (String owner : List.of(late, moved, same)) {
            imported(owner + ",گلی آزمونی,Goli,1372/11/03,09120003131\n");
        }
        changed(NationalId.of(late), "+989120003131", "+989120003132");
        String file = "national_id,name_fa,name_en,birth_date,mobile,mobile_since\n"
                + row.formatted(late, "09120003131", "2026-01-01T00:00:00Z")
                + row.formatted(moved, "09120003133", "2026-01-01T00:00:00Z")
                + row.formatted(same, "09120003131", "2026-01-01T00:00:00Z")
                + row.formatted(fresh, "09120003134", "2026-01-01T00:00:00Z");

        CsvImport.Preview preview = csvImport.preview(source(file), 2);

        assertThat(preview.report().numbersKept()).isEqualTo(1);
        assertThat(preview.report().numbersDated())
                .as("another number, and another moment for the number that stands")
                .isEqualTo(2);
        assertThat(preview.rows()).isEqualTo(4);
        assertThat(preview.effect().added()).isEqualTo(1);
        assertThat(preview.first()).hasSize(2);
        assertThat(number(NationalId.of(moved))).isEqualTo("09120003131");
        assertThat(rowsOf(NationalId.of(late))).isEqualTo(1);
        ImportReport report = csvImport.run(source(file), false, ImportProgress.none());
        assertThat(report.numbersKept()).isEqualTo(1);
        assertThat(report.numbersDated()).isEqualTo(2);
        assertThat(csvImport.preview(source(file), 2).report().numbersDated())
                .as("the same moments again are no news")
                .isZero();
        assertThat(number(NationalId.of(late))).isEqualTo("09120003132");
        assertThat(bank.customer(NationalId.of(late)).orElseThrow().mobileSince())
                .as("the moment of the other number is not this one's")
                .isNotEqualTo("2026-01-01T00:00:00Z");
    }

    private ImportReport imported(String rows) {
        ImportReport report = csvImport.run(source(CUSTOMERS + rows), false, ImportProgress.none());
        assertThat(report.outcome()).isEqualTo(Outcome.IMPORTED);
        return report;
    }

    private static ImportSource source(String file) {
        return name -> {
            if (!name.equals("customers.csv")) {
                throw new NoSuchFileException(name);
            }
            return new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
        };
    }

    private int rowsOf(NationalId person) {
        return jdbc.sql("""
                        select count(*) from corebank_corrected_number n join corebank_customer c on c.id = n.customer_id
                        where c.national_id_hash in (:hashes)
                        """)
                .param("hashes", vault.lookupHashes(SealedTables.NATIONAL_ID, person.digits()))
                .query(Integer.class)
                .single();
    }

    private NumberWritten changed(NationalId person, String from, String to) {
        return bank.changeNumber(
                person, new MobileNumber(from), new MobileNumber(to), new NumberWriting(from.hashCode(), false));
    }

    private String number(NationalId person) {
        return bank.customer(person).orElseThrow().mobile().national();
    }
}
