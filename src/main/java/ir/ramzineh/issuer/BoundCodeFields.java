package ir.ramzineh.issuer;

import ir.ramzineh.kernel.Rial;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the group {@code bound-codes} of a profile. */
final class BoundCodeFields {
    private static final int CHOICES_MAX = 8;
    private static final Pattern LIFE = Pattern.compile("60|90|120");
    /** Multiples of 100,000 rial up to 999,900,000: what the question of a code has room for. */
    private static final Pattern CAP = Pattern.compile("[1-9][0-9]{0,3}00000");

    private BoundCodeFields() {}

    static Optional<BoundCodes> read(ProfileNode top) {
        if (!top.has("bound-codes")) {
            return Optional.empty();
        }
        try (ProfileNode node = top.group("bound-codes")) {
            List<Integer> lives = node.list("lives-seconds", LIFE, "a list of 60, 90, 120, each once").keySet().stream()
                    .map(Integer::valueOf)
                    .sorted()
                    .toList();
            List<Rial> caps = node
                    .list("caps-rial", CAP, "a list of multiples of 100000 up to 999900000, each once")
                    .keySet()
                    .stream()
                    .map(text -> new Rial(Long.parseLong(text)))
                    .sorted()
                    .toList();
            if (caps.size() > CHOICES_MAX) {
                throw node.problem("caps-rial", "at most " + CHOICES_MAX + " amounts");
            }
            return Optional.of(new BoundCodes(lives, caps));
        }
    }
}
