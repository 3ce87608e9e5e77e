package ir.ramzineh.textin;

import java.util.Locale;
import java.util.Set;

/**
 * Reads a text message: digits of any script, with whatever stands around and between them. Unlike a code, these digits
 * are no secret and open nothing by themselves, so nothing is lost by being generous.
 */
final class WishReader {
    private static final int LAST_DIGITS = 4;
    /** Fewer digits than this are no card number, whatever they are. */
    private static final int WHOLE_CARD_DIGITS_MIN = 12;

    private static final Set<String> NOT_ME = Set.of(
            "مننبودم",
            "نهمننبودم",
            "نهنبودم",
            "نبودم",
            "کارمننبود",
            "مننکردم",
            "notme",
            "itwasnotme",
            "itwasntme",
            "notmine");

    private WishReader() {}

    static Wish read(String text) {
        StringBuilder digits = new StringBuilder();
        StringBuilder letters = new StringBuilder();
        int groups = 0;
        boolean within = false;
        for (int point : text.codePoints().toArray()) {
            if (Character.isDigit(point)) {
                digits.append((char) ('0' + Character.digit(point, 10)));
                groups += within ? 0 : 1;
                within = true;
            } else if (Character.isLetter(point)) {
                letters.appendCodePoint(point);
                within = false;
            }
        }
        return read(digits.toString(), groups, letters.toString());
    }

    /** @param groups stretches of digits with no letter between them */
    private static Wish read(String digits, int groups, String letters) {
        if (digits.length() >= WHOLE_CARD_DIGITS_MIN) {
            return new Wish.WholeCard();
        }
        if (digits.isEmpty()) {
            return NOT_ME.contains(plain(letters)) ? new Wish.NotMe() : new Wish.Unclear();
        }
        if (groups == 1 && digits.length() == LAST_DIGITS) {
            return new Wish.Code(digits);
        }
        if (digits.length() == 1 && letters.isEmpty() && !digits.equals("0")) {
            return new Wish.Place(digits.charAt(0) - '0');
        }
        return new Wish.Unclear();
    }

    /** Persian letters as keyboards of the neighbours write them, in one form. */
    private static String plain(String letters) {
        return letters.toLowerCase(Locale.ROOT).replace('ي', 'ی').replace('ك', 'ک');
    }
}
