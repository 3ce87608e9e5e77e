package ir.ramzineh.corebank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import ir.ramzineh.corebank.NumberOwnership.Answer;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.NationalId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Writing a number to the bank and asking the register whose it is, over HTTP (S3.4, D3). */
class HttpNumbersTest {
    private static final NationalId PERSON = NationalId.of("9990010072");
    private static final MobileNumber BEFORE = MobileNumber.of("09120001001");
    private static final MobileNumber AFTER = MobileNumber.of("09120001009");

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private volatile int status = 200;
    private volatile String body = "";

    @BeforeEach
    void startTheService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            seen.add(exchange.getRequestURI() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] answer = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aNumberIsWrittenWithWhatItWasAndWhichChangeItIs() {
        body = "{\"result\":\"WRITTEN\"}";
        try (HttpCoreBank bank = new HttpCoreBank(service())) {
            assertThat(bank.changeNumber(PERSON, BEFORE, AFTER, new NumberWriting(8123, true)))
                    .isEqualTo(NumberWritten.WRITTEN);
        }
        assertThat(seen)
                .singleElement()
                .asString()
                .startsWith("/v1/change-number ")
                .contains(
                        "\"from\":\"+989120001001\"",
                        "\"to\":\"+989120001009\"",
                        "\"change\":\"8123\"",
                        "\"back\":true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"result\":null}", "{\"result\":\"PERHAPS\"}", "[]"})
    void anAnswerThatSaysNothingIsNoAnswerAndIsAskedForAgainLater(String answer) {
        body = answer;
        try (HttpCoreBank bank = new HttpCoreBank(service())) {
            assertThatThrownBy(() -> bank.changeNumber(PERSON, BEFORE, AFTER, new NumberWriting(1, false)))
                    .isInstanceOf(CoreBankUnavailableException.class);
        }
    }

    @Test
    void theRegisterSaysYesOrNoAboutThisPersonAndThisNumber() {
        try (HttpNumberOwnership register = new HttpNumberOwnership(service())) {
            body = answer(PERSON.digits(), AFTER.e164(), "true");
            assertThat(register.ask(PERSON, AFTER)).isEqualTo(Answer.OWNER);
            body = answer(PERSON.digits(), AFTER.e164(), "false");
            assertThat(register.ask(PERSON, AFTER)).isEqualTo(Answer.NOT_OWNER);
        }
    }

    @Test
    void anAnswerAboutOthersOrNoneAtAllProvesNothing() {
        try (HttpNumberOwnership register = new HttpNumberOwnership(service())) {
            body = answer("0012345679", AFTER.e164(), "true");
            assertThat(register.ask(PERSON, AFTER)).isEqualTo(Answer.NO_ANSWER);
            body = answer(PERSON.digits(), BEFORE.e164(), "true");
            assertThat(register.ask(PERSON, AFTER)).isEqualTo(Answer.NO_ANSWER);
            body = answer(PERSON.digits(), AFTER.e164(), "null");
            assertThat(register.ask(PERSON, AFTER)).isEqualTo(Answer.NO_ANSWER);
            status = 500;
            assertThat(register.ask(PERSON, AFTER)).isEqualTo(Answer.NO_ANSWER);
        }
    }

    private static String answer(String person, String mobile, String owner) {
        return "{\"nationalId\":\"%s\",\"mobile\":\"%s\",\"owner\":%s}".formatted(person, mobile, owner);
    }

    private BankService service() {
        return new BankService(new CoreBankProperties.Http(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1"),
                "portal-key",
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                2,
                100_000));
    }
}
