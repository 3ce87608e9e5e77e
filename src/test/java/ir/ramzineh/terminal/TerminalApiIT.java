package ir.ramzineh.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.TestPhone;
import ir.ramzineh.card.CardDirectory;
import ir.ramzineh.channelapi.ChannelClients;
import ir.ramzineh.channelapi.ChannelScope;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.simulator.ReceivedSms;
import ir.ramzineh.simulator.SimulatorInbox;
import ir.ramzineh.trial.DemonstrationPeople;
import ir.ramzineh.trial.DemonstrationPerson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The terminal API from outside: each wish once, for the card's own number, and nothing for cards that may not. */
@PortalIT
class TerminalApiIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String MELLI_SECOND = "1-1-2";
    private static final String MELLAT_SMS = "3-1-1";
    private static final String MELLAT_SMS_OFF = "3-2-1";
    private static final DemonstrationPerson PERSON = DemonstrationPeople.PARSA;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private ChannelClients clients;

    @Autowired
    private CardDirectory directory;

    @Autowired
    private SimulatorInbox inbox;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @LocalServerPort
    private int port;

    private final HttpClient http = HttpClient.newHttpClient();
    private PeopleFixtures people;

    @BeforeEach
    void nothingIsRememberedOfEarlierTests() {
        people = PeopleFixtures.of(beans);
        people.forgetWaits();
        jdbc.sql("delete from terminal_request").update();
        jdbc.sql("update activation set created_at = created_at - interval 2 hour")
                .update();
    }

    @Test
    void S3_1_S3_2_theOfferIsTheBanksOwnMenuWithTheMaskedNumber() throws Exception {
        JsonNode offer = offer(PERSON.cardOf("603799"));

        assertThat(offer.get("mobile").stringValue()).isEqualTo("0912****001");
        assertThat(offer.get("mobileTyped").booleanValue()).isTrue();
        assertThat(offer.get("menu").get(0).get("label").stringValue()).isEqualTo("عملیات رمز");
        assertThat(offer.get("refusal").stringValue()).isEmpty();
        assertThat(offer.toString()).doesNotContain("9120001001").doesNotContain("9990010072");
    }

    @Test
    void S3_3_S3_5_S3_6_oneReceiptAndOneSmsHowOftenTheRequestComes() throws Exception {
        String body = action(PERSON.cardOf("603799"), MELLI_SECOND, Map.of("mobile", "۰۹۱۲ ۰۰۰ ۱۰۰۱"));
        int seen = people.messages(PERSON.mobile());

        List<HttpResponse<String>> answers = together(Collections.nCopies(8, () -> act(body)));

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
        assertThat(answers.stream().map(HttpResponse::body).distinct()).hasSize(1);
        JsonNode answer = JSON.readTree(answers.getFirst().body());
        assertThat(answer.get("result").stringValue()).isEqualTo("DONE");
        List<String> receipt = lines(answer);
        assertThat(receipt).anyMatch(line -> line.contains("بخش ۱ از ۲"));
        assertThat(receipt).anyMatch(line -> line.matches("[0-9]{4} [0-9]{4}"));
        assertThat(receipt).anyMatch(line -> line.contains("بخش ۲ از ۲") && line.contains("۰۹۱۲****۰۰۱"));
        people.text(PERSON.mobile(), seen);
        Thread.sleep(Duration.ofSeconds(1));
        assertThat(people.messages(PERSON.mobile())).isEqualTo(seen + 1);
    }

    @Test
    void S3_4_aNumberThatIsNotTheRegisteredOneSendsToABranchAndSendsNothing() throws Exception {
        int seen = people.messages(PERSON.mobile());
        for (String mobile : List.of("09120001002", "123", "0912000100")) {
            JsonNode answer = JSON.readTree(act(action(PERSON.cardOf("603799"), MELLI_SECOND, Map.of("mobile", mobile)))
                    .body());
            assertThat(answer.get("result").stringValue()).isEqualTo("BRANCH");
            assertThat(answer.get("text").stringValue()).contains("شعبه");
            assertThat(answer.get("receipt")).isEmpty();
        }
        Thread.sleep(Duration.ofSeconds(1));
        assertThat(people.messages(PERSON.mobile())).isEqualTo(seen);
    }

    @Test
    void S4_4_whoDoesNotConfirmTheNumberShownIsSentToABranch() throws Exception {
        CardNumber card = PERSON.cardOf("610433");
        assertThat(result(act(action(card, "1-1-1", Map.of())))).isEqualTo("BRANCH");
        assertThat(result(act(action(card, "1-1-1", Map.of("mobileConfirmed", true)))))
                .isEqualTo("DONE");
    }

    @Test
    void S4_7_S4_9_theSmsEditionIsSwitchedOnAndOffAndSaysBeforeWhatRemains() throws Exception {
        CardNumber card = DemonstrationPeople.SHIRIN.cards().getFirst();
        assertThat(result(act(action(card, MELLAT_SMS, Map.of("mobileConfirmed", true)))))
                .isEqualTo("DONE");
        JsonNode remains = JSON.readTree(post("remains", key(), request(card, Map.of("entry", MELLAT_SMS_OFF)))
                .body());
        assertThat(remains.get("sentences").toString()).contains("رمز دوم ایستای کارت دوباره معتبر می‌شود");

        JsonNode off = JSON.readTree(act(action(card, MELLAT_SMS_OFF, Map.of())).body());
        assertThat(off.get("text").stringValue())
                .contains("نسخه پیامکی رمزنگار ملت برای این کارت غیرفعال شد.")
                .contains("دوباره معتبر است");
        assertThat(JSON.readTree(act(action(card, MELLAT_SMS_OFF, Map.of())).body())
                        .get("text")
                        .stringValue())
                .contains("فعال نبود");
    }

    @Test
    void S7_3_S7_4_S7_14_aSimplePinBeginsNothingAndAGoodOneBelongsToTheKey() throws Exception {
        CardNumber card = DemonstrationPeople.LALEH.card();
        int seen = people.messages(DemonstrationPeople.LALEH.mobile());
        JsonNode weak = JSON.readTree(act(action(card, "1-1", Map.of("mobileConfirmed", true, "pin", "12345678")))
                .body());
        assertThat(weak.get("result").stringValue()).isEqualTo("AGAIN");
        assertThat(weak.get("text").stringValue()).contains("پشت سر هم");
        assertThat(result(act(action(card, "1-1", Map.of("mobileConfirmed", true, "pin", "۲۸۴۰۶۱۹۳")))))
                .isEqualTo("DONE");

        String code = codeSms(DemonstrationPeople.LALEH, seen);
        TestPhone phone = new TestPhone(URI.create("http://localhost:" + port));
        assertThat(phone.claimByCard(card.digits(), "SECOND", code, "Galaxy").status())
                .isEqualTo(200);
        phone.typePin("28406193");
        assertThat(phone.prove(phone.code(clock.instant())).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "5028060000003310, 6037990000003422",
        "6037990000003646, 6037990000003646",
        "6221060000004303, 6221060000004303"
    })
    void case6_giftExpiredAndBlockedCardsGetNothing(String ignored, String number) throws Exception {
        CardNumber card = CardNumber.of(number);
        assertThat(offer(card).get("refusal").stringValue()).isNotBlank();
        assertThat(offer(card).get("menu")).isEmpty();
        String entry = number.startsWith("622106") ? "1-1" : MELLI_SECOND;
        assertThat(result(act(action(
                        card, entry, Map.of("mobile", "09120001005", "mobileConfirmed", true, "pin", "28406193")))))
                .isEqualTo("REFUSED");
    }

    @Test
    void case6_aFrozenPasswordGetsNothingUntilItsOwnerUnfreezesIt() throws Exception {
        CardNumber card = DemonstrationPeople.ARASH.card();
        long id = directory.find(card).orElseThrow().card().value();
        jdbc.sql("update card_password set state = 'DYNAMIC', frozen_at = utc_timestamp(3) where card_id = :id")
                .param("id", id)
                .update();
        try {
            for (String entry : List.of("1-1-1", "2-2", MELLAT_SMS, MELLAT_SMS_OFF)) {
                assertThat(result(act(action(card, entry, Map.of("mobileConfirmed", true)))))
                        .isEqualTo("REFUSED");
            }
        } finally {
            jdbc.sql("update card_password set state = 'STATIC', frozen_at = null where card_id = :id")
                    .param("id", id)
                    .update();
        }
    }

    @Test
    void aCardOfAnotherBankAndOneThatNobodyHasGetNothing() throws Exception {
        assertThat(offer(CardNumber.of("4111111111111111")).get("menu")).isEmpty();
        assertThat(offer(CardNumber.of("6104330000009004")).get("menu")).isEmpty();
        assertThat(result(act(action(CardNumber.of("6104330000009004"), "1-1-1", Map.of("mobileConfirmed", true)))))
                .isEqualTo("REFUSED");
    }

    @Test
    void case20_withoutTheRightKeyOrScopeThereIsNoAnswer() throws Exception {
        String other = clients.register("t-" + UUID.randomUUID(), "a switch", EnumSet.of(ChannelScope.VERIFICATION))
                .bearer();
        String body = request(PERSON.card(), Map.of());
        assertThat(post("offers", "", body).statusCode()).isEqualTo(401);
        assertThat(post("offers", "rz.terminal.nonsense", body).statusCode()).isEqualTo(401);
        assertThat(post("offers", other, body).statusCode()).isEqualTo(403);
        assertThat(post("actions", other, action(PERSON.card(), MELLI_SECOND, Map.of()))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aRequestIdUsedForAnotherWishIsAConflict() throws Exception {
        String body = action(PERSON.cardOf("603799"), MELLI_SECOND, Map.of("mobile", "09120001002"));
        assertThat(act(body).statusCode()).isEqualTo(200);
        assertThat(act(body.replace("09120001002", "09120001003")).statusCode()).isEqualTo(409);
        assertThat(act(body.replace(MELLI_SECOND, "1-1-1")).statusCode()).isEqualTo(409);
    }

    @Test
    void oneCardMayAskSoOftenADayEvenAllAtOnce() throws Exception {
        List<Callable<HttpResponse<String>>> calls = new ArrayList<>();
        for (int i = 0; i < 28; i++) {
            String body = action(DemonstrationPeople.SIAVASH.card(), "1-1", Map.of());
            calls.add(() -> act(body));
        }
        List<String> results = new ArrayList<>();
        for (HttpResponse<String> each : together(calls)) {
            results.add(result(each));
        }
        assertThat(results).filteredOn("DONE"::equals).hasSize(20);
        assertThat(results).filteredOn("WAIT"::equals).hasSize(8);
    }

    @Test
    void case23_oddSignsInNamesAreRefusedAndWhatIsUnknownToo() throws Exception {
        String body = action(PERSON.card(), MELLI_SECOND, Map.of());
        assertThat(act(body.replace("ATM-1", "ATM\\n<b>")).statusCode()).isEqualTo(400);
        assertThat(act(body.replace("\"entry\"", "\"extra\":1,\"entry\"")).statusCode())
                .isEqualTo(400);
        assertThat(result(act(action(PERSON.cardOf("603799"), "9-9", Map.of()))))
                .isEqualTo("REFUSED");
    }

    @Test
    void I5_neitherReceiptNorPinStandsPlainInATable() throws Exception {
        CardNumber card = DemonstrationPeople.LALEH.card();
        act(action(card, "1-2", Map.of("pin", "71520864")));
        assertThat(jdbc.sql("select count(*) from terminal_request where answer_sealed like '%receipt%'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from token_pin where pin_sealed like '%71520864%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private String codeSms(DemonstrationPerson person, int seen) throws InterruptedException {
        people.text(person.mobile(), seen + 1);
        return inbox.of(person.mobile(), 2).stream()
                .map(ReceivedSms::text)
                .filter(text -> text.contains("\n"))
                .findFirst()
                .orElseThrow()
                .lines()
                .toList()
                .get(1);
    }

    private JsonNode offer(CardNumber card) throws Exception {
        return JSON.readTree(post("offers", key(), request(card, Map.of())).body());
    }

    private static String result(HttpResponse<String> answer) {
        return JSON.readTree(answer.body()).get("result").stringValue();
    }

    private static List<String> lines(JsonNode answer) {
        return answer.get("receipt").valueStream().map(JsonNode::stringValue).toList();
    }

    private static String action(CardNumber card, String entry, Map<String, Object> more) {
        Map<String, Object> all = new TreeMap<>(more);
        all.put("requestId", UUID.randomUUID().toString());
        all.put("entry", entry);
        return request(card, all);
    }

    private static String request(CardNumber card, Map<String, Object> more) {
        Map<String, Object> all = new TreeMap<>(more);
        all.put("terminalId", "ATM-1");
        all.put("card", card.digits());
        all.put("language", "fa");
        return JSON.writeValueAsString(all);
    }

    private HttpResponse<String> act(String body) throws IOException, InterruptedException {
        return post("actions", key(), body);
    }

    private static String key() throws IOException {
        return Files.readString(Path.of("target", "trial", "terminal.key")).strip();
    }

    private HttpResponse<String> post(String path, String key, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/api/v1/terminals/" + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static <T> List<T> together(List<? extends Callable<T>> calls) throws Exception {
        List<T> results = new ArrayList<>();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<T> each : pool.invokeAll(calls)) {
                results.add(each.get());
            }
        }
        return results;
    }
}
