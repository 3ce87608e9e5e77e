package ir.ramzineh.gatewaytoken;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.TestPhone;
import ir.ramzineh.TestPhoneCalls;
import ir.ramzineh.channelapi.ChannelClients;
import ir.ramzineh.corebank.AccountNumber;
import ir.ramzineh.credential.CodeOutcome;
import ir.ramzineh.credential.SignIn;
import ir.ramzineh.credential.SignInOutcome;
import ir.ramzineh.kernel.ClientAddress;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.vault.KeyRotations;
import ir.ramzineh.vault.Vault;
import ir.ramzineh.vault.VaultKeys;
import java.net.URI;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Account passwords from outside: channels ask over HTTP, the phone asks over HTTP (S10.3, S10.4, S10.19 to S10.22). */
@PortalIT
class GatewayAccountIT {
    @LocalServerPort
    private int port;

    @Autowired
    private ChannelClients clients;

    @Autowired
    private GatewayTokens tokens;

    @Autowired
    private SignIn signIn;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private IdSource ids;

    @Autowired
    private TestClock clock;

    @Autowired
    private AutowireCapableBeanFactory beans;

    private final String device = BranchScene.device();
    private BranchScene scene;
    private IssueOutcome.Issued issued;
    private TestPhone phone;
    private AccountChannel channel;

    @BeforeEach
    void begin() {
        scene = BranchScene.of(beans);
        scene.people.forgetWaits();
        issued = scene.issue();
        phone = scene.activate(port, issued, device);
        channel = new AccountChannel(port, clients);
        next();
    }

    @Test
    void severalAccountsOfACustomerHangOnOneTokenAndTheQuestionNamesOneOfThem() {
        AccountNumber one = scene.account();
        AccountNumber two = scene.account();
        scene.link(issued.token(), LinkScope.ACCOUNT);
        AccountNumber openedLater = scene.account();
        String code = code();
        assertThat(channel.account(AccountChannel.account(openedLater), code))
                .as("no account at the time of the link")
                .isEqualTo(AccountChannel.REFUSED);
        assertThat(channel.account(AccountChannel.account("melli", one), code))
                .as("the same number at another bank")
                .isEqualTo(AccountChannel.REFUSED);
        assertThat(channel.account(AccountChannel.account(one), code)).isEqualTo(AccountChannel.ACCEPTED);
        assertThat(channel.account(AccountChannel.account(two), code))
                .as("once, for all accounts together")
                .isEqualTo(AccountChannel.REFUSED);
        next();
        assertThat(channel.account(AccountChannel.account(two), code())).isEqualTo(AccountChannel.ACCEPTED);
        next();
        assertThat(channel.signIn(AccountChannel.account(one), code()))
                .as("linked to accounts, not to a sign-in")
                .isEqualTo(AccountChannel.REFUSED);
    }

    @Test
    void theCodeOfOneCustomerOpensNoAccountOfAnotherAndCountsThereAsAGuess() {
        AccountNumber mine = scene.account();
        scene.link(issued.token(), LinkScope.ACCOUNT);
        BranchScene other = BranchScene.of(beans);
        AccountNumber theirs = other.account();
        IssueOutcome.Issued second = other.issue();
        other.activate(port, second);
        other.link(second.token(), LinkScope.ACCOUNT);
        next();
        String code = code();
        assertThat(channel.account(AccountChannel.account(theirs), code)).isEqualTo(AccountChannel.REFUSED);
        assertThat(wrongCodes(second.token())).isEqualTo(1);
        assertThat(wrongCodes(issued.token())).isZero();
        assertThat(channel.account(AccountChannel.account(mine), code))
                .as("it was not used up there")
                .isEqualTo(AccountChannel.ACCEPTED);
    }

    @Test
    void anAccountLinkedUnderAnOlderLookUpKeyIsSeenAndBelongsToOneCustomer() {
        AccountNumber number = scene.account();
        var account = new GatewayLinks.AccountRef(BranchScene.BANK, number);
        SecureRandom random = new SecureRandom();
        VaultKeys older = VaultKeys.generate(random, clock.instant());
        VaultKeys both = KeyRotations.newerLookUp(older, random, clock.instant());
        GatewayLinks before = new GatewayLinks(jdbc, Vault.over(older, clock), ids);
        GatewayLinks now = new GatewayLinks(jdbc, Vault.over(both, clock), ids);
        long token = issued.token().value();
        try {
            assertThat(before.link(token, scene.customer.id(), LinkScope.ACCOUNT, List.of(account), clock.instant()))
                    .isTrue();
            var stranger = scene.people.customer(PeopleFixtures.randomUserName());
            assertThat(now.link(token + 1, stranger.id(), LinkScope.ACCOUNT, List.of(account), clock.instant()))
                    .isFalse();
            assertThat(now.ownerOf(account)).contains(scene.customer.id());
        } finally {
            before.unlink(token, LinkScope.ACCOUNT, clock.instant());
            now.unlink(token + 1, LinkScope.ACCOUNT, clock.instant());
        }
    }

    @Test
    void aSignInInCentralAndInNonCentralFormBehavesAlike() {
        scene.link(issued.token(), LinkScope.SIGN_IN);
        AccountChannel central = new AccountChannel(port, clients);
        AccountChannel counter = new AccountChannel(port, clients);
        String user = AccountChannel.user(scene.userName);
        String person = AccountChannel.person(scene.customer.nationalId().digits());
        for (List<AccountChannel> order : List.of(List.of(central, counter), List.of(counter, central))) {
            for (String subject : List.of(user, person)) {
                next();
                String code = code();
                assertThat(order.getFirst().signIn(subject, code)).isEqualTo(AccountChannel.ACCEPTED);
                assertThat(order.getLast().signIn(subject, code))
                        .as("a code is used up for both")
                        .isEqualTo(AccountChannel.REFUSED);
                assertThat(order.getFirst().account(subject, code)).isEqualTo(AccountChannel.REFUSED);
            }
        }
        next();
        String right = code();
        for (int i = 1; i <= 5; i++) {
            AccountChannel asked = i % 2 == 0 ? central : counter;
            assertThat(asked.signIn(user, wrong(right, i))).isEqualTo(AccountChannel.REFUSED);
        }
        assertThat(central.signIn(user, right))
                .as("guesses of both count together")
                .isEqualTo(AccountChannel.REFUSED);
        assertThat(counter.signIn(person, right)).isEqualTo(AccountChannel.REFUSED);
    }

    @Test
    void case6_lockedUnlinkedDeadAndUnknownGetOneAnswerAndNoMessage() {
        AccountNumber mine = scene.account();
        scene.link(issued.token(), LinkScope.ACCOUNT);
        AccountNumber nobodys = new AccountNumber("1234509876");
        Set<String> answers = new HashSet<>();
        answers.add(whole(channel.ask("ACCOUNT", AccountChannel.account(nobodys), code(), "TRANSFER", 1)));
        answers.add(whole(channel.ask("ACCOUNT", AccountChannel.user("Nobody.Here"), code(), "TRANSFER", 1)));
        lock(mine);
        int told = scene.messages("gateway.locked");
        assertThat(told).isEqualTo(1);
        next();
        for (String subject : List.of(
                AccountChannel.account(mine),
                AccountChannel.user(scene.userName),
                AccountChannel.person(scene.customer.nationalId().digits()))) {
            answers.add(whole(channel.ask("ACCOUNT", subject, code(), "TRANSFER", 1)));
            answers.add(whole(channel.ask("ACCOUNT", subject, "x", "TRANSFER", 1)));
        }
        assertThat(scene.messages("gateway.locked")).isEqualTo(told);
        tokens.unlink(scene.teller.id(), issued.token(), Set.of(LinkScope.ACCOUNT), BranchScene.AT_COUNTER);
        answers.add(whole(channel.ask("ACCOUNT", AccountChannel.account(mine), code(), "TRANSFER", 1)));
        tokens.revoke(scene.teller.id(), issued.token(), BranchScene.LOST);
        answers.add(whole(channel.ask("ACCOUNT", AccountChannel.account(mine), code(), "TRANSFER", 1)));
        assertThat(answers).containsExactly("200 " + AccountChannel.REFUSED);
    }

    @Test
    void case7_whomSomebodyLocksOnPurposeKeepsTheOtherDoorsAndAWayBack() {
        AccountNumber mine = scene.account();
        scene.link(issued.token(), LinkScope.ACCOUNT, LinkScope.SIGN_IN);
        lock(mine);
        next();
        assertThat(channel.account(AccountChannel.account(mine), code())).isEqualTo(AccountChannel.REFUSED);
        assertThat(channel.signIn(AccountChannel.user(scene.userName), code()))
                .as("another gateway")
                .isEqualTo(AccountChannel.ACCEPTED);
        next();
        SignInOutcome asked =
                signIn.password(scene.userName, PeopleFixtures.PASSWORD, new ClientAddress("198.51.100.9"), null);
        assertThat(signIn.code(
                        ((SignInOutcome.TokenCodeRequired) asked).challenge(),
                        code(),
                        new ClientAddress("198.51.100.9"),
                        false))
                .as("the portal")
                .isInstanceOf(CodeOutcome.SignedIn.class);
        scene.unlock(issued.token(), LinkScope.ACCOUNT);
        next();
        assertThat(channel.account(AccountChannel.account(mine), code())).isEqualTo(AccountChannel.ACCEPTED);
    }

    @Test
    void thePhoneAsksWhatItsTokenCountsForAndGivesItBackOverHttp() {
        AccountNumber mine = scene.account();
        TestPhoneCalls calls = calls(device);
        assertThat(calls.send(calls.state(clock.instant())).body().get("linked").size())
                .isZero();
        scene.link(issued.token(), LinkScope.ACCOUNT);
        TestPhone.Answer linked = calls.send(calls.state(clock.instant()));
        assertThat(linked.status()).isEqualTo(200);
        assertThat(linked.body().get("linked").toString()).isEqualTo("[\"ACCOUNT\"]");
        assertThat(linked.body().get("locked").size()).isZero();
        lock(mine);
        assertThat(calls.send(calls.state(clock.instant())).body().get("locked").toString())
                .isEqualTo("[\"ACCOUNT\"]");

        TestPhoneCalls copy = calls(BranchScene.device());
        assertThat(copy.send(copy.state(clock.instant())).status())
                .as("a copy on another phone (S10.23)")
                .isEqualTo(409);
        assertThat(copy.send(copy.delete(clock.instant())).status()).isEqualTo(409);
        TestPhoneCalls.Call delete = calls.delete(clock.instant());
        assertThat(calls.send(delete.signed("A".repeat(43))).status()).isEqualTo(401);
        assertThat(scene.state(issued.token())).isEqualTo(GatewayTokenState.ACTIVE);

        assertThat(calls.send(delete).status()).isEqualTo(200);
        assertThat(scene.state(issued.token())).isEqualTo(GatewayTokenState.DEAD);
        assertThat(calls.send(calls.state(clock.instant())).status()).isEqualTo(401);
        assertThat(scene.messages("gateway.deleted")).isEqualTo(1);
        assertThat(scene.audited("deleted")).isEqualTo(1);
        next();
        assertThat(channel.account(AccountChannel.account(mine), code())).isEqualTo(AccountChannel.REFUSED);
    }

    private TestPhoneCalls calls(String from) {
        return new TestPhoneCalls(URI.create("http://localhost:" + port), "gateway-tokens", phone.keyInHex(), from);
    }

    /** What a channel sees of an answer. */
    private static String whole(HttpResponse<String> answer) {
        return answer.statusCode() + " " + answer.body();
    }

    private void lock(AccountNumber account) {
        String right = code();
        for (int i = 1; i <= 5; i++) {
            assertThat(channel.account(AccountChannel.account(account), wrong(right, i)))
                    .isEqualTo(AccountChannel.REFUSED);
        }
        assertThat(wrongCodes(issued.token())).isEqualTo(5);
    }

    private int wrongCodes(GatewayTokenId token) {
        return jdbc.sql("select max(wrong_codes) from gateway_link where token_id = :id and live_slot = 1")
                .param("id", token.value())
                .query(Integer.class)
                .single();
    }

    private static String wrong(String right, int n) {
        return "%08d".formatted((Long.parseLong(right) + 31L * n) % 100_000_000L);
    }

    private String code() {
        return phone.code(clock.instant());
    }

    /** The code before is spent; the next one counts. */
    private void next() {
        clock.toNextStep(phone.periodSeconds());
    }
}
