package ir.ramzineh.cases;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import ir.ramzineh.channelapi.ChannelScope;
import ir.ramzineh.kernel.Transaction;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@PortalIT
@DisplayName("Security case 2: one code in twelve spellings is one code")
class TwelveSpellingsIT extends CaseScene {
    private static final int ZERO_PERSIAN = '۰';
    private static final int ZERO_ARABIC = '٠';
    private static final int ZERO_FULL_WIDTH = '０';

    @ParameterizedTest
    @EnumSource
    void atMostOneOfTheSpellingsIsAccepted(Source source) throws Exception {
        Owner owner = source.owner(this);
        Transaction payment = payment();
        String code = source.code(this, owner, payment);
        String key = key(ChannelScope.VERIFICATION);
        List<String> questions = new ArrayList<>();
        for (String spelling : spellings(code)) {
            questions.add(calls.question("s" + questions.size() + "-" + ids.next(), owner, spelling, payment));
        }
        String asText = calls.question("n-" + ids.next(), owner, code, payment);
        questions.add(asText.replace("\"code\":\"" + code + "\"", "\"code\":" + Long.parseLong(code)));
        Collections.shuffle(questions, new Random(source.ordinal()));

        int accepted = 0;
        for (String question : questions) {
            HttpResponse<String> answer = calls.patiently("verifications", key, question);
            assertThat(answer.statusCode()).isIn(200, 400);
            accepted += answer.body().contains("ACCEPTED") ? 1 : 0;
        }

        assertThat(questions).hasSize(12);
        assertThat(accepted).isEqualTo(1);
        assertThat(reasons(owner)).containsOnlyOnce("ACCEPTED");
        assertThat(failedAttempts(owner)).as("nobody guessed").isZero();
    }

    /** Four digits in any script are the same wish, and there is one living code behind all of them (S6.3). */
    @Test
    void everySpellingOfTheLastFourDigitsGetsTheSameCode() {
        Owner owner = Source.TEXTED.owner(this);
        Set<String> codes = new TreeSet<>();
        for (String spelling : spellings(owner.number().lastFour())) {
            jdbc.sql("delete from sms_limit").update();
            long seen = newest(owner);
            text(owner.mobile(), spelling);
            codes.add(arrived(owner, seen));
        }
        assertThat(codes).hasSize(1);
    }

    /** A choice on a screen is one digit; whatever else is typed ends the dialogue. */
    @Test
    void ofTheSpellingsOfAChoiceNoneMakesASecondCode() throws Exception {
        Owner owner = Source.DIALLED.owner(this);
        String key = key(ChannelScope.USSD);
        for (String spelling : spellings("1")) {
            jdbc.sql("delete from sms_limit").update();
            String path = "ussd/sessions/s-" + ids.next();
            calls.post(path, key, calls.step(1, owner, ""));
            assertThat(calls.post(path, key, calls.step(2, owner, spelling)).statusCode())
                    .isIn(200, 400);
        }
        assertThat(jdbc.sql("select count(*) from issued_code where card_id = :card")
                        .param("card", owner.card().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    /** The first code of an app, typed at the ATM, proves it once (design section 4). */
    @Test
    void ofTheSpellingsOfAFirstCodeAtAnAtmOneProves() throws Exception {
        Owner owner = owner("603799", "APP", false);
        String first = atAnAtm(owner).code(clock.instant());
        String key = key(ChannelScope.TERMINAL);
        int proven = 0;
        for (String spelling : spellings(first)) {
            HttpResponse<String> answer = calls.post(
                    "terminals/actions", key, calls.wish("p-" + ids.next(), owner, "1-2-2", Map.of("code", spelling)));
            proven += answer.body().contains("\"DONE\"") ? 1 : 0;
        }
        assertThat(proven).isEqualTo(1);
    }

    /** Eleven; the twelfth is the number without quotes. */
    private static List<String> spellings(String code) {
        int half = code.length() / 2;
        return List.of(
                code,
                in(code, ZERO_PERSIAN),
                in(code, ZERO_ARABIC),
                in(code.substring(0, half), ZERO_PERSIAN) + code.substring(half),
                " " + code + " ",
                code.substring(0, half) + " " + code.substring(half),
                code.substring(0, half) + "\u200c" + code.substring(half),
                "\u200f" + code,
                in(code, ZERO_FULL_WIDTH),
                code + "\n",
                code + "\u200e");
    }

    private static String in(String code, int zero) {
        return code.chars()
                .map(digit -> digit - '0' + zero)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
