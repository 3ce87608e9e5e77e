package ir.ramzineh.audit;

import ir.ramzineh.kernel.CommandOptions;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.OperatorCommand;
import ir.ramzineh.kernel.StartupProblem;
import java.io.PrintStream;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@code --audit.verify [--head=<number:rows:hash>]...}: looks through the whole trail; exit code 1 if anything is wrong. */
@Component
class VerifyCommand implements OperatorCommand {
    private static final long SAY_EVERY_BLOCKS = 1_000;

    private final AuditSeals seals;

    VerifyCommand(AuditSeals seals) {
        this.seals = seals;
    }

    @Override
    public String option() {
        return "audit.verify";
    }

    @Override
    public int run(CommandOptions options, PrintStream out) {
        long[] said = {0};
        SealVerdict verdict = seals.verify(
                heads(options),
                progress -> {
                    if (progress.blocks() - said[0] >= SAY_EVERY_BLOCKS) {
                        said[0] = progress.blocks();
                        out.println("... " + progress.blocks() + " of " + progress.of() + " blocks");
                    }
                },
                () -> false);
        for (SealFinding finding : verdict.findings()) {
            out.println(finding.fault()
                    + (finding.block() == 0 ? "" : " block " + finding.block())
                    + (finding.row() == null ? "" : " row " + finding.row()));
        }
        out.println(verdict.blocks() + " blocks, " + verdict.rows() + " rows, " + verdict.retired()
                + " blocks retired, " + verdict.unsealed() + " rows not sealed yet, " + verdict.anchors()
                + " noted heads compared.");
        SealHead head = verdict.head();
        if (verdict.findings().stream().anyMatch(found -> found.fault() == SealFault.BEGINS_LATE)) {
            out.println("First block: " + seals.first().map(SealHead::text).orElse("none"));
        }
        out.println("Head: " + (head == null ? "none" : head.text()));
        if (verdict.anchors() == 0) {
            out.println("No head from outside was compared: that the end was not cut off is not shown.");
        }
        out.println(verdict.whole() ? "The trail is whole." : verdict.findingsInAll() + " findings.");
        return verdict.whole() ? DONE : REFUSED;
    }

    private static List<SealHead> heads(CommandOptions options) {
        try {
            return options.values().getOrDefault("head", List.of()).stream()
                    .map(SealHead::parse)
                    .toList();
        } catch (InvalidValueException e) {
            throw new StartupProblem(
                    "A head is written as number:rows:hash, as the log, the page and this command print it.");
        }
    }
}
