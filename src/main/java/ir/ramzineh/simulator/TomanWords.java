package ir.ramzineh.simulator;

import java.util.ArrayList;
import java.util.List;

/** A number in Persian words, as payment pages repeat the amount in toman. */
final class TomanWords {
    private static final String[] ONES = {
        "", "یک", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه", "ده", "یازده", "دوازده", "سیزده", "چهارده",
        "پانزده", "شانزده", "هفده", "هجده", "نوزده"
    };
    private static final String[] TENS = {"", "", "بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد", "هشتاد", "نود"};
    private static final String[] HUNDREDS = {
        "", "صد", "دویست", "سیصد", "چهارصد", "پانصد", "ششصد", "هفتصد", "هشتصد", "نهصد"
    };
    private static final String[] GROUPS = {"", " هزار", " میلیون", " میلیارد", " هزار میلیارد", " میلیون میلیارد"};

    private TomanWords() {}

    /** For 0 to 10^18 - 1. */
    static String of(long number) {
        if (number == 0) {
            return "صفر";
        }
        List<String> words = new ArrayList<>();
        long rest = number;
        for (int group = 0; rest > 0; group++, rest /= 1000) {
            int part = Math.toIntExact(rest % 1000);
            if (part > 0) {
                words.addFirst(below1000(part) + GROUPS[group]);
            }
        }
        return String.join(" و ", words);
    }

    private static String below1000(int number) {
        List<String> words = new ArrayList<>();
        if (number >= 100) {
            words.add(HUNDREDS[number / 100]);
        }
        int rest = number % 100;
        if (rest >= 20) {
            words.add(TENS[rest / 10]);
            rest %= 10;
        }
        if (rest > 0) {
            words.add(ONES[rest]);
        }
        return String.join(" و ", words);
    }
}
