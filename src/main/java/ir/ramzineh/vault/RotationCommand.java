package ir.ramzineh.vault;

import ir.ramzineh.kernel.CommandOptions;
import ir.ramzineh.kernel.OperatorCommand;
import ir.ramzineh.kernel.StartupProblem;
import java.io.PrintStream;

/** {@code --ramzineh.vault.rotate=add|reseal|retire|add-pepper}: one step of a key rotation. */
final class RotationCommand implements OperatorCommand {
    private static final String USAGE =
            "Name one step of a rotation: --ramzineh.vault.rotate=add, reseal, retire or add-pepper.";

    private final VaultRotation rotation;

    RotationCommand(VaultRotation rotation) {
        this.rotation = rotation;
    }

    @Override
    public String option() {
        return "ramzineh.vault.rotate";
    }

    @Override
    public int run(CommandOptions options, PrintStream out) {
        return switch (options.value(option(), USAGE)) {
            case "add" -> {
                out.println("New keys were added; values are written with them from " + rotation.addKeys() + " on.");
                yield DONE;
            }
            case "add-pepper" -> {
                out.println("A new pepper was added; password hashes are made with it from " + rotation.addPepper()
                        + " on, each at its owner's next sign-in.");
                yield DONE;
            }
            case "reseal" -> {
                long left = rotation.reseal(out::println);
                out.println(left + " values still stand under an old key.");
                yield left == 0 ? DONE : REFUSED;
            }
            case "retire" -> {
                boolean retired = rotation.retireOldKeys();
                out.println(
                        retired
                                ? "The old keys were removed from the key file."
                                : "The old keys are still needed: run the step reseal first.");
                yield retired ? DONE : REFUSED;
            }
            default -> throw new StartupProblem(USAGE);
        };
    }
}
