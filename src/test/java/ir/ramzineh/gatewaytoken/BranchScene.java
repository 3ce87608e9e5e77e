package ir.ramzineh.gatewaytoken;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PlayedBank;
import ir.ramzineh.TestPhone;
import ir.ramzineh.approval.ApprovalId;
import ir.ramzineh.approval.ApprovalOutcome;
import ir.ramzineh.approval.Approvals;
import ir.ramzineh.corebank.AccountNumber;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.kernel.Transaction;
import ir.ramzineh.kernel.TransactionType;
import ir.ramzineh.staff.DeskReason;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A branch with a teller and a manager, and a customer before them. Made with {@link #of}. */
public final class BranchScene {
    static final String BANK = "maskan";
    static final DeskReason AT_COUNTER = new DeskReason(DeskReason.Kind.AT_COUNTER);
    static final DeskReason LOST = new DeskReason(DeskReason.Kind.LOST, "T-4711");

    private final GatewayTokens tokens;
    private final GatewayLinking linking;
    private final GatewayStock stock;
    private final GatewayUnlocks unlocks;
    private final Approvals approvals;
    private final GatewayRows rows;
    private final GatewayKeys keys;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final PlayedBank bank;
    public final PeopleFixtures people;
    public final StaffFixtures staff;
    public final StaffFixtures.Known teller;
    final StaffFixtures.Known manager;
    final String userName = PeopleFixtures.randomUserName();
    public final Customer customer;

    public BranchScene(
            GatewayTokens tokens,
            GatewayLinking linking,
            GatewayStock stock,
            GatewayUnlocks unlocks,
            Approvals approvals,
            GatewayRows rows,
            GatewayKeys keys,
            JdbcClient jdbc,
            Clock clock,
            AutowireCapableBeanFactory beans) {
        this.tokens = tokens;
        this.linking = linking;
        this.stock = stock;
        this.unlocks = unlocks;
        this.approvals = approvals;
        this.rows = rows;
        this.keys = keys;
        this.jdbc = jdbc;
        this.clock = clock;
        this.bank = beans.createBean(PlayedBank.class);
        this.people = PeopleFixtures.of(beans);
        this.staff = StaffFixtures.of(beans);
        this.teller = staff.member(Role.TELLER, StaffFixtures.HOME);
        this.manager = staff.member(Role.BRANCH_MANAGER, StaffFixtures.HOME);
        this.customer = people.customer(userName);
        staff.home(customer.id(), StaffFixtures.HOME);
    }

    public static BranchScene of(AutowireCapableBeanFactory beans) {
        return beans.createBean(BranchScene.class);
    }

    /** Another account of the customer at the bank. */
    public AccountNumber account() {
        AccountNumber number = new AccountNumber(
                "%010d".formatted(ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_999_999_999L)));
        bank.account(customer.nationalId(), BANK, number);
        return number;
    }

    /** A token drawn at the counter and given to the customer. */
    public IssueOutcome.Issued issue() {
        IssueOutcome outcome = tokens.issue(teller.id(), customer.id(), null);
        assertThat(outcome).isInstanceOf(IssueOutcome.Issued.class);
        return (IssueOutcome.Issued) outcome;
    }

    /** A serial number that two managers of a branch have put into its stock. */
    String inStock(BranchCode branch) {
        StaffFixtures.Known maker = staff.member(Role.BRANCH_MANAGER, branch);
        StaffFixtures.Known checker = staff.member(Role.BRANCH_MANAGER, branch);
        String serial = Serials.newSerial(new SecureRandom()).grouped();
        ApprovalId approval = Objects.requireNonNull(
                stock.propose(maker.id(), branch, List.of(serial)).approval());
        assertThat(approvals.approve(checker.id(), approval, "")).isInstanceOf(ApprovalOutcome.Decided.class);
        return serial;
    }

    /** Ends a lock: the teller proposes, the manager approves. */
    void unlock(GatewayTokenId token, LinkScope scope) {
        ApprovalId approval = unlocks.propose(teller.id(), token, scope, AT_COUNTER);
        assertThat(approvals.approve(manager.id(), approval, "")).isInstanceOf(ApprovalOutcome.Decided.class);
    }

    /** What stands in the message to the customer. */
    String code(GatewayTokenId token) {
        GatewayRow row = rows.byId(token.value()).orElseThrow();
        return keys.open(GatewayKeys.CODE, row.id(), row.codeSealed()).orElseThrow();
    }

    static String device() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A phone with the token, active and linked to nothing. */
    public TestPhone activate(int port, IssueOutcome.Issued issued) {
        return activate(port, issued, device());
    }

    TestPhone activate(int port, IssueOutcome.Issued issued, String device) {
        TestPhone phone = new TestPhone(URI.create("http://localhost:" + port));
        assertThat(phone.claimOfBranch(issued.serial(), code(issued.token()), "Pixel 9")
                        .status())
                .isEqualTo(200);
        assertThat(phone.proveToBranch(phone.code(clock.instant()), device, "Pixel 9")
                        .status())
                .isEqualTo(200);
        return phone;
    }

    /** Proposed by the teller, approved by the manager. */
    public void link(GatewayTokenId token, LinkScope... scopes) {
        ApprovalId approval = propose(token, scopes);
        assertThat(approvals.approve(manager.id(), approval, "")).isInstanceOf(ApprovalOutcome.Decided.class);
    }

    ApprovalId propose(GatewayTokenId token, LinkScope... scopes) {
        Set<LinkScope> wanted = EnumSet.of(scopes[0], scopes);
        LinkOutcome outcome = linking.propose(teller.id(), token, wanted);
        assertThat(outcome).isInstanceOf(LinkOutcome.Proposed.class);
        return ((LinkOutcome.Proposed) outcome).approval();
    }

    GatewayTokenState state(GatewayTokenId token) {
        return rows.byId(token.value()).orElseThrow().state();
    }

    public int audited(String kind) {
        return jdbc.sql("select count(*) from audit_event where customer_id = :customer and kind = :kind")
                .param("customer", customer.id().value())
                .param("kind", "gateway-token." + kind)
                .query(Integer.class)
                .single();
    }

    /** Who did the last such thing. */
    String lastActor(String kind) {
        return jdbc.sql("""
                select actor_name from audit_event where customer_id = :customer and kind = :kind order by id desc limit 1
                """)
                .param("customer", customer.id().value())
                .param("kind", "gateway-token." + kind)
                .query(String.class)
                .single();
    }

    /** Details of the last such event in the trail, as JSON. */
    String details(String kind) {
        return jdbc.sql("""
                select details from audit_event where customer_id = :customer and kind = :kind order by id desc limit 1
                """)
                .param("customer", customer.id().value())
                .param("kind", "gateway-token." + kind)
                .query(String.class)
                .single()
                .replace(" ", "");
    }

    int messages(String template) {
        return jdbc.sql("select count(*) from sms_message where customer_id = :customer and template = :template")
                .param("customer", customer.id().value())
                .param("template", template)
                .query(Integer.class)
                .single();
    }

    public GatewayQuestion question(String requestId, LinkScope scope, String code) {
        return new GatewayQuestion(
                requestId, new GatewaySubject.OfUser(userName), scope, code, transaction(TransactionType.TRANSFER));
    }

    static Transaction transaction(TransactionType type) {
        return new Transaction(type, new Rial(1_000_000), "000012345678901", "12345678");
    }
}
