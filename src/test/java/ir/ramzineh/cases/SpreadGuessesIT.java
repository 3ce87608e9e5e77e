package ir.ramzineh.cases;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import ir.ramzineh.channelapi.ChannelScope;
import ir.ramzineh.kernel.Transaction;
import ir.ramzineh.verification.PlayedCard;
import ir.ramzineh.verification.Verdict;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * In small: 1,000 guesses at 100 cards and one at each of 1,000 more, over very many terminals. That one terminal is held
 * back, and that the spread shows, is in {@code ChannelLimitsIT}.
 */
@PortalIT
@DisplayName("Security case 5: guesses spread over very many cards")
class SpreadGuessesIT extends CaseScene {
    private static final int LIMIT = 3;
    private static final int HAMMERED = 100;
    private static final int GUESSES = 10;
    private static final int TOUCHED = 1_000;
    private static final int AT_ONCE = 8;

    @Test
    void noCardIsGuessedAtMoreThanItsLimitAndOthersAreServedMeanwhile() throws Exception {
        List<PlayedCard> cards = cards(HAMMERED);
        String guesser = key(ChannelScope.VERIFICATION);
        Owner customer = Source.APP.owner(this);
        Transaction payment = payment();
        String code = customer.appCode(clock.instant());
        String honest = key(ChannelScope.VERIFICATION);

        List<Verdict> verdicts = Together.all(AT_ONCE + 1, n -> () -> {
            if (n == AT_ONCE) {
                return verdict(honest, "honest-" + ids.next(), customer, code, payment);
            }
            for (int i = n; i < HAMMERED * GUESSES; i += AT_ONCE) {
                guess(guesser, cards.get(i % HAMMERED), i);
            }
            return Verdict.REFUSED;
        });

        assertThat(verdicts).containsOnlyOnce(Verdict.ACCEPTED);
        assertThat(counted(cards, "reason like 'WRONG_CODE%'")).isEqualTo(LIMIT * HAMMERED);
        assertThat(counted(cards, "verdict = 'ACCEPTED'")).isZero();
        assertThat(counted(cards, "true")).as("every guess has its row").isEqualTo(HAMMERED * GUESSES);
    }

    @Test
    void oneGuessAtEachOfManyCardsLocksNone() throws Exception {
        List<PlayedCard> cards = cards(TOUCHED);
        String guesser = key(ChannelScope.VERIFICATION);
        Together.all(AT_ONCE, n -> () -> {
            for (int i = n; i < TOUCHED; i += AT_ONCE) {
                guess(guesser, cards.get(i), i);
            }
            return n;
        });

        PlayedCard one = cards.get(TOUCHED / 2);
        assertThat(calls.verdict(
                        key(ChannelScope.VERIFICATION), one.question("good-" + ids.next(), one.code(clock.instant()))))
                .isEqualTo(Verdict.ACCEPTED);
        assertThat(jdbc.sql("select count(*) from card_password where card_id in (:cards) and state = 'LOCKED'")
                        .param(
                                "cards",
                                cards.stream().map(card -> card.id().value()).toList())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** Codes asked for and codes typed wrong are counted apart: a flood of wishes locks nothing (traps of part 4). */
    @ParameterizedTest
    @EnumSource(names = {"PAYMENT", "TEXTED", "DIALLED"})
    void askingForCodesAgainAndAgainLocksNothing(Source source) throws Exception {
        Owner owner = source.owner(this);
        Transaction payment = payment();
        String code = "";
        for (int i = 0; i < 5; i++) {
            jdbc.sql("delete from sms_limit").update();
            code = source.code(this, owner, payment);
        }
        assertThat(failedAttempts(owner)).isZero();
        assertThat(verdict(key(ChannelScope.VERIFICATION), "f-" + ids.next(), owner, code, payment))
                .isEqualTo(Verdict.ACCEPTED);
    }

    private void guess(String key, PlayedCard card, int n) throws Exception {
        assertThat(calls.verdict(
                        key,
                        card.question("g" + n + "-" + card.id().value(), "%06d".formatted(n))
                                .replace("\"T1\"", "\"T" + n + "\"")))
                .isEqualTo(Verdict.REFUSED);
    }

    private List<PlayedCard> cards(int count) {
        return Stream.generate(() -> PlayedCard.dynamic(jdbc, vault, ids))
                .limit(count)
                .toList();
    }

    private int counted(List<PlayedCard> cards, String condition) {
        return jdbc.sql("select count(*) from verification where card_id in (:cards) and " + condition)
                .param("cards", cards.stream().map(card -> card.id().value()).toList())
                .query(Integer.class)
                .single();
    }
}
