package ir.ramzineh.corebank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.NationalId;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpCoreBankTest {
    private static final NationalId PERSON = NationalId.of("9990010072");
    private static final String CUSTOMER = """
            {"customer":{"nationalId":"9990010072","nameFa":"پارسا نمونه‌ای","nameEn":"Parsa Nemoonei",
             "birthDate":"1989-07-03","mobile":"+989120001001"}}""";

    /** What the bank's service does with a request. */
    private interface Behaviour {
        void answer(HttpExchange exchange) throws IOException;
    }

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;
    private HttpCoreBank bank;
    private volatile Behaviour behaviour = exchange -> reply(exchange, 500, "");

    @BeforeEach
    void startTheBanksService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            behaviour.answer(exchange);
        });
        server.start();
        bank = bankAnsweringWithin(Duration.ofSeconds(30));
    }

    @AfterEach
    void stop() {
        bank.close();
        server.stop(0);
    }

    @Test
    void aCustomerIsReadAndNoPersonalValueStandsInTheAddress() {
        answerAlways(200, CUSTOMER);

        BankCustomer customer = bank.customer(PERSON).orElseThrow();

        assertThat(customer.mobile()).isEqualTo(MobileNumber.of("09120001001"));
        assertThat(customer.name().en()).isEqualTo("Parsa Nemoonei");
        assertThat(seen).containsExactly("POST /core/v1/customer Bearer portal-key {\"nationalId\":\"9990010072\"}");
    }

    /** Decision 014: the bank may say since when a number stands; what cannot be read is as if it said nothing. */
    @Test
    void theMomentOfANumberIsReadWhereTheBankNamesItAndNonsenseIsNone() {
        answerAlways(200, CUSTOMER);
        assertThat(bank.customer(PERSON).orElseThrow().mobileSince()).isNull();
        answerAlways(200, CUSTOMER.replace("}}", ",\"mobileSince\":\"2026-05-01T10:15:00+03:30\"}}"));
        assertThat(bank.customer(PERSON).orElseThrow().mobileSince()).isEqualTo("2026-05-01T06:45:00Z");
        for (String nonsense : List.of("\"1405/02/11\"", "\"\"", "20260501", "null")) {
            answerAlways(200, CUSTOMER.replace("}}", ",\"mobileSince\":" + nonsense + "}}"));
            assertThat(bank.customer(PERSON).orElseThrow().mobileSince())
                    .as(nonsense)
                    .isNull();
        }
    }

    @Test
    void aStrangerIsAnEmptyAnswerAndNoError() {
        answerAlways(200, "{\"customer\":null}");

        assertThat(bank.customer(PERSON)).isEmpty();
    }

    @Test
    void whoTextsInIsFoundByTheRegisteredNumberAndNobodyElseIsBelieved() {
        answerAlways(
                200, CUSTOMER.replace("{\"customer\":{", "{\"customers\":[{").replaceFirst("}}$", "}]}"));

        assertThat(bank.customersByMobile(MobileNumber.of("09120001001")))
                .extracting(BankCustomer::nationalId)
                .containsExactly(PERSON);
        assertThat(seen)
                .containsExactly("POST /core/v1/customers-by-mobile Bearer portal-key {\"mobile\":\"+989120001001\"}");
        unavailable(() -> bank.customersByMobile(MobileNumber.of("09120001002")), "malformed");
    }

    @Test
    void cardsAccountsAndMovementsAreRead() {
        answerAlways(200, """
                {"cards":[{"number":"6037990000001111","nationalId":"9990010072","holderFa":"ن","holderEn":"P",
                 "expiry":{"year":1408,"month":3},"product":"NORMAL","active":true}],
                 "accounts":[{"bank":"melli","number":"0004050137","kind":"CURRENT","balance":1000}],
                 "movements":[{"reference":"R1","at":"2026-11-01T10:15:00+03:30","kind":"SALARY","direction":"IN",
                 "amount":500,"balanceAfter":1000,"partyFa":"ش","partyEn":"Co"}]}""");

        assertThat(bank.cards(PERSON)).extracting(BankCard::number).containsExactly(CardNumber.of("6037990000001111"));
        Account account = bank.accounts(PERSON).getFirst();
        assertThat(account.balance().amount()).isEqualTo(1000);
        assertThat(bank.movements(account, 10)).extracting(Movement::reference).containsExactly("R1");
    }

    @Test
    void anAnswerAboutSomebodyElseIsNotBelieved() {
        answerAlways(200, CUSTOMER);

        unavailable(() -> bank.customer(NationalId.of("9990010145")), "malformed");
    }

    @Test
    void aServiceThatIsAwayForAMomentIsAskedAgain() {
        behaviour = exchange -> reply(exchange, requests.get() < 3 ? 503 : 200, CUSTOMER);

        assertThat(bank.customer(PERSON)).isPresent();
        assertThat(requests).hasValue(3);
    }

    @Test
    void afterThreeTriesTheServiceIsUnavailable() {
        answerAlways(503, "");

        unavailable(() -> bank.customer(PERSON), "status 503");
        assertThat(requests).hasValue(3);
    }

    @Test
    void anErrorOfTheServiceIsNeitherRepeatedNorTakenForAStranger() {
        answerAlways(500, "");
        unavailable(() -> bank.customer(PERSON), "status 500");
        assertThat(requests).hasValue(1);

        answerAlways(404, "");
        unavailable(() -> bank.customer(PERSON), "status 404");
    }

    @Test
    void aSlowAnswerIsNotWaitedFor() {
        bank.close();
        bank = bankAnsweringWithin(Duration.ofSeconds(3));
        CountDownLatch givenUp = new CountDownLatch(1);
        behaviour = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write('{');
                body.flush();
                givenUp.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };

        unavailable(() -> bank.customer(PERSON), "too long");
        givenUp.countDown();
        assertThat(requests).hasValue(1);
    }

    @Test
    void anAnswerThatBreaksOffIsNotUsed() {
        behaviour = exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(CUSTOMER.getBytes(StandardCharsets.UTF_8), 0, 20);
            exchange.getResponseBody().flush();
            exchange.close();
        };

        unavailable(() -> bank.customer(PERSON), "broke off");
    }

    @Test
    void malformedAnswersAreNotUsedAndNotQuoted() {
        for (String answer : List.of(
                "",
                "null",
                "[]",
                "<html>9990010072",
                "{\"customer\":{}}",
                CUSTOMER.replace("1989-07-03", "yesterday"),
                CUSTOMER.replace("+989120001001", "+4915112345678"))) {
            answerAlways(200, answer);

            assertThatThrownBy(() -> bank.customer(PERSON))
                    .isInstanceOf(CoreBankUnavailableException.class)
                    .hasMessageContaining("malformed")
                    .hasNoCause();
        }
        answerAlways(200, "{}");
        unavailable(() -> bank.cards(PERSON), "malformed");
    }

    @Test
    void anOversizedAnswerIsNotReadToItsEnd() {
        answerAlways(200, "{\"customer\":null,\"x\":\"" + "x".repeat(200_000) + "\"}");

        unavailable(() -> bank.customer(PERSON), "broke off");
    }

    @Test
    void aServiceThatIsNotThereIsUnavailable() {
        server.stop(0);

        unavailable(() -> bank.customer(PERSON), "could not be reached");
    }

    private void answerAlways(int status, String body) {
        requests.set(0);
        behaviour = exchange -> reply(exchange, status, body);
    }

    private static void unavailable(Runnable question, String reason) {
        assertThatThrownBy(question::run)
                .isInstanceOf(CoreBankUnavailableException.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining(PERSON.digits());
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private HttpCoreBank bankAnsweringWithin(Duration answerTimeout) {
        return new HttpCoreBank(new BankService(new CoreBankProperties.Http(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/core/v1/"),
                "portal-key",
                Duration.ofSeconds(10),
                answerTimeout,
                3,
                100_000)));
    }
}
