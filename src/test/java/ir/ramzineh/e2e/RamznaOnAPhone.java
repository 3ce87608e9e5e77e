package ir.ramzineh.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.kernel.CardNumber;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every journey with Ramzna has at hand: the phone, and a payment with the network cut. */
abstract class RamznaOnAPhone extends PortalJourney {
    /** Where the QR codes of the portal lead. */
    @Value("${ramzineh.token.public-url:http://localhost:8080}")
    private URI publicAddress;

    @Autowired
    private JdbcClient jdbc;

    private final List<Runnable> ends = new ArrayList<>();

    @BeforeEach
    void nothingIsRememberedOfEarlierVisits() {
        people().forgetWaits();
        jdbc.sql("delete from terminal_request").update();
        jdbc.sql("update activation set created_at = created_at - interval 2 hour")
                .update();
        Film.nothing();
    }

    /** The browser of the phone serves other journeys too. */
    @AfterEach
    void itsClockIsRightAgain() {
        ends.forEach(Runnable::run);
    }

    final URI publicAddress() {
        return publicAddress;
    }

    /** The phone of the journey, with nothing on it. */
    final RamznaPages phone() {
        return new RamznaPages(phoneBrowser(), publicAddress);
    }

    /** As {@link #phone}; its clock is ahead of this machine's until the test ends. */
    final RamznaPages phoneAhead(Duration time) {
        RamznaPages ramzna = phone();
        ends.add(ramzna.ahead(time));
        return ramzna;
    }

    final Browser phoneBrowser() {
        return Browser.phone(publicAddress, portal());
    }

    /**
     * The proving code is spent. With the network of the phone cut, the next code comes by itself, and the switch takes
     * it once.
     */
    final void paysOnceOffline(RamznaPages ramzna, CardNumber card) {
        ramzna.browser.connect(false);
        String code = nextCode(ramzna);
        CardSwitch asked = cardSwitch();
        assertThat(List.of(asked.ask(card, code), asked.ask(card, code))).containsExactly("ACCEPTED", "REFUSED");
        ramzna.browser.connect(true);
    }

    /** Lets a minute or two pass on the phone and in the bank, until another code is shown. */
    final String nextCode(RamznaPages ramzna) {
        String before = ramzna.codeNow();
        clock.advance(CODE_LIFE_MAX);
        ramzna.advance(CODE_LIFE_MAX);
        return ramzna.until(driver -> {
            String now = ramzna.codeNow();
            return now.isEmpty() || now.equals(before) ? null : now;
        });
    }

    /** The code with its last digit changed. */
    static String mistyped(String code) {
        return code.substring(0, code.length() - 1) + (code.endsWith("1") ? "2" : "1");
    }
}
