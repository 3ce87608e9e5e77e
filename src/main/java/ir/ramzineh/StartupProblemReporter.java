package ir.ramzineh;

import ir.ramzineh.kernel.StartupProblem;
import java.sql.SQLException;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Prints what an operator can mend as the one sentence it is, in place of a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartupProblemReporter implements SpringBootExceptionReporter {
    private static final String OWN_SETTINGS = "ramzineh.";

    @Override
    public boolean reportException(Throwable failure) {
        String sentence = sentenceIn(failure);
        if (sentence == null) {
            return false;
        }
        System.err.println(sentence);
        return true;
    }

    static @Nullable String sentenceIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String sentence = switch (cause) {
                case StartupProblem problem -> problem.getMessage();
                case PortInUseException port ->
                    RequiredPorts.sentence(port.getPort(), "server.port or --management.server.port");
                case BindException setting -> unusable(setting);
                case FlywayException schema -> unfit(schema);
                case SQLException database -> RequiredDatabase.sentence(database);
                default -> null;
            };
            if (sentence != null) {
                return sentence;
            }
        }
        return null;
    }

    /** The value stays out, for it may be a secret; a rule of our own names the setting itself. */
    private static String unusable(BindException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            if (cause instanceof IllegalArgumentException && message != null && message.startsWith(OWN_SETTINGS)) {
                return "The setting " + message + ".";
            }
        }
        return "The setting " + failure.getName() + " is not usable: it must be a "
                + failure.getTarget().getType().resolve(Object.class).getSimpleName() + ".";
    }

    /** Only what is told by the kind of the failure; a failure of the connection has its own sentence further down. */
    private static @Nullable String unfit(FlywayException failure) {
        if (failure.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE) {
            return "The database named in spring.datasource.url holds tables of somebody else: name an empty one.";
        }
        if (failure.getErrorCode() == CoreErrorCode.VALIDATE_ERROR) {
            return "The tables in the database of spring.datasource.url were not made by this Ramzineh or an older one:"
                    + " start the version that made them, or name another database.";
        }
        if (failure.getErrorCode() == CoreErrorCode.FAILED_VERSIONED_MIGRATION) {
            return "A change of the tables in the database of spring.datasource.url failed half way: restore the backup"
                    + " made before the update, see docs/operations/updates.md.";
        }
        return null;
    }
}
