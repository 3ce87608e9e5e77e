package ir.ramzineh.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ir.ramzineh.Patience;
import ir.ramzineh.PortalIT;
import ir.ramzineh.channelapi.ChannelScope;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.Transaction;
import ir.ramzineh.sms.IncomingMessages;
import ir.ramzineh.sms.IncomingSms;
import ir.ramzineh.verification.Verdict;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@PortalIT
@DisplayName("Security case 8: floods of messages end at their limits and stop nobody else")
class FloodsIT extends CaseScene {
    private static final int SHARE_OF_A_GATEWAY = 30;
    private static final int CODES_FOR_PAYMENTS_A_DAY = 60;
    private static final int ANSWERS_A_DAY = 40;

    @Test
    void oneGatewayUsesItsOwnShareOfANumberAndTheNextOneIsServed() throws Exception {
        Owner owner = Source.PAYMENT.owner(this);
        String flooding = key(ChannelScope.PAYMENT_CODE);
        for (int i = 0; i < SHARE_OF_A_GATEWAY + 10; i++) {
            press(flooding, owner, payment());
        }
        settled(owner, SHARE_OF_A_GATEWAY + 10);
        assertThat(messages(owner, "harim")).isEqualTo(SHARE_OF_A_GATEWAY);

        Transaction payment = payment();
        String code = askedOnAPaymentPage(owner, payment);
        assertThat(verdict(key(ChannelScope.VERIFICATION), "f-" + ids.next(), owner, code, payment))
                .isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void manyGatewaysTogetherEndAtTheCapOfTheDayAndNoCardIsLocked() throws Exception {
        Owner owner = Source.PAYMENT.owner(this);
        for (int gateway = 0; gateway < 4; gateway++) {
            String key = key(ChannelScope.PAYMENT_CODE);
            for (int i = 0; i < 20; i++) {
                press(key, owner, payment());
            }
        }
        settled(owner, 80);
        assertThat(messages(owner, "harim")).isEqualTo(CODES_FOR_PAYMENTS_A_DAY);
        assertThat(failedAttempts(owner)).isZero();
        assertThat(state(owner)).isEqualTo("DYNAMIC");
    }

    @Test
    void onePaymentIsAskedForFiveTimesInItsCountdownWithGrowingWaits() throws Exception {
        clock.hold();
        Owner owner = Source.PAYMENT.owner(this);
        Transaction payment = payment();
        String key = key(ChannelScope.PAYMENT_CODE);
        int taken = 0;
        for (int second = 0; second < 120; second += 5) {
            taken += calls.post("payment-codes", key, calls.press("w-" + ids.next(), owner, payment))
                                    .statusCode()
                            == 200
                    ? 1
                    : 0;
            clock.advance(Duration.ofSeconds(5));
        }
        assertThat(taken).isEqualTo(5);
    }

    @Test
    void whoTextsForADayGetsTheAnswersOfADayAndLeavesTheAppAlone() throws Exception {
        Owner owner = owner("610433", "APP,SMS_TEXT_IN", true);
        for (int i = 0; i < 200; i++) {
            text(owner.mobile(), owner.number().lastFour());
            clock.advance(Duration.ofMinutes(5));
        }
        assertThat(messages(owner, "text-in")).isLessThanOrEqualTo(ANSWERS_A_DAY);
        assertThat(verdict(
                        key(ChannelScope.VERIFICATION),
                        "t-" + ids.next(),
                        owner,
                        owner.appCode(clock.instant()),
                        payment()))
                .isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void whoDialsAgainAndAgainSharesTheLimitOfAnswers() throws Exception {
        clock.hold();
        Owner owner = Source.DIALLED.owner(this);
        String key = key(ChannelScope.USSD);
        int codes = 0;
        for (int i = 0; i < 20; i++) {
            String path = "ussd/sessions/f-" + ids.next();
            calls.post(path, key, calls.step(1, owner, ""));
            codes += calls.post(path, key, calls.step(2, owner, "1")).body().matches("(?s).*[0-9]{7}.*") ? 1 : 0;
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(codes).as("at 0, 2 and 7 seconds").isEqualTo(3);
    }

    @Test
    void activationsAtAnAtmAreTextedWithGrowingWaits() throws Exception {
        Owner owner = owner("610433", "APP", false);
        String key = key(ChannelScope.TERMINAL);
        int begun = 0;
        for (int i = 0; i < 10; i++) {
            begun += calls.post(
                                    "terminals/actions",
                                    key,
                                    calls.wish("a-" + ids.next(), owner, "1-1-1", Map.of("mobileConfirmed", true)))
                            .body()
                            .contains("\"DONE\"")
                    ? 1
                    : 0;
            clock.advance(Duration.ofSeconds(30));
        }
        assertThat(begun).as("at once, after 1 and after 3 minutes").isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+447700900123",
                "+15005550006",
                "+9647701234567",
                "30003303",
                "+9830003303",
                "909123456789",
                "Bank Mellat",
                "",
                "+98912"
            })
    void whoIsNoIranianMobilePhoneIsNotAnswered(String from) {
        assertThat(incoming.receive(new IncomingSms("test", Long.toString(ids.next()), from, SHORT_NUMBER, "1234")))
                .isEqualTo(IncomingMessages.Result.STRANGER);
    }

    /** Our own answers that come back to us begin no loop. */
    @Test
    void anAnswerThatIsTextedBackIsNotAnsweredForEver() {
        Owner owner = Source.TEXTED.owner(this);
        MobileNumber phone = owner.mobile();
        for (int i = 0; i < 30; i++) {
            text(phone, "بانک ملت: برای رمز پویا چهار رقم آخر کارت را بفرستید.");
        }
        assertThat(messages(owner, "text-in-answer")).isLessThanOrEqualTo(3);
    }

    private void press(String key, Owner owner, Transaction payment) throws Exception {
        assertThat(calls.patiently("payment-codes", key, calls.press("p-" + ids.next(), owner, payment))
                        .statusCode())
                .isEqualTo(200);
    }

    private void settled(Owner owner, int requests) {
        await().atMost(Patience.LONG)
                .until(() ->
                        jdbc.sql("select count(*) from harim_request where card_id = :card and outcome is not null")
                                        .param("card", owner.card().value())
                                        .query(Integer.class)
                                        .single()
                                >= requests);
    }

    private int messages(Owner owner, String purpose) {
        return jdbc.sql("select count(*) from sms_message where customer_id = :customer and purpose = :purpose")
                .param("customer", owner.customer().value())
                .param("purpose", purpose)
                .query(Integer.class)
                .single();
    }
}
