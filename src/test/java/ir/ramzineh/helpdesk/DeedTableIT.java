package ir.ramzineh.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.corebank.LocalizedName;
import ir.ramzineh.counter.EmergencyAccess;
import ir.ramzineh.counter.EmergencyEnd;
import ir.ramzineh.counter.EmergencyWish;
import ir.ramzineh.counter.Lost;
import ir.ramzineh.counter.Unlocks;
import ir.ramzineh.fraudcase.CaseOutcome;
import ir.ramzineh.fraudcase.FraudCase;
import ir.ramzineh.fraudcase.FraudCases;
import ir.ramzineh.fraudcase.Suspect;
import ir.ramzineh.gatewaytoken.GatewayLinking;
import ir.ramzineh.gatewaytoken.GatewayReceipts;
import ir.ramzineh.gatewaytoken.GatewayStock;
import ir.ramzineh.gatewaytoken.GatewayTokenId;
import ir.ramzineh.gatewaytoken.GatewayTokens;
import ir.ramzineh.gatewaytoken.GatewayUnlocks;
import ir.ramzineh.gatewaytoken.IssueOutcome;
import ir.ramzineh.gatewaytoken.LinkScope;
import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.numberchange.IdentityDocument;
import ir.ramzineh.numberchange.NumberChanges;
import ir.ramzineh.numberchange.NumberWish;
import ir.ramzineh.session.DeviceSessionRef;
import ir.ramzineh.staff.Branch;
import ir.ramzineh.staff.Branches;
import ir.ramzineh.staff.NotPermittedException;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import ir.ramzineh.staff.StaffFixtures.Known;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.token.TokenId;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every deed of the desk, the counter and the account tokens against every role, the own branch, another branch and the own
 * person (security cases 13 and 22). How far a permission reaches for a role is guarded by {@code PermissionTableIT};
 * here it is shown that each service asks for it, about the right customer, before anything happens.
 */
@PortalIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeedTableIT extends DeskScene {
    private static final PasswordKind SECOND = PasswordKind.SECOND;
    private static final EmergencyWish DIALLED = new EmergencyWish(Lost.PHONE, Set.of(CodeChannel.USSD), 1);
    private static final BranchCode NEW_BRANCH = new BranchCode("990017");

    @Autowired
    private CaseDesk cases;

    @Autowired
    private FraudCases reports;

    @Autowired
    private Unlocks unlocks;

    @Autowired
    private EmergencyAccess emergency;

    @Autowired
    private EmergencyEnd emergencyEnd;

    @Autowired
    private NumberChanges numbers;

    @Autowired
    private GatewayTokens tokens;

    @Autowired
    private GatewayReceipts receipts;

    @Autowired
    private GatewayLinking linking;

    @Autowired
    private GatewayUnlocks tokenUnlocks;

    @Autowired
    private GatewayStock stock;

    @Autowired
    private Branches branches;

    private FraudCase report;
    private GatewayTokenId token;
    private String serial;

    @BeforeEach
    void aCaseAndAToken() {
        long id = actions.report(teller, customer.id(), card, new Suspect.WholeCard())
                .caseId();
        report = reports.one(id).orElseThrow();
        IssueOutcome.Issued issued = (IssueOutcome.Issued) tokens.issue(teller, customer.id(), null);
        token = issued.token();
        serial = issued.serial();
    }

    @AfterEach
    void noNewBranch() {
        jdbc.sql("delete from branch where code = :code")
                .param("code", NEW_BRANCH.digits())
                .update();
    }

    Stream<Deed> deeds() {
        return Stream.of(atTheDesk(), ofCases(), atTheCounter(), ofTokens(), ofBranches())
                .flatMap(List::stream);
    }

    private List<Deed> atTheDesk() {
        return List.of(
                new Deed(
                        "find",
                        Permission.CUSTOMER_FIND,
                        Deed.About.NOBODY,
                        who -> helpdesk.find(who, new FindKey.ByNationalId(customer.nationalId()), CALL)),
                deed("look", Permission.CUSTOMER_VIEW, who -> helpdesk.look(who, session, id(), CALL)),
                deed("opened", Permission.CUSTOMER_VIEW, who -> helpdesk.openedFor(who, session, id())),
                deed("file", Permission.CUSTOMER_VIEW, who -> helpdesk.file(who, session, id())),
                deed("freeze", Permission.CARD_FREEZE, who -> actions.freeze(who, id(), card, CALL)),
                deed("unfreeze", Permission.CARD_UNFREEZE, who -> actions.unfreeze(who, id(), card, CALL)),
                deed("revoke", Permission.TOKEN_REVOKE, who -> actions.revoke(who, id(), new TokenId(1), CALL)),
                deed("end a session", Permission.SESSIONS_END, who -> actions.endSession(who, id(), aSession(), CALL)),
                deed("end sessions", Permission.SESSIONS_END, who -> actions.endSessions(who, id(), CALL)),
                deed("resend", Permission.CODE_RESEND, who -> actions.resend(who, id(), card, SECOND, CALL)),
                deed(
                        "report",
                        Permission.CASE_HANDLE,
                        who -> actions.report(who, id(), card, new Suspect.WholeCard())));
    }

    private List<Deed> ofCases() {
        return List.of(
                new Deed("count cases", Permission.CASE_HANDLE, Deed.About.NOBODY, who -> cases.waiting(who)),
                new Deed("list cases", Permission.CASE_HANDLE, Deed.About.NOBODY, who -> cases.queue(who)),
                deed("open a case", Permission.CASE_HANDLE, who -> cases.one(who, session, report.id())),
                deed("take a case", Permission.CASE_HANDLE, who -> cases.take(who, report)),
                deed("note", Permission.CASE_HANDLE, who -> cases.note(who, report.id(), "seen")),
                deed("close a case", Permission.CASE_HANDLE, who -> cases.close(who, report.id(), CaseOutcome.FRAUD)),
                deed("unfreeze in a case", Permission.CASE_HANDLE, who -> cases.unfreeze(who, report.id())));
    }

    private List<Deed> atTheCounter() {
        return List.of(
                deed(
                        "standing of a password",
                        Permission.CUSTOMER_VIEW,
                        who -> unlocks.standing(who, id(), card, SECOND)),
                deed("propose to unlock", Permission.PASSWORD_UNLOCK, who -> unlocks.propose(who, id(), card, SECOND)),
                deed(
                        "what is lost",
                        Permission.CUSTOMER_VIEW,
                        who -> emergency.whatIsLost(who, id(), card, SECOND, DIALLED)),
                deed(
                        "propose emergency access",
                        Permission.EMERGENCY_ACCESS,
                        who -> emergency.propose(who, id(), card, SECOND, DIALLED)),
                deed(
                        "end emergency access",
                        Permission.EMERGENCY_ACCESS,
                        who -> emergencyEnd.now(who, id(), card, SECOND, CALL)),
                deed("latest number change", Permission.CUSTOMER_VIEW, who -> numbers.latest(who, id())),
                deed("propose a number", Permission.NUMBER_CHANGE, who -> numbers.propose(who, id(), wish())),
                deed("give a number change up", Permission.NUMBER_CHANGE, who -> numbers.giveUp(who, id())));
    }

    private List<Deed> ofTokens() {
        return List.of(
                deed("list tokens", Permission.CUSTOMER_VIEW, who -> tokens.of(who, id())),
                deed("history of a token", Permission.CUSTOMER_VIEW, who -> tokens.history(who, token)),
                deed("owner of a serial number", Permission.CUSTOMER_FIND, who -> tokens.ownerOf(who, serial)),
                deed("issue a token", Permission.GATEWAY_TOKEN_ISSUE, who -> tokens.issue(who, id(), null)),
                deed("standing of a receipt", Permission.GATEWAY_TOKEN_ISSUE, who -> receipts.standing(who, token)),
                deed(
                        "take a receipt",
                        Permission.GATEWAY_TOKEN_ISSUE,
                        who -> receipts.take(who, token, Function.identity())),
                deed("send a token's code", Permission.CODE_RESEND, who -> tokens.resend(who, token)),
                deed(
                        "link a token",
                        Permission.GATEWAY_TOKEN_LINK,
                        who -> linking.propose(who, token, Set.of(LinkScope.SIGN_IN))),
                deed(
                        "unlink a token",
                        Permission.GATEWAY_TOKEN_UNLINK,
                        who -> tokens.unlink(who, token, Set.of(LinkScope.SIGN_IN), CALL)),
                deed(
                        "unlock a token",
                        Permission.PASSWORD_UNLOCK,
                        who -> tokenUnlocks.propose(who, token, LinkScope.SIGN_IN, CALL)),
                deed("revoke a token", Permission.TOKEN_REVOKE, who -> tokens.revoke(who, token, CALL)));
    }

    /** Wishes that come to nothing where they are permitted: the stock and the branches are everybody's. */
    private List<Deed> ofBranches() {
        return List.of(
                new Deed(
                        "propose printed serial numbers",
                        Permission.GATEWAY_TOKEN_STOCK,
                        Deed.About.BRANCH,
                        who -> stock.propose(who, StaffFixtures.HOME, List.of())),
                new Deed(
                        "propose new serial numbers",
                        Permission.GATEWAY_TOKEN_STOCK,
                        Deed.About.BRANCH,
                        who -> stock.proposeNew(who, StaffFixtures.HOME, 0)),
                new Deed(
                        "name a branch",
                        Permission.STAFF_MANAGE,
                        Deed.About.NOBODY,
                        who -> branches.name(who, new Branch(NEW_BRANCH, new LocalizedName("تازه", "New")))));
    }

    @ParameterizedTest
    @MethodSource("deeds")
    void isDoneByWhoMayAndRefusedToEverybodyElse(Deed deed) {
        for (Role role : Role.values()) {
            for (BranchCode branch : List.of(StaffFixtures.HOME, StaffFixtures.OTHER)) {
                Known member = staff.member(role, branch);
                if (deed.isFor(role, branch)) {
                    notRefused(deed, member);
                } else {
                    refused(deed, member, role + " of " + branch);
                }
            }
        }
        if (deed.about() == Deed.About.CUSTOMER) {
            Known self = staff.member(Role.TELLER, StaffFixtures.HOME, customer.nationalId());
            for (Role role : Role.values()) {
                staff.place(self.id(), role, StaffFixtures.HOME);
                refused(deed, self, role + " about the own person");
            }
        }
    }

    private void refused(Deed deed, Known member, String who) {
        int before = trail(member).size();
        assertThatThrownBy(() -> deed.by().accept(member.id())).as(who).isInstanceOf(NotPermittedException.class);
        assertThat(trail(member))
                .as("nothing but the refusal is on record of " + who)
                .hasSize(before + 1)
                .containsOnly("access.staff-refused " + deed.asks());
    }

    private void notRefused(Deed deed, Known member) {
        try {
            deed.by().accept(member.id());
        } catch (InvalidValueException otherwiseImpossible) {
            // The permission was there; the customer, the case or the token does not stand so.
        }
    }

    /** What a member did, as the trail has it. */
    private List<String> trail(Known member) {
        return jdbc.sql("""
                select concat(kind, ' ', coalesce(json_value(details, '$.permission'), '')) from audit_event
                where actor_kind = 'STAFF' and actor_name = :name
                """)
                .param("name", member.userName())
                .query(String.class)
                .list();
    }

    private static Deed deed(String name, Permission asks, Consumer<StaffId> by) {
        return new Deed(name, asks, Deed.About.CUSTOMER, by);
    }

    private CustomerId id() {
        return customer.id();
    }

    private NumberWish wish() {
        return new NumberWish(PeopleFixtures.randomMobile(), IdentityDocument.NATIONAL_CARD, "4711");
    }

    private static DeviceSessionRef aSession() {
        return new DeviceSessionRef("00000000-0000-0000-0000-000000000001");
    }
}
