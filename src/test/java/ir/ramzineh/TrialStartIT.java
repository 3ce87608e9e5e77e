package ir.ramzineh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer meets who starts the trial where it cannot start: one clear sentence. */
class TrialStartIT {
    @TempDir
    private Path folder;

    @Test
    void aPortInUseIsToldBeforeADatabaseIsStarted() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertRefused(
                    "Port " + taken.getLocalPort() + " is in use",
                    "--server.address=127.0.0.1",
                    "--server.port=" + taken.getLocalPort(),
                    "--management.server.port=0",
                    "--ramzineh.trial.folder=" + folder.resolve("var"));
            assertThat(folder.resolve("var")).doesNotExist();
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws Exception {
        Path file = Files.createFile(folder.resolve("var"));
        assertRefused(
                "The folder " + file + " cannot be written; choose another with --ramzineh.trial.folder",
                "--server.port=0",
                "--management.server.port=0",
                "--ramzineh.trial.folder=" + file);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void mvnwFindsAJdkByItselfWhereOneIsInstalled() throws Exception {
        Path maven = fake("mvn", "[ \"$1\" = -v ] && echo 'Apache Maven 3.9.9' || echo \"$JAVA_HOME $*\"\n");
        Path jdk = jdk("25.0.1", folder.resolve("jvm/temurin-25"));
        Path old = jdk("17.0.2", folder.resolve("jvm/openjdk-17"));
        String printed = mvnw(0, maven.getParent(), old.toString(), "some-goal");
        assertThat(printed).isEqualTo(jdk + " -ntp some-goal\n");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void mvnwSaysInOneSentenceThatThereIsNoJdk() throws Exception {
        Path maven = fake("mvn", "echo 'Apache Maven 3.9.9'\n");
        Path old = jdk("17.0.2", folder.resolve("jvm/openjdk-17"));
        assertThat(mvnw(1, maven.getParent(), old.toString(), "some-goal"))
                .isEqualTo(
                        "Ramzineh needs a JDK 25 or newer: install one (for example Temurin 25) or point JAVA_HOME at"
                                + " it.\n");
        assertThat(mvnw(1, maven.getParent(), "", "some-goal")).contains("Ramzineh needs a JDK 25 or newer");
    }

    /** The script, on a machine that has no JDK but those of the test. */
    private String mvnw(int code, Path programs, String javaHome, String... arguments) throws Exception {
        Path script = folder.resolve("mvnw");
        Files.writeString(
                script,
                Files.readString(Path.of("mvnw"))
                        .replace("/usr/lib/jvm/*", folder + "/jvm/*")
                        .replace("/Library/Java", folder + "/nowhere")
                        .replace("/opt/", folder + "/nowhere/"));
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", script.toString(), String.join(" ", arguments));
        builder.environment().clear();
        builder.environment().put("PATH", programs.toString());
        builder.environment().put("HOME", folder.toString());
        if (!javaHome.isEmpty()) {
            builder.environment().put("JAVA_HOME", javaHome);
        }
        Process process = builder.redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(Patience.LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(printed).isEqualTo(code);
        return printed;
    }

    /** A program of the test's, beside those few that the script needs. */
    private Path fake(String name, String script) throws IOException {
        Path programs = Files.createDirectory(folder.resolve("programs"));
        for (String needed : List.of("sed", "dirname", "readlink", "head", "find", "sh", "cat")) {
            for (String place : List.of("/usr/bin/", "/bin/")) {
                File program = new File(place + needed);
                if (program.exists() && !Files.exists(programs.resolve(needed))) {
                    Files.createSymbolicLink(programs.resolve(needed), program.toPath());
                }
            }
        }
        Path program = programs.resolve(name);
        Files.writeString(program, "#!/bin/sh\n" + script);
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program;
    }

    private static Path jdk(String version, Path home) throws IOException {
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        assertThat(Files.createFile(home.resolve("bin/javac")).toFile().setExecutable(true))
                .isTrue();
        return home;
    }

    private static void assertRefused(String part, String... arguments) throws Exception {
        try (Started refused = Started.classPath(Started.testClassPath(), Application.class, arguments)) {
            int code = refused.exitCode();
            assertThat(refused.printed().strip().lines()).as(refused.printed()).hasSize(1);
            assertThat(refused.printed()).contains(part);
            assertThat(code).isEqualTo(1);
        }
    }
}
