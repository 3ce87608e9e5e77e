package ir.ramzineh.issuer;

import java.util.Optional;

/**
 * What a personal PIN may be (S7.3, S7.4, D6).
 *
 * @param length its digits, 4 to 12
 * @param sameDigitMax how often one digit may stand in it in all
 * @param runMax how many digits may follow each other upwards or downwards, such as 345 or 876
 */
public record PinRule(int length, int sameDigitMax, int runMax) {
    /** Why a PIN is too simple. */
    public enum Broken {
        LENGTH,
        SAME_DIGIT,
        RUN
    }

    /**
     * The first rule that a PIN breaks.
     *
     * @param pin Latin digits
     */
    public Optional<Broken> brokenBy(String pin) {
        if (pin.length() != length || !pin.chars().allMatch(sign -> sign >= '0' && sign <= '9')) {
            return Optional.of(Broken.LENGTH);
        }
        if (pin.chars()
                .anyMatch(digit -> pin.chars().filter(other -> other == digit).count() > sameDigitMax)) {
            return Optional.of(Broken.SAME_DIGIT);
        }
        return longestRun(pin, 1) > runMax || longestRun(pin, -1) > runMax ? Optional.of(Broken.RUN) : Optional.empty();
    }

    private static int longestRun(String pin, int step) {
        int longest = 1;
        int run = 1;
        for (int i = 1; i < pin.length(); i++) {
            run = pin.charAt(i) - pin.charAt(i - 1) == step ? run + 1 : 1;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
