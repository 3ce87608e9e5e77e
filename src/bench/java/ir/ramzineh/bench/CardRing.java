package ir.ramzineh.bench;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hands out cards in turn. For a good code a card whose code of this time step was not used; for a wrong code one that
 * has no wrong code behind it, so that every wrong code is compared, counted and far from the limit.
 */
final class CardRing {
    private final LoadedCards cards;
    private final long[] lastStep;
    private final boolean[] wronged;
    private final AtomicInteger next = new AtomicInteger();

    CardRing(LoadedCards cards) {
        this.cards = cards;
        this.lastStep = new long[cards.count()];
        this.wronged = new boolean[cards.count()];
    }

    /** A card and the code to present for it. */
    record Question(String card, String code) {}

    Question good(long step) {
        int card = take(step, true);
        lastStep[card] = step;
        wronged[card] = false;
        return new Question(cards.number(card), cards.code(card, step));
    }

    /** The code of the moment with its last digit changed: all the verifier sees of it is that it fits nowhere. */
    Question wrong(long step) {
        int card = take(step, false);
        wronged[card] = true;
        String code = cards.code(card, step);
        int at = code.length() - 1;
        return new Question(
                cards.number(card), code.substring(0, at) + (char) ('0' + (code.charAt(at) - '0' + 5) % 10));
    }

    private int take(long step, boolean good) {
        for (int tried = 0; tried < cards.count(); tried++) {
            int card = Math.floorMod(next.getAndIncrement(), cards.count());
            if (good ? lastStep[card] < step : !wronged[card]) {
                return card;
            }
        }
        throw new IllegalStateException("No card is left whose code is fresh; load more cards");
    }
}
