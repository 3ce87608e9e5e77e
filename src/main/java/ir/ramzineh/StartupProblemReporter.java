package ir.ramzineh;

import ir.ramzineh.kernel.StartupProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Prints a {@link StartupProblem} as the one sentence it is, in place of a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartupProblemReporter implements SpringBootExceptionReporter {

    @Override
    public boolean reportException(Throwable failure) {
        String sentence = sentenceIn(failure);
        if (sentence == null) {
            return false;
        }
        System.err.println(sentence);
        return true;
    }

    private static @Nullable String sentenceIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartupProblem problem) {
                return problem.getMessage();
            }
            if (cause instanceof PortInUseException port) {
                return portInUse(port.getPort());
            }
        }
        return null;
    }

    static String portInUse(int port) {
        return "Port %d is in use: end the program that holds it, or choose another with --server.port (management: --management.server.port)."
                .formatted(port);
    }
}
