package ir.ramzineh.numberchange;

import ir.ramzineh.corebank.CoreBank;
import ir.ramzineh.corebank.CoreBankUnavailableException;
import ir.ramzineh.corebank.NumberWriting;
import ir.ramzineh.corebank.NumberWritten;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.kernel.NationalId;
import ir.ramzineh.numberchange.NumberChange.Failure;
import ir.ramzineh.numberchange.NumberChange.State;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The next state of a change whose question is claimed: by the bank's answer, or, where it owes one for too long, by the
 * number it says it has (decision 014). Each ending is one transaction; {@code false} means that somebody else moved the
 * change meanwhile, or that it goes on.
 */
@Component
class NumberEnding {
    private static final Logger LOG = LoggerFactory.getLogger(NumberEnding.class);

    private final NumberChangeTable table;
    private final NumberChangeNews news;
    private final CoreBank bank;
    private final Customers customers;
    private final NumberChangeSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    NumberEnding(
            NumberChangeTable table,
            NumberChangeNews news,
            CoreBank bank,
            Customers customers,
            NumberChangeSettings settings,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.table = table;
        this.news = news;
        this.bank = bank;
        this.customers = customers;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Whether the bank has owed the answer for so long, or two people gave it up. */
    boolean isOver(NumberChangeTable.Row change) {
        return change.givenUpAt() != null || isStuck(change);
    }

    /** Whether the bank has owed the answer for so long. */
    boolean isStuck(NumberChangeTable.Row change) {
        boolean owed = change.state() == State.WRITING || change.state() == State.TAKING_BACK;
        return owed && !clock.instant().isBefore(change.askedSince().plus(settings.askAfter()));
    }

    boolean byAnswer(NumberChangeTable.Row change, NumberWritten written) {
        return switch (written) {
            case WRITTEN -> change.state() == State.TAKING_BACK ? takenBack(change) : registered(change);
            case OTHER_NUMBER -> failed(change, Failure.OTHER_NUMBER);
            case UNKNOWN_PERSON -> failed(change, Failure.UNKNOWN_PERSON);
        };
    }

    /**
     * Asks which number the bank has. A change that its old number cancelled, and whose new number stands, goes on: only
     * two people decide that codes go to a number somebody has objected to.
     */
    boolean byWhatStands(NumberChangeTable.Row change, NationalId nationalId) {
        boolean givenUp = change.givenUpAt() != null;
        boolean back = change.state() == State.TAKING_BACK;
        Standing standing = Standing.ask(bank, nationalId, change);
        boolean ended = switch (standing.which()) {
            case OLD -> back ? takenBack(change) : neverWritten(change, nationalId);
            case NEW -> back ? givenUp && stands(change) : registered(change);
            case OTHER -> failed(change, Failure.OTHER_NUMBER);
            case NOBODY -> failed(change, Failure.UNKNOWN_PERSON);
            case SILENT -> givenUp && failed(change, Failure.NO_ANSWER);
        };
        if (ended && back && standing.which() == Standing.Which.OLD) {
            // A copy of the first question that is still on its way would be a new number again.
            forbid(change, nationalId);
        }
        if (ended && standing.which() == Standing.Which.OTHER && standing.person() != null) {
            customers.known(standing.person());
        }
        return ended;
    }

    private boolean registered(NumberChangeTable.Row change) {
        return committed(now -> {
            Instant codesFrom = now.plus(customers.newNumberWait());
            boolean written = table.written(change, now, codesFrom);
            if (written) {
                customers.takeNumberOver(change.customer(), change.after());
                customers.holdCodes(change.customer(), codesFrom);
                news.written(change, codesFrom);
            }
            return written;
        });
    }

    /** Whoever has the old number may have cancelled with a stolen phone: nothing goes to it at once either. */
    private boolean takenBack(NumberChangeTable.Row change) {
        return committed(now -> {
            boolean back = table.end(change, State.TAKING_BACK, State.TAKEN_BACK, null, now);
            if (back) {
                customers.takeNumberOver(change.customer(), change.before());
                customers.holdCodes(change.customer(), now.plus(customers.newNumberWait()));
                news.takenBack(change);
            }
            return back;
        });
    }

    private boolean failed(NumberChangeTable.Row change, Failure why) {
        return committed(now -> {
            boolean ended = table.end(change, change.state(), State.FAILED, why, now);
            if (ended) {
                news.failed(change, why);
            }
            return ended;
        });
    }

    /** The old number stands and always stood: codes go to it as before. */
    private boolean neverWritten(NumberChangeTable.Row change, NationalId nationalId) {
        boolean ended = committed(now -> {
            boolean failed = table.end(change, State.WRITING, State.FAILED, Failure.NEVER_WRITTEN, now);
            if (failed) {
                customers.dropHold(change.customer(), change.before(), change.approvedAt(), change.codesBefore());
                news.failed(change, Failure.NEVER_WRITTEN);
            }
            return failed;
        });
        if (ended) {
            forbid(change, nationalId);
        }
        return ended;
    }

    /** The new number stays although the old one objected; two people decided so. */
    private boolean stands(NumberChangeTable.Row change) {
        return committed(now -> {
            Instant codesFrom = now.plus(customers.newNumberWait());
            boolean ended = table.stands(change, now, codesFrom);
            if (ended) {
                customers.takeNumberOver(change.customer(), change.after());
                customers.holdCodes(change.customer(), codesFrom);
                news.stands(change);
            }
            return ended;
        });
    }

    /**
     * Tells the bank once that the change comes no more, so that it refuses a copy that is still on its way. Whether that
     * is heard or not, a number that turns up later is a new one and waits (decision 014).
     */
    private void forbid(NumberChangeTable.Row change, NationalId nationalId) {
        try {
            bank.changeNumber(nationalId, change.after(), change.before(), new NumberWriting(change.id(), true));
        } catch (CoreBankUnavailableException away) {
            LOG.warn("A change of a number has ended without an answer of the bank's system");
        }
    }

    private boolean committed(Step step) {
        return Boolean.TRUE.equals(transaction.execute(status -> step.at(clock.instant())));
    }

    private interface Step {
        boolean at(Instant now);
    }
}
