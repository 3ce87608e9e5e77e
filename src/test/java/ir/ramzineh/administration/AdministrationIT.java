package ir.ramzineh.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ir.ramzineh.Patience;
import ir.ramzineh.PortalIT;
import ir.ramzineh.channelapi.ChannelClients;
import ir.ramzineh.channelapi.ChannelKey;
import ir.ramzineh.channelapi.ChannelScope;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.issuer.ProfileProblem;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.sms.SmsHealth;
import ir.ramzineh.staff.NotPermittedException;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.Reach;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import ir.ramzineh.staff.StaffId;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What operators do from the branch console, each with a permission of its own and a name in the trail. */
@PortalIT
class AdministrationIT {
    @Autowired
    private ChannelDesk channels;

    @Autowired
    private ProfileDesk profiles;

    @Autowired
    private SmsDesk sms;

    @Autowired
    private KeyDesk keys;

    @Autowired
    private Jobs jobs;

    @Autowired
    private NodeWatch nodes;

    @Autowired
    private Issuers issuers;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @LocalServerPort
    private int port;

    private StaffFixtures.Known administrator;
    private StaffId who;

    @BeforeEach
    void anAdministrator() {
        administrator = StaffFixtures.of(beans).member(Role.ADMINISTRATOR, null);
        who = administrator.id();
    }

    @Test
    void aChannelIsRegisteredRotatedWithOverlapAndRevokedUnderAName() throws Exception {
        String id = "it-" + Long.toString(who.value(), 36).substring(0, 8);
        ChannelKey first = channels.register(who, id, "آزمون", EnumSet.of(ChannelScope.PASSWORD_POLICY));
        assertThat(status(first)).isNotEqualTo(401);
        assertThatThrownBy(() -> channels.register(who, id, "x", EnumSet.of(ChannelScope.TERMINAL)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("error.channel.taken");

        ChannelKey second = channels.rotate(who, id);
        assertThat(status(first)).isNotEqualTo(401);
        assertThat(status(second)).isNotEqualTo(401);

        assertThat(channels.revoke(who, id)).isTrue();
        await().untilAsserted(() -> {
            assertThat(status(first)).isEqualTo(401);
            assertThat(status(second)).isEqualTo(401);
        });
        assertThat(channels.all(who))
                .filteredOn(each -> each.id().equals(id))
                .allMatch(ChannelClients.Registered::revoked);
        assertThat(trail()).contains("channel.registered", "channel.rotated", "channel.revoked");
    }

    @Test
    void aWrongProfileIsNamedByFileLineAndFieldAndChangesNothing() throws IOException {
        String good = bundled("mehr-iran.yaml");
        String before = issuers.fingerprint();
        assertThat(profiles.check(who, "mehr-iran.yaml", bytes(good))).isEmpty();

        String broken = good.replaceFirst("digits: \\d+", "digits: 99");
        ProfileProblem problem =
                profiles.check(who, "mehr-iran.yaml", bytes(broken)).orElseThrow();
        assertThat(problem.file()).isEqualTo("mehr-iran.yaml");
        assertThat(problem.line()).isPositive();
        assertThat(problem.field()).endsWith("digits");
        assertThat(problem.expected()).startsWith("a whole number from");
        assertThat(broken.lines().toList().get(problem.line() - 1)).contains("99");

        // The BINs of a bank in use cannot be claimed by another.
        assertThat(profiles.check(who, "another.yaml", bytes(good))
                        .orElseThrow()
                        .field())
                .isEqualTo("bins");
        assertThat(profiles.check(who, "mehr-iran.yaml", bytes("name: ["))
                        .orElseThrow()
                        .line())
                .isPositive();
        assertThatThrownBy(() -> profiles.check(who, "../x.yaml", bytes(good)))
                .isInstanceOf(InvalidValueException.class);
        assertThat(issuers.fingerprint()).isEqualTo(before);
    }

    @Test
    void readingAgainKeepsTheProfilesAndTellsTheOtherNodes() {
        long before = generation();
        assertThat(profiles.reload(who)).isEmpty();
        assertThat(generation()).isEqualTo(before + 1);
        assertThat(trail()).contains("issuer.reloaded");
        // Another node sees the number at its next beat.
        NodeWatch other = beans.createBean(NodeWatch.class);
        other.beat();
        profiles.reload(who);
        other.beat();
        assertThat(jdbc.sql("select max(generation) from portal_node")
                        .query(Long.class)
                        .single())
                .isEqualTo(before + 2);
    }

    @Test
    void jobsAreListedAndOneIsBegunEarly() {
        assertThat(jobs.all(who)).extracting(Jobs.Job::name).contains("webhook-follow", "sms-sweep", "webhook-purge");
        var before = jobs.all(who).stream()
                .filter(job -> job.name().equals("webhook-look-back"))
                .findFirst()
                .orElseThrow();
        await().until(() -> jobs.runNow(who, "webhook-look-back"));
        await().untilAsserted(() -> assertThat(jobs.all(who))
                .filteredOn(job -> job.name().equals("webhook-look-back"))
                .allSatisfy(job -> assertThat(job.succeeded()).isNotNull().isNotEqualTo(before.succeeded())));
        assertThat(jobs.runNow(who, "no-such-job")).isFalse();
        assertThat(trail()).contains("job.run");
    }

    @Test
    void thisNodeIsSeenWithItsClockAndItsProfiles() {
        nodes.beat();

        assertThat(nodes.nodes(who))
                .filteredOn(NodeWatch.Node::here)
                .singleElement()
                .satisfies(node -> {
                    assertThat(node.apart()).isLessThan(Duration.ofSeconds(5)).isGreaterThan(Duration.ofSeconds(-5));
                    assertThat(node.profiles()).isEqualTo(issuers.fingerprint());
                    assertThat(node.gone()).isFalse();
                });
    }

    @Test
    void theHealthOfProvidersCountsWhatTheTableHolds() {
        SmsHealth.Queue queue = sms.queue(who);
        assertThat(queue.waiting()).isNotNegative();
        SmsHealth.Provider simulator = sms.providers(who).getFirst();
        int delivered = jdbc.sql("""
                        select count(*) from sms_message
                        where provider = :name and state = 'DELIVERED' and handed_over_at > utc_timestamp() - interval 23 hour
                        """)
                .param("name", simulator.name())
                .query(Integer.class)
                .single();
        assertThat(simulator.delivered()).isGreaterThanOrEqualTo(delivered);
        assertThat(simulator.submitted()).isGreaterThanOrEqualTo(simulator.delivered() + simulator.failed());
    }

    @Test
    void keysAreShownWithoutThemselvesAndSealingAnewIsARunThatEnds() {
        assertThat(keys.keys(who)).extracting(key -> key.purpose()).contains("SEAL", "LOOK_UP", "MAC", "PEPPER");
        assertThat(keys.keys(who).toString()).doesNotContainIgnoringCase("secret");
        keys.reseal(who);
        await().atMost(Patience.LONG)
                .untilAsserted(() ->
                        assertThat(keys.latest(who).orElseThrow().isAtWork()).isFalse());
        ResealRun run = keys.latest(who).orElseThrow();
        assertThat(run.state()).isEqualTo(ResealRun.State.DONE);
        assertThat(run.startedBy()).isEqualTo(administrator.userName());
        assertThat(trail()).contains("vault.reseal-started");
    }

    @Test
    void onlyOneRunOfSealingAnewIsAtWork() {
        jdbc.sql(
                        "insert into reseal_run (id, state, started_by, started_at) values (1, 'WAITING', 'x', utc_timestamp(3))"
                                + " on duplicate key update state = 'WAITING'")
                .update();
        try {
            assertThatThrownBy(() -> keys.reseal(who)).hasMessage("error.keys.running");
            assertThatThrownBy(() -> keys.retire(who)).isInstanceOf(InvalidValueException.class);
        } finally {
            jdbc.sql("delete from reseal_run where id = 1").update();
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyDeedAsksForItsOwnPermission(Role role) {
        StaffId member =
                StaffFixtures.of(beans).member(role, StaffFixtures.HOME).id();
        Map<Permission, List<Runnable>> deeds = Map.of(
                Permission.CHANNEL_MANAGE,
                List.of(
                        () -> channels.all(member),
                        () -> channels.register(member, "", "", EnumSet.noneOf(ChannelScope.class)),
                        () -> channels.rotate(member, "nobody"),
                        () -> channels.revoke(member, "nobody")),
                Permission.ISSUER_VIEW,
                List.of(() -> profiles.all(member), () -> profiles.folder(member)),
                Permission.ISSUER_RELOAD,
                List.of(() -> profiles.check(member, "x", new byte[0]), () -> profiles.reload(member)),
                Permission.SMS_HEALTH_VIEW,
                List.of(() -> sms.queue(member), () -> sms.providers(member)),
                Permission.KEYS_ROTATE,
                List.of(() -> keys.keys(member), () -> keys.latest(member), () -> keys.cancel(member)),
                Permission.JOBS_VIEW,
                List.of(() -> jobs.all(member), () -> nodes.nodes(member)),
                Permission.JOBS_RUN,
                List.of(() -> jobs.runNow(member, "no-such-job")));

        deeds.forEach((permission, runs) -> runs.forEach(run -> {
            boolean refused = false;
            try {
                run.run();
            } catch (NotPermittedException notPermitted) {
                refused = true;
            } catch (InvalidValueException permitted) {
                // The permission was there; the value was not.
            }
            assertThat(refused).as("%s by %s", permission, role).isEqualTo(permission.of(role) == Reach.NONE);
        }));
    }

    private int status(ChannelKey key) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/password-policy"))
                                    .header("Authorization", "Bearer " + key.bearer())
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString("{}"))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private long generation() {
        return jdbc.sql("select generation from issuer_reload")
                .query(Long.class)
                .single();
    }

    private List<String> trail() {
        return jdbc.sql("select kind from audit_event where actor_kind = 'STAFF' and actor_name = :name")
                .param("name", administrator.userName())
                .query(String.class)
                .list();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String bundled(String name) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(AdministrationIT.class.getResourceAsStream("/issuers/" + name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
