package ir.ramzineh.bulkimport;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PlayedBank;
import ir.ramzineh.PortalIT;
import ir.ramzineh.approval.Afterward;
import ir.ramzineh.approval.ApprovalId;
import ir.ramzineh.approval.Approvals;
import ir.ramzineh.approval.Proposal;
import ir.ramzineh.corebank.CsvImport;
import ir.ramzineh.corebank.FileEffect;
import ir.ramzineh.corebank.ImportProgress;
import ir.ramzineh.corebank.ImportReport;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.vault.Field;
import ir.ramzineh.vault.Vault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody decides about a file blind: what it changes of what stands is counted, and the second person reads it. */
@PortalIT
class BulkImportEffectIT {
    private static final String PEOPLE = "national_id,name_fa,name_en,birth_date,mobile,branch\n";
    private static final String CARDS = "card_number,owner_national_id,holder_fa,holder_en,expiry,product,active\n";

    @Autowired
    private BulkImports imports;

    @Autowired
    private Approvals approvals;

    @Autowired
    private CsvImport csvImport;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Vault vault;

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
    void ofCustomersItIsCountedWhoseNumberChangesAndWhoStaysAsTheyAre() {
        String same = person("Sara Test", "09120006601", "");
        String moved = person("Sara Test", "09120006602", "");
        String renamed = person("Sara Test", "09120006603", "");
        String atAnotherBranch = person("Sara Test", "09120006604", StaffFixtures.HOME.digits());
        taken(ImportKind.CUSTOMERS, PEOPLE + same + moved + renamed + atAnotherBranch);
        String file = PEOPLE
                + same
                + moved.replace("09120006602", "09120006612")
                + renamed.replace("Sara", "Zahra")
                + atAnotherBranch.replace(StaffFixtures.HOME.digits(), StaffFixtures.OTHER.digits())
                + person("Sara Test", "09120006605", "");

        assertThat(imports.preview(maker, ImportKind.CUSTOMERS, file).effect())
                .isEqualTo(new FileEffect(1, 3, 1, 1, 0, 0, 0));
        Proposal read = proposed(ImportKind.CUSTOMERS, file);
        assertThat(read.facts())
                .containsEntry("added", "1")
                .containsEntry("changed", "3")
                .containsEntry("unchanged", "1")
                .containsEntry("mobiles-changed", "1")
                .doesNotContainKeys("owners-changed", "cards-stopped", "cards-resumed");
        assertThat(read.afterwards())
                .containsExactly(
                        Afterward.of("import.afterwards.customers", "1"),
                        Afterward.of("import.afterwards.mobiles", "1"),
                        Afterward.of("import.afterwards.changed", "3"));
    }

    @Test
    void ofCardsItIsCountedWhichBecomeAnotherPersonsAndWhichAreStopped() {
        String owner = person("Sara Test", "09120006621", "");
        String other = person("Zahra Test", "09120006622", "");
        taken(ImportKind.CUSTOMERS, PEOPLE + owner + other);
        String ownerId = owner.substring(0, 10);
        String same = card(ownerId, "yes");
        String sold = card(ownerId, "yes");
        String stopped = card(ownerId, "yes");
        String resumed = card(ownerId, "no");
        taken(ImportKind.CARDS, CARDS + same + sold + stopped + resumed);
        String file = CARDS
                + same
                + sold.replace(ownerId, other.substring(0, 10))
                + stopped.replace(",yes", ",no")
                + resumed.replace(",no", ",yes");

        assertThat(imports.preview(maker, ImportKind.CARDS, file).effect())
                .isEqualTo(new FileEffect(0, 3, 1, 0, 1, 1, 1));
        Proposal read = proposed(ImportKind.CARDS, file);
        assertThat(read.facts())
                .containsEntry("owners-changed", "1")
                .containsEntry("cards-stopped", "1")
                .containsEntry("cards-resumed", "1");
        assertThat(read.afterwards())
                .extracting(Afterward::key)
                .containsExactly(
                        "import.afterwards.owners",
                        "import.afterwards.stopped",
                        "import.afterwards.resumed",
                        "import.afterwards.changed");
    }

    @Test
    void aFileThatChangesNothingSaysSo() {
        String same = person("Sara Test", "09120006631", "");
        taken(ImportKind.CUSTOMERS, PEOPLE + same);

        assertThat(proposed(ImportKind.CUSTOMERS, PEOPLE + same).afterwards())
                .containsExactly(Afterward.of("import.afterwards.nothing"));
        assertThat(proposed(ImportKind.CUSTOMERS, PEOPLE + same.replace("Sara", "Zahra"))
                        .afterwards())
                .containsExactly(Afterward.of("import.afterwards.changed", "1"));
    }

    /** A row whose seal does not hold keeps no file from being taken, which mends it. */
    @Test
    void aRowThatDoesNotOpenCountsAsOneWhoseNumberChanges() {
        String known = person("Sara Test", "09120006641", "");
        taken(ImportKind.CUSTOMERS, PEOPLE + known);
        jdbc.sql("update corebank_customer set mobile_sealed = unhex('00ff') where national_id_hash = :hash")
                .param(
                        "hash",
                        vault.lookupHash(new Field("corebank_customer", "national_id_sealed"), known.substring(0, 10)))
                .update();

        assertThat(imports.preview(maker, ImportKind.CUSTOMERS, PEOPLE + known).effect())
                .isEqualTo(new FileEffect(0, 1, 0, 1, 0, 0, 0));
        taken(ImportKind.CUSTOMERS, PEOPLE + known);
        assertThat(imports.preview(maker, ImportKind.CUSTOMERS, PEOPLE + known).effect())
                .isEqualTo(new FileEffect(0, 0, 1, 0, 0, 0, 0));
    }

    private Proposal proposed(ImportKind kind, String file) {
        ApprovalId id = imports.propose(maker, kind, kind.fileName(), file);
        Proposal read = approvals.one(checker, id).orElseThrow().proposal();
        approvals.refuse(checker, id, "no");
        return read;
    }

    private void taken(ImportKind kind, String file) {
        assertThat(csvImport
                        .run(ImportFiles.source(kind, file), false, ImportProgress.none())
                        .outcome())
                .isEqualTo(ImportReport.Outcome.IMPORTED);
    }

    private static String person(String name, String mobile, String branch) {
        return PeopleFixtures.randomNationalId().digits() + ",سارا آزمون," + name + ",1372/11/03," + mobile + ","
                + branch + "\n";
    }

    private static String card(String owner, String active) {
        CardNumber number = PlayedBank.number("610433");
        return number.digits() + "," + owner + ",سارا آزمون,Sara Test,1409/05,NORMAL," + active + "\n";
    }
}
