package ir.ramzineh.channelapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import ir.ramzineh.PortalIT;
import ir.ramzineh.ProductSettings;
import ir.ramzineh.SecondNode;
import ir.ramzineh.SilentProxy;
import ir.ramzineh.card.CardPasswords;
import ir.ramzineh.gatewaytoken.GatewayVerifications;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.verification.PasswordPolicies;
import ir.ramzineh.verification.Verifications;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** A database that falls silent, the worst way to be away: refused, in bounded time, and nothing decided (case 15). */
@PortalIT
class DatabaseAwayIT {
    /** Far above what any wait is set to; a question that hangs would take for ever. */
    private static final Duration BOUND = Duration.ofMinutes(1);

    private static final String POOL = "spring.datasource.hikari.";
    private static final List<String> BOUNDS = List.of("connectTimeout", "socketTimeout", "sessionVariables");
    private static final String CARD = "6104337770000006";

    @Autowired
    private ApplicationContext portal;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private PasswordPolicies policies;

    @Autowired
    private ChannelSettings settings;

    @Test
    void everyConnectionOfThePortalHasItsBounds() {
        assertThat(millis("connection-timeout")).isBetween(1, 5_000);
        assertThat(millis("validation-timeout")).isLessThan(millis("connection-timeout"));
        assertThat(millis("data-source-properties.connectTimeout")).isBetween(1, 5_000);
        assertThat(millis("data-source-properties.socketTimeout")).isBetween(1, 15_000);
        assertThat(ProductSettings.text(POOL + "data-source-properties.sessionVariables"))
                .contains("innodb_lock_wait_timeout=5")
                .contains("idle_transaction_timeout=30");
    }

    @Test
    void whatTheSettingsSayReachesThePool() {
        HikariDataSource pool = SecondNode.portalsOwn(dataSource);
        assertThat(pool.getConnectionTimeout()).isEqualTo(set("connection-timeout", Long.class));
        assertThat(pool.getValidationTimeout()).isEqualTo(set("validation-timeout", Long.class));
        for (String name : BOUNDS) {
            assertThat(pool.getDataSourceProperties().getProperty(name))
                    .isEqualTo(set("data-source-properties." + name, String.class));
        }
    }

    private <T> T set(String name, Class<T> type) {
        return portal.getEnvironment().getRequiredProperty(POOL + name, type);
    }

    @Test
    void whileTheDatabaseIsSilentTheSwitchHears503AndWhenToAskAgain() throws Exception {
        HikariDataSource portals = SecondNode.portalsOwn(dataSource);
        int databasePort = Integer.parseInt(portals.getJdbcUrl().replaceAll(".*:(\\d+)/.*", "$1"));
        try (SilentProxy proxy = new SilentProxy(databasePort);
                HikariDataSource pool = SecondNode.pool(portals, config -> {
                    config.setJdbcUrl(config.getJdbcUrl().replace(":" + databasePort + "/", ":" + proxy.port() + "/"));
                    config.setMinimumIdle(0);
                    asDelivered(config);
                });
                SecondNode node = SecondNode.over(portal, pool)) {
            MockMvc api = MockMvcBuilders.standaloneSetup(new VerificationController(
                            node.bean(Verifications.class),
                            node.bean(GatewayVerifications.class),
                            policies,
                            new ChannelLimits(settings, new SimpleMeterRegistry())))
                    .setControllerAdvice(new ChannelProblems())
                    .build();
            assertThat(ask(api).getStatus()).isEqualTo(200);

            proxy.fallSilent();
            for (int i = 0; i < 2; i++) {
                MockHttpServletResponse answer = assertTimeoutPreemptively(BOUND, () -> ask(api));
                assertThat(answer.getStatus()).isEqualTo(503);
                assertThat(Integer.parseInt(answer.getHeader("Retry-After"))).isPositive();
                assertThat(answer.getContentType()).startsWith(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
                assertThat(answer.getContentAsString())
                        .contains("same requestId")
                        .doesNotContain(CARD)
                        .doesNotContain("1234567")
                        .doesNotContain("SQL")
                        .doesNotContain("Hikari");
            }
            assertThatThrownBy(() -> node.bean(CardPasswords.class).look(new CardNumber(CARD), PasswordKind.SECOND))
                    .isInstanceOf(org.springframework.dao.DataAccessException.class);
        }
    }

    private static int millis(String setting) {
        return ProductSettings.number(POOL + setting);
    }

    private static void asDelivered(HikariConfig config) {
        config.setConnectionTimeout(millis("connection-timeout"));
        config.setValidationTimeout(millis("validation-timeout"));
        for (String name : BOUNDS) {
            config.addDataSourceProperty(name, ProductSettings.text(POOL + "data-source-properties." + name));
        }
    }

    private static MockHttpServletResponse ask(MockMvc api) throws Exception {
        String body = """
                {"requestId":"%s","card":"%s","password":"SECOND","code":"1234567","transaction":{"type":"PURCHASE","amount":1000,"merchantId":"M1","terminalId":"T1"}}""".formatted(UUID.randomUUID(), CARD);
        return api.perform(MockMvcRequestBuilders.post(ChannelSecurity.VERIFICATIONS)
                        .principal(() -> "away")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andReturn()
                .getResponse();
    }
}
