package ir.ramzineh.verification;

import ir.ramzineh.token.TokenKey;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which moment of a key a code belongs to, by the windows that hold for cards (D4), for keys that belong to no card. */
@Component
public class CodeMoments {
    private final CodeWindow window;

    CodeMoments(VerificationSettings settings) {
        this.window = new CodeWindow(settings);
    }

    /** What a code is. */
    public sealed interface Moment {
        /**
         * It counts, if it was not used before.
         *
         * @param driftSteps what to remember about the phone's clock
         */
        record Counts(long step, int driftSteps) implements Moment {}

        /** The code of a moment that is over. */
        record Late() implements Moment {}

        /** The code of a moment to come. */
        record Early() implements Moment {}

        /** The code of no moment looked at. */
        record None() implements Moment {}
    }

    /**
     * Looks for a code. All candidates are computed and compared in constant time.
     *
     * @param code Latin digits
     */
    public Moment of(TokenKey key, String code, Instant now) {
        return switch (window.find(List.of(key), code, now, key.spec().periodSeconds())) {
            case Finding.Match match -> new Moment.Counts(match.step(), match.driftSteps());
            case Finding.Late late -> new Moment.Late();
            case Finding.Early early -> new Moment.Early();
            case Finding.Made made -> new Moment.None();
            case Finding.MadeForOther made -> new Moment.None();
            case Finding.Used used -> new Moment.None();
            case Finding.Nothing() -> new Moment.None();
        };
    }
}
