package ir.ramzineh.staff;

import ir.ramzineh.corebank.LocalizedName;
import ir.ramzineh.kernel.CommandOptions;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.NationalId;
import ir.ramzineh.kernel.OperatorCommand;
import ir.ramzineh.kernel.StartupProblem;
import java.io.PrintStream;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * {@code --staff.first-administrator=<user name>}: makes an administrator while there are fewer than two, whom no page
 * can make, and prints an invitation. Who has the shell of the server is outside the rule that it takes two. It holds no password: the administrator chooses it, and brings the own authenticator.
 */
@Component
final class FirstAdministratorCommand implements OperatorCommand {
    private static final String NATIONAL_ID = "staff.national-id";
    private static final String NAME_FA = "staff.name-fa";
    private static final String NAME_EN = "staff.name-en";
    private static final String RECOVER = "staff.recover";
    private static final String USAGE = "Name the first administrator: --staff.first-administrator=<user name>"
            + " --staff.national-id=<ten digits> --staff.name-fa=<name> --staff.name-en=<name>;"
            + " a user name has 3 to 32 Latin letters, digits, dots or dashes.";

    private final StaffSetup setup;
    private final StaffSettings settings;

    FirstAdministratorCommand(StaffSetup setup, StaffSettings settings) {
        this.setup = setup;
        this.settings = settings;
    }

    @Override
    public String option() {
        return "staff.first-administrator";
    }

    @Override
    public int run(CommandOptions options, PrintStream out) {
        NewStaffMember wanted = wanted(options);
        Optional<StaffAdministration.Invited> invited;
        try {
            invited = setup.firstAdministrator(wanted, options.has(RECOVER));
        } catch (InvalidValueException present) {
            out.println("This user name or this person is in the list of staff already; nothing was changed.");
            return REFUSED;
        }
        if (invited.isEmpty()) {
            out.println("There are two active administrators already, who together can add others at /branch/people."
                    + " If they cannot sign in any more, add --" + RECOVER + ".");
            return REFUSED;
        }
        out.println("The administrator " + wanted.userName() + " was invited. Open /branch/enrol within "
                + settings.invitationLife().toHours() + " hours and type this invitation, shown only now:");
        out.println(invited.get().code().grouped());
        return DONE;
    }

    private NewStaffMember wanted(CommandOptions options) {
        try {
            return new NewStaffMember(
                    options.value(option(), USAGE),
                    new LocalizedName(options.value(NAME_FA, USAGE), options.value(NAME_EN, USAGE)),
                    NationalId.of(options.value(NATIONAL_ID, USAGE)),
                    Role.ADMINISTRATOR,
                    null);
        } catch (IllegalArgumentException e) {
            // Without its cause: it may be about a national ID.
            throw new StartupProblem(USAGE);
        }
    }
}
