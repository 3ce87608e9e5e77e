package ir.ramzineh.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.staff.StaffFixtures.Known;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every action, every role, every branch against a table written down here by hand (security cases 13 and 22). */
@PortalIT
class PermissionTableIT {
    /**
     * What the bank decided, one line for each action: who may do it for a customer of the own branch (o), for any customer
     * of the bank or bank-wide (b), or not at all (-), in the order teller, manager, support, auditor, administrator. It
     * is not made from {@link Permission}: a change there must be made here as well, on purpose.
     */
    private static final String TABLE = """
            CUSTOMER_FIND        o o b - -
            CUSTOMER_VIEW        o o b - -
            GATEWAY_TOKEN_ISSUE  o o - - -
            GATEWAY_TOKEN_STOCK  o o - - b
            GATEWAY_TOKEN_LINK   o o - - -
            GATEWAY_TOKEN_UNLINK o o - - -
            TOKEN_REVOKE         o o - - -
            CODE_RESEND          o o - - -
            NUMBER_CHANGE        o o - - -
            PASSWORD_UNLOCK      o o - - -
            CARD_FREEZE          o o - - -
            CARD_UNFREEZE        o o - - -
            SESSIONS_END         o o - - -
            EMERGENCY_ACCESS     o o - - -
            CASE_HANDLE          o o - - -
            APPROVAL_VIEW        o o b b -
            APPROVAL_DECIDE      - o - - -
            BULK_IMPORT          - o - - b
            METER_VIEW           o o b b -
            REMINDER_SEND        o o - - -
            AUDIT_VIEW           - - - b -
            AUDIT_VERIFY         - - - b b
            AUDIT_EXPORT         - - - b -
            REPORT_VIEW          - o - b b
            REPORT_EXPORT        - o - b -
            POLICY_WHAT_IF       - - - b b
            WEBHOOK_MANAGE       - - - - b
            CHANNEL_MANAGE       - - - - b
            ISSUER_VIEW          - - b b b
            ISSUER_RELOAD        - - - - b
            SMS_HEALTH_VIEW      - - b - b
            KEYS_ROTATE          - - - - b
            JOBS_VIEW            - - - b b
            JOBS_RUN             - - - - b
            STAFF_MANAGE         - - - - b
            STAFF_APPROVE        - - - - b
            OWN_ACCOUNT          b b b b b
            TRAINING             b b b b b
            """;

    private static final List<Role> COLUMNS =
            List.of(Role.TELLER, Role.BRANCH_MANAGER, Role.SUPPORT, Role.AUDITOR, Role.ADMINISTRATOR);

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private Permissions permissions;

    @Autowired
    private JdbcClient jdbc;

    private StaffFixtures staff;
    private PeopleFixtures people;

    @BeforeEach
    void begin() {
        staff = StaffFixtures.of(beans);
        people = PeopleFixtures.of(beans);
    }

    @Test
    void everyActionEveryRoleAndEveryBranchAnswersAsDeclared() {
        Customer here = atHome("1203");
        Customer there = atHome("1405");
        Customer nowhere = people.customer(PeopleFixtures.randomUserName());
        Map<Role, Known> members = new EnumMap<>(Role.class);
        COLUMNS.forEach(role -> members.put(role, staff.member(role, StaffFixtures.HOME)));
        Map<String, String> declared = declared();
        List<String> wrong = new ArrayList<>();
        for (Permission action : Permission.values()) {
            String line = declared.getOrDefault(action.name(), "missing");
            for (Role role : COLUMNS) {
                char reach = line.charAt(COLUMNS.indexOf(role));
                StaffId who = members.get(role).id();
                check(wrong, action, role, "at all", reach != '-', permissions.may(who, action));
                check(wrong, action, role, "home", reach != '-', permissions.may(who, action, here.id()));
                check(wrong, action, role, "other", reach == 'b', permissions.may(who, action, there.id()));
                check(wrong, action, role, "none", reach != '-', permissions.may(who, action, nowhere.id()));
            }
        }
        assertThat(declared.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Permission.values()).map(Permission::name).toList());
        assertThat(wrong).isEmpty();
    }

    @Test
    void case22_nobodyActsOnTheOwnPersonWithAnyRole() {
        for (Role role : COLUMNS) {
            Customer person = atHome("1203");
            Known member = staff.member(role, StaffFixtures.HOME, person.nationalId());
            for (Permission action : Permission.values()) {
                assertThat(permissions.may(member.id(), action, person.id()))
                        .as(role + " " + action)
                        .isFalse();
            }
        }
    }

    @Test
    void case22_aRoleLostAMomentAgoCountsAndAnotherBranchToo() {
        Customer customer = atHome("1203");
        Known member = staff.member(Role.TELLER, StaffFixtures.HOME);
        assertThat(permissions
                        .require(member.id(), Permission.CARD_FREEZE, customer.id())
                        .userName())
                .isEqualTo(member.userName());
        staff.place(member.id(), Role.TELLER, StaffFixtures.OTHER);
        refused(member, Permission.CARD_FREEZE, customer, "error.staff.other-branch");
        staff.place(member.id(), Role.AUDITOR, StaffFixtures.HOME);
        refused(member, Permission.CARD_FREEZE, customer, "error.staff.not-permitted");
        staff.place(member.id(), Role.TELLER, StaffFixtures.HOME);
        staff.setActive(member.id(), false);
        refused(member, Permission.CARD_FREEZE, customer, "error.staff.not-permitted");
    }

    @Test
    void everyRefusalLeavesItsRowEvenWhenTheDeedRollsBack() {
        Customer customer = atHome("1405");
        Known member = staff.member(Role.TELLER, StaffFixtures.HOME);
        refused(member, Permission.CUSTOMER_VIEW, customer, "error.staff.other-branch");
        assertThat(jdbc.sql("""
                        select details from audit_event
                        where kind = 'access.staff-refused' and actor_kind = 'STAFF' and actor_name = :name
                          and customer_id = :customer
                        """)
                        .param("name", member.userName())
                        .param("customer", customer.id().value())
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("CUSTOMER_VIEW", "other-branch");
    }

    @Test
    void itTakesTwoAdministratorsBesideTheMemberToChangeOne() {
        StaffId one = staff.member(Role.ADMINISTRATOR, null).id();
        StaffId other = staff.member(Role.ADMINISTRATOR, null).id();
        StaffId third = staff.member(Role.ADMINISTRATOR, null).id();
        StaffId teller = staff.member(Role.TELLER, StaffFixtures.HOME).id();
        StaffChanges changes = staff.changes();
        assertThatThrownBy(() -> new TwoAdministrators(one, one)).isInstanceOf(IllegalArgumentException.class);
        for (TwoAdministrators own : List.of(new TwoAdministrators(one, other), new TwoAdministrators(other, one))) {
            assertThatThrownBy(() -> changes.place(own, one, Role.AUDITOR, null))
                    .isInstanceOfSatisfying(
                            NotPermittedException.class,
                            refused -> assertThat(refused.key()).isEqualTo("error.staff.own"));
            assertThatThrownBy(() -> changes.resetSignIn(own, one, new StaffTicket(1, own.checker())))
                    .isInstanceOf(NotPermittedException.class);
            assertThatThrownBy(() -> changes.enable(own, one)).isInstanceOf(NotPermittedException.class);
            assertThatThrownBy(() -> changes.setDirectoryName(own, one, "x")).isInstanceOf(NotPermittedException.class);
        }
        for (TwoAdministrators lacking :
                List.of(new TwoAdministrators(other, teller), new TwoAdministrators(teller, other))) {
            assertThatThrownBy(() -> changes.place(lacking, one, Role.AUDITOR, null))
                    .isInstanceOf(NotPermittedException.class);
        }
        assertThatThrownBy(() -> staff.administration().disable(one, one)).isInstanceOf(NotPermittedException.class);
        assertThat(permissions.may(one, Permission.STAFF_MANAGE)).isTrue();
        changes.place(new TwoAdministrators(other, third), one, Role.AUDITOR, null);
        assertThat(permissions.may(one, Permission.STAFF_MANAGE)).isFalse();
    }

    private Customer atHome(String branch) {
        Customer customer = people.customer(PeopleFixtures.randomUserName());
        staff.home(customer.id(), new BranchCode(branch));
        return customer;
    }

    private void refused(Known member, Permission action, Customer customer, String key) {
        assertThatThrownBy(() -> permissions.require(member.id(), action, customer.id()))
                .isInstanceOfSatisfying(
                        NotPermittedException.class,
                        refused -> assertThat(refused.key()).isEqualTo(key));
    }

    private static void check(
            List<String> wrong, Permission action, Role role, String whose, boolean expected, boolean actual) {
        if (expected != actual) {
            wrong.add(action + " " + role + " " + whose + ": expected " + expected);
        }
    }

    /** Each action with one letter for each role. */
    private static Map<String, String> declared() {
        Map<String, String> lines = new HashMap<>();
        TABLE.lines().forEach(line -> {
            String[] words = line.strip().split(" +");
            lines.put(words[0], String.join("", List.of(words).subList(1, words.length)));
        });
        return lines;
    }
}
