package ir.ramzineh.channelapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import ir.ramzineh.ForkFolder;
import ir.ramzineh.PortalIT;
import ir.ramzineh.gatewaytoken.GatewayQuestion;
import ir.ramzineh.gatewaytoken.GatewaySubject;
import ir.ramzineh.gatewaytoken.GatewayVerifications;
import ir.ramzineh.gatewaytoken.LinkScope;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.DatabaseLane;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.kernel.Transaction;
import ir.ramzineh.kernel.TransactionType;
import ir.ramzineh.staff.NotPermittedException;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.Permissions;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import ir.ramzineh.staff.StaffFixtures.Known;
import ir.ramzineh.verification.Verdict;
import ir.ramzineh.verification.VerificationRequest;
import ir.ramzineh.verification.Verifications;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever takes all connections of the pages, or of the channels, takes none from the card switch (cases 5 and 15). */
@PortalIT
class PoolsIT {
    @LocalServerPort
    private int port;

    @Autowired
    private Verifications verifications;

    @Autowired
    private GatewayVerifications accounts;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private Permissions permissions;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    @Qualifier("portalPool")
    private HikariDataSource portal;

    @Autowired
    @Qualifier("channelPool")
    private HikariDataSource channels;

    @Autowired
    @Qualifier("verificationPool")
    private HikariDataSource verification;

    @Test
    void theSwitchIsAnsweredWhileThePagesHaveNoConnectionLeft() throws Exception {
        String key = Files.readString(ForkFolder.trial().resolve("card-switch.key"));
        List<Connection> held = takeAll(portal);
        try {
            assertThatThrownBy(dataSource::getConnection).isInstanceOf(SQLException.class);
            assertThat(ask(key).body()).isEqualTo("{\"verdict\":\"REFUSED\"}");
        } finally {
            giveBack(held);
        }
    }

    @Test
    void aQuestionIsDecidedWhileTheOtherChannelsHaveNoConnectionLeft() throws Exception {
        List<Connection> held = takeAll(channels);
        try {
            VerificationRequest question = new VerificationRequest(
                    UUID.randomUUID().toString(),
                    new CardNumber("6104337770000006"),
                    PasswordKind.SECOND,
                    "1234567",
                    new Transaction(TransactionType.PURCHASE, new Rial(1000), "M1", "T1"));
            assertThat(DatabaseLane.CHANNELS.call(() -> verifications.verify("pools", question)))
                    .isEqualTo(Verdict.REFUSED);
        } finally {
            giveBack(held);
        }
    }

    @Test
    void aQuestionAboutAnAccountIsDecidedWhileTheOtherChannelsHaveNoConnectionLeft() throws Exception {
        List<Connection> held = takeAll(channels);
        try {
            GatewayQuestion question = new GatewayQuestion(
                    UUID.randomUUID().toString(),
                    new GatewaySubject.OfUser("Nobody.Here"),
                    LinkScope.ACCOUNT,
                    "12345678",
                    new Transaction(TransactionType.TRANSFER, new Rial(1000), "M1", "T1"));
            assertThat(DatabaseLane.CHANNELS.call(() -> accounts.verify("pools", question)))
                    .isEqualTo(Verdict.REFUSED);
        } finally {
            giveBack(held);
        }
    }

    @Test
    void aKeyThatCannotBeLookedUpIsNeitherGoodNorBad() throws Exception {
        List<Connection> held = takeAll(channels);
        try {
            HttpResponse<String> answer = ask("rz.card-switch." + "A".repeat(43));
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        } finally {
            giveBack(held);
        }
        assertThat(ask("rz.card-switch." + "A".repeat(43)).statusCode()).isEqualTo(401);
    }

    /** Security case 13: a refusal is written aside while the deed still holds its connection. */
    @Test
    void thirtyTwoRefusalsAtOnceThatHoldAConnectionEachDoNotWaitForEachOther() throws Exception {
        Known teller = StaffFixtures.of(beans).member(Role.TELLER, StaffFixtures.HOME);
        CountDownLatch held = new CountDownLatch(portal.getMaximumPoolSize());
        Callable<String> refused = () -> transaction.execute(status -> {
            held.countDown();
            try {
                // As many as the lane has hold one of its connections before the first asks for another.
                held.await(2, TimeUnit.SECONDS);
                permissions.require(teller.id(), Permission.STAFF_MANAGE);
                return "permitted";
            } catch (NotPermittedException expected) {
                return "refused";
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        List<String> outcomes = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> one : threads.invokeAll(Collections.nCopies(32, refused))) {
                outcomes.add(one.get());
            }
        }
        assertThat(outcomes).hasSize(32).containsOnly("refused");
        assertThat(jdbc.sql(
                                "select count(*) from audit_event where kind = 'access.staff-refused' and actor_name = :name")
                        .param("name", teller.userName())
                        .query(Integer.class)
                        .single())
                .isEqualTo(32);
    }

    @Test
    void answersToTheSwitchCommitOnlyInATransaction() throws Exception {
        try (Connection connection = verification.getConnection()) {
            assertThat(connection.getAutoCommit()).isFalse();
        }
        try (Connection connection = dataSource.getConnection()) {
            assertThat(connection.getAutoCommit()).isTrue();
        }
        assertThat(verification.getConnectionTimeout()).isEqualTo(portal.getConnectionTimeout());
        assertThat(verification.getDataSourceProperties()).isEqualTo(portal.getDataSourceProperties());
        assertThat(channels.getDataSourceProperties()).isEqualTo(portal.getDataSourceProperties());
    }

    private static List<Connection> takeAll(HikariDataSource pool) throws SQLException {
        List<Connection> held = new ArrayList<>();
        while (held.size() < pool.getMaximumPoolSize()) {
            held.add(pool.getConnection());
        }
        return held;
    }

    private static void giveBack(List<Connection> held) throws SQLException {
        for (Connection connection : held) {
            connection.close();
        }
    }

    private HttpResponse<String> ask(String key) throws Exception {
        String body = """
                {"requestId":"%s","card":"6104337770000006","password":"SECOND","code":"1234567","transaction":{"type":"PURCHASE","amount":1000,"merchantId":"M1","terminalId":"T1"}}""".formatted(UUID.randomUUID());
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + ChannelSecurity.VERIFICATIONS))
                            .header("Authorization", "Bearer " + key)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
