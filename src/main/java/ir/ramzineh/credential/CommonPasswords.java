package ir.ramzineh.credential;

import ir.ramzineh.kernel.Digits;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The passwords people really choose, from {@code credential/common-passwords.txt}. A listed word stays common when its
 * letters are dressed up as digits and signs, or when a few digits and signs stand around it.
 */
final class CommonPasswords {
    private static final String LIST = "/credential/common-passwords.txt";
    private static final int AROUND_MAX = 4;
    private static final String DRESSED = "@4301!5$7";
    private static final String UNDRESSED = "aaeoiisst";

    private final Set<String> words;

    private CommonPasswords(Set<String> words) {
        this.words = words;
    }

    static CommonPasswords load() {
        try (InputStream list = CommonPasswords.class.getResourceAsStream(LIST)) {
            if (list == null) {
                throw new IllegalStateException("the list " + LIST + " is missing from the installation");
            }
            return new CommonPasswords(new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The part of the password, as typed, that is a common one. */
    Optional<String> in(String password) {
        String lower = Digits.toLatin(password).toLowerCase(Locale.ROOT);
        if (lower.length() != password.length()) {
            return Optional.empty();
        }
        int from = 0;
        int to = lower.length();
        while (from < to && !Character.isLetter(lower.charAt(from))) {
            from++;
        }
        while (to > from && !Character.isLetter(lower.charAt(to - 1))) {
            to--;
        }
        if (isListed(lower)) {
            return Optional.of(password);
        }
        boolean littleAround = lower.length() - (to - from) <= AROUND_MAX;
        return littleAround && isListed(lower.substring(from, to))
                ? Optional.of(password.substring(from, to))
                : Optional.empty();
    }

    private boolean isListed(String word) {
        return words.contains(word) || words.contains(undressed(word));
    }

    private static String undressed(String word) {
        StringBuilder plain = new StringBuilder(word.length());
        word.chars().forEach(c -> {
            int at = DRESSED.indexOf(c);
            plain.append(at < 0 ? (char) c : UNDRESSED.charAt(at));
        });
        return plain.toString();
    }
}
