package ir.ramzineh.ussd;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.card.CardChannels;
import ir.ramzineh.card.CardDirectory;
import ir.ramzineh.card.FoundCard;
import ir.ramzineh.channelapi.ChannelClients;
import ir.ramzineh.channelapi.ChannelScope;
import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.kernel.Transaction;
import ir.ramzineh.kernel.TransactionType;
import ir.ramzineh.trial.DemonstrationPeople;
import ir.ramzineh.verification.Verdict;
import ir.ramzineh.verification.VerificationRequest;
import ir.ramzineh.verification.Verifications;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Codes by dialling (S0.7, I16), as the gateway of a network asks for them. */
@PortalIT
class UssdIT {
    private static final String DIALLED = "*737*60#";
    private static final String PHONE = DemonstrationPeople.SHIRIN.mobile().e164();
    private static final CardNumber CARD = CardNumber.of("6037990000003208");
    private static final Pattern CODE = Pattern.compile(": ([0-9]{7,10})\n");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    private ChannelClients clients;

    @Autowired
    private CardDirectory directory;

    @Autowired
    private CardChannels channels;

    @Autowired
    private Verifications verifications;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private IdSource ids;

    @Autowired
    private TestClock clock;

    @Autowired
    private Environment environment;

    private final HttpClient http = HttpClient.newHttpClient();
    private String key = "";
    private String session = "";

    @BeforeEach
    void aGatewayAndACardWithCodesByDialling() {
        List.of("sms_limit", "issued_code")
                .forEach(table -> jdbc.sql("delete from " + table).update());
        FoundCard card = directory.find(CARD).orElseThrow();
        transaction.executeWithoutResult(
                status -> channels.switchOn(card.customer(), card.card(), PasswordKind.SECOND, CodeChannel.USSD));
        jdbc.sql("update card_password set frozen_at = null, failed_attempts = 0 where card_id = :card")
                .param("card", card.card().value())
                .update();
        key = clients.register("ussd-" + ids.next(), "Gateway", EnumSet.of(ChannelScope.USSD))
                .bearer();
        session = "s-" + ids.next();
    }

    @Test
    void S0_7_dialChooseReadAndPayOnce() throws Exception {
        JsonNode menu = screen(1, PHONE, DIALLED, null);
        assertThat(menu.at("/last").asBoolean()).isFalse();
        assertThat(menu.at("/text").asString()).contains("1) 3208").doesNotContain("603799");

        JsonNode answer = screen(2, PHONE, DIALLED, "۱");
        assertThat(answer.at("/last").asBoolean()).isTrue();
        String code = code(answer);
        assertThat(verify(code)).isEqualTo(Verdict.ACCEPTED);
        assertThat(verify(code)).isEqualTo(Verdict.REFUSED);
    }

    @Test
    void theSameStepAgainShowsTheSameAndMakesNothingNew() throws Exception {
        assertThat(screen(1, PHONE, DIALLED, null)).isEqualTo(screen(1, PHONE, DIALLED, null));
        JsonNode first = screen(2, PHONE, DIALLED, "1");
        long codes = codes();
        assertThat(screen(2, PHONE, DIALLED, "1")).isEqualTo(first);
        assertThat(codes()).isEqualTo(codes);
    }

    @Test
    void aCodeThatWasUsedOrWhoseCardStoppedIsNotShownAgainAndNoOtherTakesItsPlace() throws Exception {
        screen(1, PHONE, DIALLED, null);
        String code = code(screen(2, PHONE, DIALLED, "1"));
        long codes = codes();
        jdbc.sql("update card_password set frozen_at = utc_timestamp(3) where card_id = :card")
                .param("card", directory.find(CARD).orElseThrow().card().value())
                .update();
        assertThat(screen(2, PHONE, DIALLED, "1").at("/text").asString()).contains("متوقف");
        jdbc.sql("update card_password set frozen_at = null where card_id = :card")
                .param("card", directory.find(CARD).orElseThrow().card().value())
                .update();
        assertThat(verify(code)).isEqualTo(Verdict.ACCEPTED);
        assertThat(post(2, PHONE, DIALLED, "1").statusCode()).isEqualTo(409);
        assertThat(codes()).isEqualTo(codes);
    }

    @Test
    void stepsOutOfOrderAreRefused() throws Exception {
        assertThat(post(2, PHONE, DIALLED, "1").statusCode())
                .as("no dialling before")
                .isEqualTo(409);
        screen(1, PHONE, DIALLED, null);
        assertThat(post(3, PHONE, DIALLED, "1").statusCode()).isEqualTo(409);
        screen(2, PHONE, DIALLED, "1");
        assertThat(post(2, PHONE, DIALLED, "2").statusCode())
                .as("another choice")
                .isEqualTo(409);
        assertThat(post(1, PHONE, DIALLED, null).statusCode()).as("back").isEqualTo(409);
        assertThat(post(2, DemonstrationPeople.NEGAR.mobile().e164(), DIALLED, "1")
                        .statusCode())
                .as("somebody else's dialogue")
                .isEqualTo(409);
    }

    @Test
    void aDialogueEndsWithTheLifeOfItsCode() throws Exception {
        screen(1, PHONE, DIALLED, null);
        screen(2, PHONE, DIALLED, "1");
        clock.advance(Duration.ofSeconds(121));
        assertThat(post(2, PHONE, DIALLED, "1").statusCode()).isEqualTo(409);
    }

    @Test
    void strangersAndWhoHasNoSuchCardReadTheSame() throws Exception {
        String stranger = screen(1, DemonstrationPeople.BEHROUZ_NUMBER_IN_USE.e164(), DIALLED, null)
                .toString();
        session = "s-" + ids.next();
        assertThat(screen(1, DemonstrationPeople.BEHROUZ.mobile().e164(), DIALLED, null))
                .hasToString(stranger);
        session = "s-" + ids.next();
        assertThat(screen(1, "+447700900123", DIALLED, null)).hasToString(stranger);
        session = "s-" + ids.next();
        assertThat(screen(1, PHONE, "*999#", null)).as("no bank's code").hasToString(stranger);
    }

    @Test
    void aWrongChoiceEndsTheDialogueWithoutACode() throws Exception {
        screen(1, PHONE, DIALLED, null);
        long codes = codes();
        assertThat(screen(2, PHONE, DIALLED, "7").at("/last").asBoolean()).isTrue();
        assertThat(codes()).isEqualTo(codes);
    }

    @Test
    void whoeverDialsAgainAndAgainWaits() throws Exception {
        clock.hold();
        int shown = 0;
        for (int i = 0; i < 8; i++) {
            session = "s-" + ids.next();
            screen(1, PHONE, DIALLED, null);
            shown += CODE.matcher(screen(2, PHONE, DIALLED, "1").at("/text").asString())
                            .find()
                    ? 1
                    : 0;
            clock.advance(Duration.ofSeconds(2));
        }
        assertThat(shown).as("at 0, 2 and 8 seconds").isEqualTo(3);
    }

    @Test
    void aKeyForSomethingElseDoesNotOpenThis() throws Exception {
        key = clients.register("other-" + ids.next(), "Switch", EnumSet.of(ChannelScope.VERIFICATION))
                .bearer();
        assertThat(post(1, PHONE, DIALLED, null).statusCode()).isEqualTo(403);
        key = "rz.nobody.x";
        assertThat(post(1, PHONE, DIALLED, null).statusCode()).isEqualTo(401);
    }

    private JsonNode screen(int step, String from, String dialled, String input) throws Exception {
        HttpResponse<String> answer = post(step, from, dialled, input);
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> post(int step, String from, String dialled, String input) throws Exception {
        String body = """
                {"step":%d,"from":"%s","serviceCode":"%s"%s}
                """.formatted(step, from, dialled, input == null ? "" : ",\"input\":\"" + input + "\"");
        URI uri = URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port")
                + "/api/v1/ussd/sessions/" + session);
        return http.send(
                HttpRequest.newBuilder(uri)
                        .header("Authorization", "Bearer " + key)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String code(JsonNode screen) {
        Matcher code = CODE.matcher(screen.at("/text").asString());
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    private long codes() {
        return jdbc.sql("select count(*) from issued_code where channel = 'USSD'")
                .query(Long.class)
                .single();
    }

    private Verdict verify(String code) {
        Transaction purchase = new Transaction(TransactionType.PURCHASE, new Rial(1_000_000), "M1", "T1");
        return verifications.verify(
                "ussd-test", new VerificationRequest("u-" + ids.next(), CARD, PasswordKind.SECOND, code, purchase));
    }
}
