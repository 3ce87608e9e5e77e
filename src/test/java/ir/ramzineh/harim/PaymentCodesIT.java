package ir.ramzineh.harim;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.ForkFolder;
import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.trial.DemonstrationPeople;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The button of payment pages, from outside (S11.1 to S11.7, S13.2, S13.3, I7, security case 4). */
@PortalIT
class PaymentCodesIT {
    private static final Pattern CODE = Pattern.compile("(?:رمز|Code): ([0-9]{7})");
    private static final String CARD = DemonstrationPeople.TARANEH.card().digits();
    private static final MobileNumber PHONE = DemonstrationPeople.TARANEH.mobile();
    private static final String NOBODYS_CARD = "6063730000009004";

    @LocalServerPort
    private int port;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String terminal = "T" + UUID.randomUUID().toString().substring(0, 8);
    private PeopleFixtures people;

    @BeforeEach
    void nothingIsWaitedFor() {
        people = PeopleFixtures.of(beans);
        people.forgetWaits();
        // Messages of tests that ran the clock ahead would pass for the newest.
        jdbc.sql("delete from simulator_inbox").update();
    }

    @Test
    void aCustomerWhoNeverSignedUpGetsACodeThatPaysThisAndOnce() throws Exception {
        int seen = people.messages(PHONE);

        HttpResponse<String> answer = ask("a", CARD, 4_300_000, "");
        String text = people.text(PHONE, seen);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("مشتری گرامی، درخواست شما به بانک صادرکننده ارسال شد؛ درصورت صحت اطلاعات");
        assertThat(answer.body()).contains("\"secondsLeft\":120", "\"requestsLeft\":4", "\"nextInSeconds\":10");
        assertThat(text).contains("خرید", "فروشگاه آزمون", "4,300,000 ریال");
        String code = code(text);
        assertThat(verify("1", code, 4_300_000)).contains("ACCEPTED");
        assertThat(verify("2", code, 4_300_000)).contains("REFUSED");
        assertThat(verify("1", code, 4_300_000)).contains("ACCEPTED");
    }

    @Test
    void aRialMoreOrLessIsRefused() throws Exception {
        int seen = people.messages(PHONE);
        ask("b", CARD, 4_300_000, "");
        String code = code(people.text(PHONE, seen));

        assertThat(verify("3", code, 4_299_999)).contains("REFUSED");
        assertThat(verify("4", code, 4_300_000)).contains("REFUSED");
    }

    @Test
    void theAnswerIsTheSameWhetherOrNotTheCardOrTheDataExist() throws Exception {
        int seen = people.messages(PHONE);

        HttpResponse<String> known = ask("c", CARD, 10_000, "");
        HttpResponse<String> unknown = ask("d", NOBODYS_CARD, 10_000, "");
        HttpResponse<String> wrongData = ask("e", CARD, 20_000, "\"expiry\":\"1409/04\",");
        HttpResponse<String> strangeBank = ask("f", "4111111111111111", 10_000, "");

        assertThat(List.of(unknown, wrongData, strangeBank))
                .allSatisfy(other -> assertThat(other.body()).isEqualTo(known.body()))
                .allSatisfy(other -> assertThat(other.statusCode()).isEqualTo(200));
        people.text(PHONE, seen);
        assertThat(outcome("e")).isEqualTo("WRONG_DATA");
        assertThat(outcome("d")).isEqualTo("UNKNOWN_CARD");
        assertThat(people.messages(PHONE)).isEqualTo(seen + 1);
    }

    @Test
    void askingAgainWaitsLongerEachTimeRepeatsTheCodeAndResetsNothing() throws Exception {
        clock.hold();
        int seen = people.messages(PHONE);
        ask("g0", CARD, 70_000, "");
        String first = code(people.text(PHONE, seen));
        assertThat(ask("g-early", CARD, 70_000, "").statusCode()).isEqualTo(429);

        for (int again = 1; again <= 4; again++) {
            clock.advance(Duration.ofSeconds(10L * again));
            HttpResponse<String> answer = ask("g" + again, CARD, 70_000, "");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"requestsLeft\":" + (4 - again));
            assertThat(code(people.text(PHONE, seen + again))).isEqualTo(first);
        }
        clock.advance(Duration.ofSeconds(15));
        assertThat(ask("g5", CARD, 70_000, "").statusCode()).isEqualTo(429);
        clock.advance(Duration.ofSeconds(6));
        assertThat(verify("5", first, 70_000)).contains("REFUSED");
    }

    @Test
    void S11_2_theCodeEndsWithTheCountdownEvenWhenItWasMadeLate() throws Exception {
        clock.hold();
        int seen = people.messages(PHONE);
        ask("l0", CARD, 75_000, "\"expiry\":\"1409/04\",");
        assertThat(outcome("l0")).isEqualTo("WRONG_DATA");
        clock.advance(Duration.ofSeconds(80));
        ask("l1", CARD, 75_000, "");
        String code = code(people.text(PHONE, seen));
        clock.advance(Duration.ofSeconds(41));

        assertThat(verify("l2", code, 75_000)).contains("REFUSED");
        assertThat(ask("l3", CARD, 75_000, "").body()).contains("\"secondsLeft\":120");
        assertThat(code(people.text(PHONE, seen + 1))).isNotEqualTo(code);
    }

    @Test
    void aPressJustBeforeTheEndOfTheCountdownSendsNothing() throws Exception {
        clock.hold();
        ask("n0", CARD, 85_000, "\"expiry\":\"1409/04\",");
        outcome("n0");
        clock.advance(Duration.ofSeconds(110));
        ask("n1", CARD, 85_000, "");
        assertThat(outcome("n1")).isEqualTo("TOO_LATE");
    }

    @Test
    void theSameRequestTwiceAtOnceSendsOneMessage() throws Exception {
        int seen = people.messages(PHONE);
        Callable<HttpResponse<String>> press = () -> ask("twin", CARD, 90_000, "");
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<HttpResponse<String>> one :
                    threads.invokeAll(Stream.generate(() -> press).limit(8).toList())) {
                assertThat(one.get().statusCode()).isEqualTo(200);
            }
        }
        people.text(PHONE, seen);
        ask("another", NOBODYS_CARD, 90_000, "");
        outcome("another");
        assertThat(people.messages(PHONE)).isEqualTo(seen + 1);
        assertThat(ask("twin", CARD, 90_001, "").statusCode()).isEqualTo(409);
    }

    @Test
    void aBankWhereItMustBeSwitchedOnSendsNothingBefore() throws Exception {
        ask("h", DemonstrationPeople.ROUZBEH.card().digits(), 50_000, "");

        assertThat(outcome("h")).isEqualTo("NOT_ON");
    }

    @Test
    void theNumberOfTheCardLeavesTheRow() throws Exception {
        ask("i", CARD, 110_000, "");
        outcome("i");

        assertThat(jdbc.sql("select card_sealed from harim_request where request_id = :id")
                        .param("id", terminal + "i")
                        .query((row, n) -> row.getBytes(1) == null)
                        .single())
                .isTrue();
    }

    @Test
    void theKeyOfTheSwitchDoesNotAskForCodesNorThatOfThePageForVerdicts() throws Exception {
        assertThat(post("payment-codes", "card-switch", body("j", CARD, 1_000, ""))
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("verifications", "payment-page", question("j", "1234567", 1_000))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void passwordsAreNotChangedWithACode() throws Exception {
        String change = body("k", CARD, 0, "").replace("PURCHASE", "PASSWORD_CHANGE");

        HttpResponse<String> answer = post("payment-codes", "payment-page", change);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"processType\"");
    }

    private HttpResponse<String> ask(String id, String card, long amount, String extra) throws Exception {
        return post("payment-codes", "payment-page", body(id, card, amount, extra));
    }

    private String body(String id, String card, long amount, String extra) {
        return """
                {"requestId":"%s","card":"%s",%s"processType":"PURCHASE","amount":%d,"merchantId":"M-77",
                 "merchantName":"فروشگاه آزمون","terminalId":"%s","requesterId":"PSP-1"}
                """.formatted(terminal + id, card, extra, amount, terminal);
    }

    private String verify(String id, String code, long amount) throws Exception {
        return post("verifications", "card-switch", question(id, code, amount)).body();
    }

    private String question(String id, String code, long amount) {
        return """
                {"requestId":"%s","card":"%s","password":"SECOND","code":"%s",
                 "transaction":{"type":"PURCHASE","amount":%d,"merchantId":"M-77","terminalId":"%s"}}
                """.formatted(terminal + id, CARD, code, amount, terminal);
    }

    private HttpResponse<String> post(String path, String client, String body) throws Exception {
        String key =
                Files.readString(ForkFolder.trial().resolve(client + ".key")).strip();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/" + path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + key)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** What became of a request, once something has. */
    private String outcome(String id) throws InterruptedException {
        for (int i = 0; i < 2_400; i++) {
            List<String> outcome = jdbc.sql(
                            "select outcome from harim_request where request_id = :id and outcome is not null")
                    .param("id", terminal + id)
                    .query((row, n) -> row.getString(1))
                    .list();
            if (!outcome.isEmpty()) {
                return outcome.getFirst();
            }
            Thread.sleep(Duration.ofMillis(50));
        }
        throw new AssertionError("nobody dealt with the request in two minutes");
    }

    private static String code(String text) {
        Matcher found = CODE.matcher(text);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
