package ir.ramzineh.branchconsole.desk;

import ir.ramzineh.card.CardOverview;
import ir.ramzineh.ui.Formats;

/** Names a card by its last four digits, left to right wherever it stands. */
final class LastFour {
    private LastFour() {}

    static String of(CardOverview card) {
        return '\u2066' + Formats.current().digits(card.lastFour()) + '\u2069';
    }
}
