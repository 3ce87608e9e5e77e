package ir.ramzineh.bulkimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.approval.ApprovalId;
import ir.ramzineh.approval.ApprovalOutcome;
import ir.ramzineh.approval.Approvals;
import ir.ramzineh.corebank.CoreBank;
import ir.ramzineh.gatewaytoken.GatewayStock;
import ir.ramzineh.gatewaytoken.StockProposal;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.NationalId;
import ir.ramzineh.otp.PartAlphabet;
import ir.ramzineh.otp.PartFormat;
import ir.ramzineh.otp.TypedPart;
import ir.ramzineh.staff.NotPermittedException;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import ir.ramzineh.staff.StaffId;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A file is looked at, approved by a second person and taken over once, whole or not at all. */
@PortalIT
class BulkImportIT {
    private static final String HEAD = "national_id,name_fa,name_en,birth_date,mobile\n";

    @Autowired
    private BulkImports imports;

    @Autowired
    private ImportWork work;

    @Autowired
    private ImportTable table;

    @Autowired
    private Approvals approvals;

    @Autowired
    private GatewayStock stock;

    @Autowired
    private CoreBank bank;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private IdSource ids;

    @Autowired
    private AutowireCapableBeanFactory beans;

    private StaffId maker;
    private StaffId checker;

    @BeforeEach
    void twoPeople() {
        StaffFixtures staff = StaffFixtures.of(beans);
        maker = staff.member(Role.ADMINISTRATOR, null).id();
        checker = staff.member(Role.BRANCH_MANAGER, StaffFixtures.HOME).id();
    }

    @Test
    void aPreviewCountsWhatIsNewAndWhatChangesAndMasksIt() {
        NationalId known = imported();
        NationalId fresh = PeopleFixtures.randomNationalId();
        ImportPreview preview = imports.preview(maker, ImportKind.CUSTOMERS, HEAD + row(known) + row(fresh));

        assertThat(preview.isGood()).isTrue();
        assertThat(preview.rows()).isEqualTo(2);
        assertThat(preview.effect().added()).isEqualTo(1);
        assertThat(preview.effect().changed()).isEqualTo(1);
        assertThat(preview.first().toString()).doesNotContain(known.digits(), fresh.digits());
        assertThat(bank.customer(fresh)).isEmpty();
    }

    /** Decision 014: the second person reads that numbers may get codes at once; nothing where there are none. */
    @Test
    void theSecondPersonReadsHowManyNumbersTheFileDates() {
        NationalId known = imported();
        ApprovalId plain = imports.propose(maker, ImportKind.CUSTOMERS, "a.csv", HEAD + row(known));
        assertThat(approvals.one(checker, plain).orElseThrow().proposal().facts())
                .doesNotContainKeys("numbers-kept", "numbers-dated");
        String dated = HEAD.strip() + ",mobile_since\n" + known.digits()
                + ",نام,Name,1372/11/03,09129990099,2026-01-01T00:00:00Z\n";
        ApprovalId id = imports.propose(maker, ImportKind.CUSTOMERS, "b.csv", dated);
        assertThat(approvals.one(checker, id).orElseThrow().proposal().facts())
                .containsEntry("numbers-dated", "1")
                .doesNotContainKey("numbers-kept");
        approvals.refuse(checker, plain, "no");
        approvals.refuse(checker, id, "no");
    }

    @Test
    void aWrongRowIsNamedByItsLineAndNothingOfTheFileIsTaken() {
        NationalId good = PeopleFixtures.randomNationalId();
        String text = HEAD + row(good) + "1234567890,نام,Name,1372/11/03,09120000000\n";
        ImportPreview preview = imports.preview(maker, ImportKind.CUSTOMERS, text);

        assertThat(preview.isGood()).isFalse();
        assertThat(preview.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.column()).isEqualTo("national_id");
            assertThat(problem.reason()).isEqualTo("the check digit does not match");
        });
        assertThatThrownBy(() -> imports.propose(maker, ImportKind.CUSTOMERS, "x", text))
                .hasMessage("error.import.problems");
    }

    @Test
    void nothingHappensBeforeASecondPersonApprovesAndThenOnce() {
        NationalId fresh = PeopleFixtures.randomNationalId();
        ApprovalId approval = imports.propose(maker, ImportKind.CUSTOMERS, "مشتریان.csv", HEAD + row(fresh));
        work.work();
        assertThat(bank.customer(fresh)).isEmpty();
        assertThatThrownBy(() -> approvals.approve(maker, approval, "")).isInstanceOf(NotPermittedException.class);

        assertThat(approvals.approve(checker, approval, "")).isInstanceOf(ApprovalOutcome.Decided.class);

        await().untilAsserted(() -> assertThat(job().state()).isEqualTo(ImportState.DONE));
        assertThat(bank.customer(fresh)).isPresent();
        assertThat(job().checker()).isNotNull();
        assertThat(jdbc.sql("select content_sealed is null from bulk_import where id = :id")
                        .param("id", job().id())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void aNodeThatDiedInTheMiddleLeavesAnImportThatIsDoneAnewWithoutDoubles() {
        NationalId fresh = PeopleFixtures.randomNationalId();
        approvals.approve(checker, imports.propose(maker, ImportKind.CUSTOMERS, "x", HEAD + row(fresh)), "");
        await().untilAsserted(() -> assertThat(job().state()).isEqualTo(ImportState.DONE));
        long customers = customers();
        // As if the node had died after the rows were committed and before that was noted down.
        long id = ids.next();
        String text = HEAD + row(fresh);
        jdbc.sql("update bulk_import set state = 'DONE' where id = :id")
                .param("id", job().id())
                .update();
        table.insert(
                id,
                ImportKind.CUSTOMERS,
                "again",
                text,
                StaffFixtures.of(beans).member(Role.ADMINISTRATOR, null).member(),
                null,
                1,
                java.time.Instant.parse("2026-11-22T10:00:00Z"));
        jdbc.sql("update bulk_import set state = 'RUNNING' where id = :id")
                .param("id", id)
                .update();

        await().untilAsserted(() -> assertThat(state(id)).isEqualTo("DONE"));
        assertThat(customers()).isEqualTo(customers);
    }

    @Test
    void aFileThatIsNotTheOneApprovedIsNotTaken() {
        NationalId fresh = PeopleFixtures.randomNationalId();
        ApprovalId approval = imports.propose(maker, ImportKind.CUSTOMERS, "x", HEAD + row(fresh));
        jdbc.sql("update bulk_import set content_hash = unhex(repeat('00', 32)) where id = :id")
                .param("id", job().id())
                .update();

        assertThat(approvals.approve(checker, approval, "")).isInstanceOf(ApprovalOutcome.NotPossible.class);

        jdbc.sql("update bulk_import set state = 'APPROVED' where id = :id")
                .param("id", job().id())
                .update();
        await().untilAsserted(() -> assertThat(job().state()).isEqualTo(ImportState.FAILED));
        assertThat(job().problem()).isEqualTo("error.import.altered");
        assertThat(bank.customer(fresh)).isEmpty();
    }

    @Test
    void aStoppedImportTakesNothing() {
        NationalId fresh = PeopleFixtures.randomNationalId();
        imports.propose(maker, ImportKind.CUSTOMERS, "x", HEAD + row(fresh));
        long id = job().id();
        assertThat(imports.cancel(maker, id)).as("it is not at work yet").isFalse();
        jdbc.sql("update bulk_import set state = 'APPROVED', cancel = true where id = :id")
                .param("id", id)
                .update();

        await().untilAsserted(() -> assertThat(state(id)).isEqualTo("CANCELLED"));
        assertThat(bank.customer(fresh)).isEmpty();
    }

    @Test
    void serialNumbersGoToTheStockOfTheMakersBranch() {
        StaffId manager = StaffFixtures.of(beans)
                .member(Role.BRANCH_MANAGER, StaffFixtures.HOME)
                .id();
        ImportPreview wrong = imports.preview(manager, ImportKind.SERIALS, "serial\nnot a serial\n");
        assertThat(wrong.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.line()).isEqualTo(2));
        assertThatThrownBy(() -> imports.preview(manager, ImportKind.CUSTOMERS, HEAD))
                .hasMessage("error.import.reach");
        assertThatThrownBy(() -> imports.preview(maker, ImportKind.SERIALS, "x"))
                .hasMessage("error.import.reach");
    }

    @Test
    void aFileOfSerialNumbersThatTwoPeopleDecidedAboutIsInTheStockWithBothNames() {
        StaffFixtures staff = StaffFixtures.of(beans);
        StaffFixtures.Known one = staff.member(Role.BRANCH_MANAGER, StaffFixtures.HOME);
        StaffFixtures.Known other = staff.member(Role.BRANCH_MANAGER, StaffFixtures.HOME);
        String serial = TypedPart.random(new PartFormat(3, PartAlphabet.DIGITS, 12), new SecureRandom())
                .grouped();
        ApprovalId approval = imports.propose(one.id(), ImportKind.SERIALS, "serials.csv", "serial\n" + serial + "\n");
        approvals.approve(other.id(), approval, "");
        await().untilAsserted(() ->
                assertThat(table.latest(one.id(), 1).getFirst().state()).isEqualTo(ImportState.DONE));
        assertThat(jdbc.sql("select details from audit_event where kind = :kind and actor_name = :maker")
                        .param("kind", "gateway-token.stock-added")
                        .param("maker", one.userName())
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains(other.userName(), StaffFixtures.HOME.digits());
        assertThat(stock.propose(one.id(), StaffFixtures.HOME, List.of(serial)).errors())
                .containsExactly(new StockProposal.RowError(1, "gateway.error.serial-known"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"TELLER", "SUPPORT", "AUDITOR"})
    void othersMayNot(Role role) {
        StaffId who = StaffFixtures.of(beans).member(role, StaffFixtures.HOME).id();

        assertThat(imports.may(who, ImportKind.SERIALS)).isFalse();
        assertThatThrownBy(() -> imports.preview(who, ImportKind.CUSTOMERS, HEAD))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> imports.propose(who, ImportKind.CUSTOMERS, "x", HEAD))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> imports.latest(who)).isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> imports.cancel(who, 1)).isInstanceOf(NotPermittedException.class);
    }

    @Test
    void whatIsTooLongIsNotRead() {
        assertThatThrownBy(
                        () -> imports.preview(maker, ImportKind.CUSTOMERS, "x".repeat(BulkImports.FILE_LENGTH_MAX + 1)))
                .isInstanceOf(InvalidValueException.class);
    }

    private NationalId imported() {
        NationalId known = PeopleFixtures.randomNationalId();
        approvals.approve(checker, imports.propose(maker, ImportKind.CUSTOMERS, "x", HEAD + row(known)), "");
        await().untilAsserted(() -> assertThat(job().state()).isEqualTo(ImportState.DONE));
        return known;
    }

    private ImportJob job() {
        return table.latest(maker, 1).getFirst();
    }

    private String state(long id) {
        return jdbc.sql("select state from bulk_import where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private long customers() {
        return jdbc.sql("select count(*) from corebank_customer")
                .query(Long.class)
                .single();
    }

    private static String row(NationalId id) {
        int number = ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999);
        return id.digits() + ",سارا آزمون,Sara Test,1372/11/03,0912" + number + "\n";
    }
}
