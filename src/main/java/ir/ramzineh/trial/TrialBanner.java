package ir.ramzineh.trial;

import java.io.PrintStream;
import java.util.stream.Collectors;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says at the end of a start where the portal is, who can sign in and up, and how to stop. */
@Component
class TrialBanner implements ApplicationListener<ApplicationReadyEvent> {
    private final Environment environment;

    TrialBanner(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        if (environment.getProperty("ramzineh.trial.active", Boolean.class, false)) {
            print(
                    System.out,
                    environment.getProperty("local.server.port", "8080"),
                    environment.getProperty(TrialEnvironment.DEMONSTRATION, Boolean.class, false),
                    environment.getProperty(TrialEnvironment.FOLDER, "var"));
        }
    }

    private static void print(PrintStream out, String port, boolean demonstration, String folder) {
        String address = "http://localhost:" + port;
        out.println();
        out.println("  Ramzineh is ready: " + address);
        out.println();
        if (demonstration) {
            people(out, address);
        } else {
            out.println("  Your database held tables already: no demonstration people were put into it");
            out.println("  (" + TrialEnvironment.DEMONSTRATION + "=true does it nevertheless).");
        }
        out.println("  App       " + address + "/ramzna/");
        out.println("  Simulator " + address + "/simulator/phone, /simulator/atm, /simulator/shop, /simulator/switch,");
        out.println("            /simulator/authenticator");
        out.println("  Data      kept in " + folder + "; delete it to begin anew");
        out.println("  Stop      Ctrl+C");
        out.println();
    }

    private static void people(PrintStream out, String address) {
        out.println("  Sign in   " + DemonstrationCustomers.USER_NAME + "  /  " + DemonstrationCustomers.PASSWORD);
        out.println("            the sign-in code comes by SMS to "
                + DemonstrationPeople.NEGAR.mobile().national() + ": " + address + "/simulator/phone?number="
                + DemonstrationPeople.NEGAR.mobile().national());
        out.println("  Staff     " + address + "/branch  as "
                + DemonstrationStaff.all().stream()
                        .map(colleague -> colleague.member().userName())
                        .collect(Collectors.joining(", ")));
        out.println("            password " + DemonstrationStaff.PASSWORD + ", the authenticator's code stands on "
                + address + "/simulator/authenticator");
        out.println("  Sign up   as one of the demonstration people (national ID, mobile, birth date, card):");
        DemonstrationPeople.all().stream()
                .filter(person -> !person.equals(DemonstrationPeople.NEGAR))
                .forEach(person -> out.printf(
                        "            %s  %s  %s  %s  %s%n",
                        person.nationalId().digits(),
                        person.mobile().national(),
                        person.birthDate(),
                        person.card().digits(),
                        person.nameEn()));
    }
}
