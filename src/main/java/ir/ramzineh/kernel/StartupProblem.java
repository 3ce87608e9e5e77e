package ir.ramzineh.kernel;

import org.jspecify.annotations.Nullable;

/**
 * The portal cannot start and the operator can mend it. The message is one whole sentence that names what is wrong and
 * which setting or step helps; it is printed alone, without a stack trace.
 */
public final class StartupProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartupProblem(String sentence) {
        super(sentence);
    }

    public StartupProblem(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
