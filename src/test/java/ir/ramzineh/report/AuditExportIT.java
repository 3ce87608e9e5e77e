package ir.ramzineh.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.staff.NotPermittedException;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import ir.ramzineh.ui.Texts;
import ir.ramzineh.vault.Vault;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The auditor's search and copy: what was asked for and nothing else, inert in every program that opens it (case 23). */
@PortalIT
class AuditExportIT {
    private static final Pattern CARD = Pattern.compile("(?<![0-9])[2-9][0-9]{15}(?![0-9])");
    private static final Pattern MOBILE = Pattern.compile("(?<![0-9])(09|\\+989|00989)[0-9]{9}(?![0-9])");

    @Autowired
    private AuditRoom room;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Vault vault;

    @Autowired
    private IdSource ids;

    @Autowired
    private TestClock clock;

    @Autowired
    private AutowireCapableBeanFactory beans;

    private StaffFixtures staff;
    private StaffFixtures.Known auditor;
    private CustomerId customer;

    @BeforeEach
    void anAuditor() {
        staff = StaffFixtures.of(beans);
        auditor = staff.member(Role.AUDITOR, null);
        customer = new CustomerId(ids.next());
    }

    @Test
    void rowsAreFoundByWhoWhatWhomAndWhen() {
        CardId card = new CardId(ids.next());
        String teller = staff.member(Role.TELLER, StaffFixtures.HOME).userName();
        happens(new AuditEvent(new Actor.Staff(teller), "card.frozen", customer, card, Map.of()));
        happens(new AuditEvent(new Actor.Staff(teller), "card.unfrozen", customer, null, Map.of()));
        happens(AuditEvent.by(customer, "token.renamed", Map.of()));
        TrailQuery all = TrailQuery.all();
        assertThat(kinds(query(teller, "", null, null))).containsExactly("card.unfrozen", "card.frozen");
        assertThat(kinds(query(teller, "card.frozen", null, null))).containsExactly("card.frozen");
        assertThat(kinds(query("", "token", customer, null))).containsExactly("token.renamed");
        assertThat(kinds(query("", "tok", customer, null)))
                .as("no part of a word")
                .isEmpty();
        assertThat(kinds(query("", "c%", customer, null))).as("no pattern").isEmpty();
        assertThat(kinds(query("", "", null, card))).containsExactly("card.frozen");
        assertThat(kinds(new TrailQuery(
                        "", "", customer, null, null, clock.instant().plus(Duration.ofHours(1)), null)))
                .isEmpty();
        assertThat(kinds(new TrailQuery(
                        "",
                        "",
                        customer,
                        null,
                        null,
                        clock.instant().minus(Duration.ofHours(1)),
                        clock.instant().plusSeconds(1))))
                .contains("token.renamed", "card.unfrozen", "card.frozen");
        assertThat(kinds(new TrailQuery(teller, "", null, null, StaffFixtures.HOME, null, null)))
                .hasSize(2);
        assertThat(kinds(new TrailQuery(teller, "", null, null, StaffFixtures.OTHER, null, null)))
                .isEmpty();
        assertThat(room.page(auditor.id(), all, Optional.empty(), 2)).hasSize(2);
    }

    @Test
    void aSearchIsAnEventOnceForAllItsPages() {
        happens(AuditEvent.by(customer, "token.renamed", Map.of()));
        TrailQuery asked = query("", "token.renamed", customer, null);
        long last =
                room.page(auditor.id(), asked, Optional.empty(), 1).getLast().id();
        room.page(auditor.id(), asked, Optional.of(last), 1);
        assertThat(kinds(query(auditor.userName(), "audit.searched", customer, null)))
                .containsExactly("audit.searched");
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        for (int i = 0; i < 7; i++) {
            happens(AuditEvent.by(customer, "token.renamed", Map.of("n", Integer.toString(i))));
        }
        List<Long> seen = new ArrayList<>();
        Optional<Long> before = Optional.empty();
        List<TrailRow> page;
        do {
            page = room.page(auditor.id(), query("", "", customer, null), before, 3);
            page.forEach(row -> seen.add(row.id()));
            before = page.isEmpty() ? before : Optional.of(page.getLast().id());
        } while (!page.isEmpty());
        assertThat(seen).hasSize(7).doesNotHaveDuplicates().isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void aCopyIsInertWhateverSomebodyTyped() throws Exception {
        String hostile = "=cmd|' /C calc'!A0\r\nforged,line\u202e<script>\"quote\"";
        happens(AuditEvent.by(customer, "token.renamed", Map.of("ticket", hostile)));
        happens(new AuditEvent(new Actor.Staff("=HYPERLINK(1)"), "card.frozen", customer, null, Map.of()));
        happens(new AuditEvent(new Actor.Channel("\t@SUM(1)"), "card.frozen", customer, null, Map.of()));
        String csv = export(query("", "", customer, null));
        List<String> lines = csv.lines().toList();
        assertThat(lines).as("heading, three rows and that they were copied").hasSize(5);
        assertThat(csv).doesNotContain("\u202e");
        for (String line : lines.subList(1, lines.size())) {
            assertThat(fields(line))
                    .hasSize(10)
                    .noneMatch(field -> field.strip().matches("^[=+@\\-\\t].*"));
        }
        assertThat(csv).contains("'=HYPERLINK(1)", "'@SUM(1)");
        // The negative control: without the apostrophe the check above would find it.
        assertThat(csv.replace("'=", "=").lines().flatMap(line -> fields(line).stream()))
                .anyMatch(field -> field.startsWith("="));
    }

    @Test
    void aCopySpeaksItsReadersLanguage() throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        room.export(auditor.id(), query("", "", customer, null), Texts.of(Locale.of("fa"))::get, file);
        String head = file.toString(StandardCharsets.UTF_8).lines().findFirst().orElseThrow();
        assertThat(head).contains("شناسه", "کنشگر", "زمان (تهران)").doesNotContainPattern("[A-Za-z]{4,}");
    }

    @Test
    void aCopyIsCompleteOverManyPagesAndIsItselfOnRecord() throws Exception {
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < 2_100; i++) {
                trail.record(AuditEvent.by(customer, "token.renamed", Map.of("n", Integer.toString(i))));
            }
        });
        List<String> lines =
                export(query("", "token.renamed", customer, null)).lines().toList();
        assertThat(lines).hasSize(2_101).doesNotHaveDuplicates();
        assertThat(jdbc.sql("""
                        select count(*) from audit_event
                        where kind = 'audit.exported' and actor_name = :who and customer_id = :customer
                        """)
                        .param("who", auditor.userName())
                        .param("customer", customer.value())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    /** A receiver that is slow holds no connection: within its writes nothing is bound to its thread. */
    @Test
    void aSlowReceiverHoldsNoConnection() throws Exception {
        happens(AuditEvent.by(customer, "token.renamed", Map.of()));
        int[] busiest = {0};
        room.export(auditor.id(), query("", "", customer, null), key -> key, new OutputStream() {
            @Override
            public void write(int b) {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                busiest[0] = Math.max(
                        busiest[0],
                        org.springframework.transaction.support.TransactionSynchronizationManager.getResourceMap()
                                .size());
            }
        });
        assertThat(busiest[0]).as("nothing is bound to the thread that writes").isZero();
    }

    @Test
    void onlyAnAuditorSearchesAndCopiesAndALostRoleEndsBoth() {
        for (Role role : Role.values()) {
            var member =
                    staff.member(role, role == Role.TELLER || role == Role.BRANCH_MANAGER ? StaffFixtures.HOME : null);
            if (role != Role.AUDITOR) {
                assertThatThrownBy(() -> room.page(member.id(), TrailQuery.all(), Optional.empty(), 1))
                        .isInstanceOf(NotPermittedException.class);
                assertThatThrownBy(() ->
                                room.export(member.id(), TrailQuery.all(), key -> key, new ByteArrayOutputStream()))
                        .isInstanceOf(NotPermittedException.class);
            }
        }
        staff.setActive(auditor.id(), false);
        assertThatThrownBy(() -> room.export(auditor.id(), TrailQuery.all(), key -> key, new ByteArrayOutputStream()))
                .isInstanceOf(NotPermittedException.class);
    }

    @Test
    void aLookForACustomerOrACardIsOnRecordFoundOrNot() {
        PlayedBranch branch = new PlayedBranch(jdbc, vault, ids);
        var card = branch.card();
        assertThat(room.card(auditor.id(), card.number())).contains(card.id());
        assertThat(room.customer(auditor.id(), ir.ramzineh.PeopleFixtures.randomNationalId()))
                .isEmpty();
        assertThat(kinds(query(auditor.userName(), "audit", null, null)))
                .containsExactly("audit.customer-looked", "audit.card-looked");
    }

    /** I5: no card number and no mobile number stands in any detail that any test of this run left behind. */
    @Test
    void noPersonalDataCanBeReadInTheTrail() {
        List<String> details = jdbc.sql(
                        "select distinct details from audit_event where kind not like 'code.%' limit 200000")
                .query((row, n) -> row.getString("details"))
                .list();
        assertThat(details).noneMatch(text -> CARD.matcher(text).results().anyMatch(found -> luhn(found.group())));
        assertThat(details).noneMatch(text -> MOBILE.matcher(text).find());
        // The negative control: the scan sees what it looks for.
        assertThat(CARD.matcher("{\"card\":\"6104330000000004\"}").find()).isTrue();
        assertThat(MOBILE.matcher("{\"mobile\":\"09120001002\"}").find()).isTrue();
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            int doubled = i % 2 == 0 ? 2 * digit : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        var found = Pattern.compile("\"((?:[^\"]|\"\")*)\"").matcher(line);
        while (found.find()) {
            fields.add(found.group(1).replace("\"\"", "\""));
        }
        return fields;
    }

    private static TrailQuery query(String actor, String kind, CustomerId customer, CardId card) {
        return new TrailQuery(actor, kind, customer, card, null, null, null);
    }

    private List<String> kinds(TrailQuery query) {
        return room.page(auditor.id(), query, Optional.empty(), 100).stream()
                .map(TrailRow::kind)
                .toList();
    }

    private String export(TrailQuery query) throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        room.export(auditor.id(), query, Texts.of(Locale.ENGLISH)::get, file);
        return file.toString(StandardCharsets.UTF_8);
    }

    private void happens(AuditEvent event) {
        transaction.executeWithoutResult(status -> trail.record(event));
        // Rows of one millisecond stand in no particular order.
        clock.advance(Duration.ofMillis(2));
    }
}
