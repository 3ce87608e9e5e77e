package ir.ramzineh.channelapi;

import ir.ramzineh.kernel.RequestIdReusedException;
import ir.ramzineh.verification.ClockWrongException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns what can go wrong below {@code /api} into problems that say enough and no more. */
@RestControllerAdvice(basePackageClasses = ChannelProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ChannelProblems {
    private static final Logger LOG = LoggerFactory.getLogger(ChannelProblems.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> malformed(MalformedInputException malformed) {
        return Problems.malformed(malformed);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notJson(HttpMediaTypeNotSupportedException other) {
        return Problems.answer(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body must be application/json.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> reused(RequestIdReusedException reused) {
        return Problems.answer(HttpStatus.CONFLICT, "This requestId was used for another question; nothing was done.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooMany(TooManyRequestsException tooMany) {
        return Problems.later(HttpStatus.TOO_MANY_REQUESTS, "This channel is over its limit; wait.", tooMany.waitFor());
    }

    /** Fails closed: whether the question was decided is only known to its row, so the same question may be repeated. */
    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<ProblemDetail> away(Exception failure) {
        // The message of a driver may quote a statement with its values.
        LOG.warn("A question could not be answered: {}", failure.getClass().getSimpleName());
        return Problems.later(
                HttpStatus.SERVICE_UNAVAILABLE,
                "The database does not answer; repeat the question with the same requestId.",
                ChannelKeyFilter.RETRY_AFTER);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongClock(ClockWrongException wrong) {
        return Problems.later(
                HttpStatus.SERVICE_UNAVAILABLE,
                "The clock of this node is wrong; ask another node, or later with the same requestId.",
                ChannelKeyFilter.RETRY_AFTER);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> anything(RuntimeException failure) {
        LOG.error("A question failed: {}", failure.getClass().getName());
        return Problems.answer(HttpStatus.INTERNAL_SERVER_ERROR, "The question could not be answered.");
    }
}
