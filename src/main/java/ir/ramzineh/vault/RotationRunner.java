package ir.ramzineh.vault;

import ir.ramzineh.kernel.StartupProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code --ramzineh.vault.rotate=add|reseal|retire}: one step of a key rotation, then the process ends. */
final class RotationRunner implements ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(RotationRunner.class);

    private final VaultRotation rotation;
    private final String step;
    private final ConfigurableApplicationContext portal;

    RotationRunner(VaultRotation rotation, String step, ConfigurableApplicationContext portal) {
        this.rotation = rotation;
        this.step = step;
        this.portal = portal;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        switch (step) {
            case "add" -> log.info("New keys were added; values are written with them from {} on.", rotation.addKeys());
            case "reseal" -> {
                long left = rotation.reseal(progress -> log.info("{}", progress));
                log.info("{} values still stand under an old key.", left);
            }
            case "retire" ->
                log.info(
                        rotation.retireOldKeys()
                                ? "The old keys were removed from the key file."
                                : "The old keys are still needed: run the step reseal first.");
            default -> throw new StartupProblem("The setting ramzineh.vault.rotate is one of add, reseal and retire.");
        }
        // Non-daemon threads of the server would keep the process alive.
        Thread.ofPlatform().start(() -> System.exit(SpringApplication.exit(portal)));
    }
}
