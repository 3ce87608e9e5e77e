package ir.ramzineh;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Ramzineh in a process of its own, with what it printed. Closing ends it and everything it started, whatever happened. */
public final class Started implements AutoCloseable {
    private final Process process;
    private final StringBuffer printed = new StringBuffer();
    private final Thread reader;

    private Started(Process process) {
        this.process = process;
        this.reader = Thread.ofVirtual().start(this::read);
    }

    /** The production jar, as {@code package} left it. */
    public static Started jar(String... arguments) throws IOException {
        return process(List.of("-jar", productionJar().toString()), Map.of(), arguments);
    }

    /** The portal from a class path, as {@code ./mvnw} starts it. */
    public static Started classPath(String path, Class<?> main, String... arguments) throws IOException {
        return process(List.of("-cp", path, main.getName()), Map.of(), arguments);
    }

    /** What the tests run on. */
    public static String testClassPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    public static Path productionJar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("ramzineh-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("package comes before these tests"))
                    .toAbsolutePath();
        }
    }

    private static Started process(List<String> program, Map<String, String> variables, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Starts matter here, not speed.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx512m", "-Dfile.encoding=UTF-8"));
        command.addAll(program);
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // What stands in the environment of whoever runs the tests is no setting of the program under test.
        builder.environment().keySet().removeIf(name -> name.matches("(SPRING|RAMZINEH|SERVER|MANAGEMENT)_.*"));
        builder.environment().putAll(variables);
        return new Started(builder.start());
    }

    /** A port that nobody holds; it is asked for again at once, so another program is unlikely to be faster. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(line -> printed.append(line).append('\n'));
        } catch (UncheckedIOException | IOException ended) {
            printed.append("(output ended)\n");
        }
    }

    public String printed() {
        return printed.toString();
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    public int exitCode() throws IOException, InterruptedException {
        if (!process.waitFor(Patience.LONG.toSeconds(), TimeUnit.SECONDS)) {
            // Says where it stands.
            new ProcessBuilder("kill", "-QUIT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            Thread.sleep(1000);
            throw new AssertionError("still running:\n" + printed);
        }
        reader.join();
        return process.exitValue();
    }

    /** Waits until it has printed {@code text}. */
    public Started awaitPrinted(String text) throws InterruptedException {
        long end = System.nanoTime() + Patience.LONG.toNanos();
        while (!printed.toString().contains(text)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new AssertionError("never printed \"" + text + "\":\n" + printed);
            }
            Thread.sleep(50);
        }
        return this;
    }

    /** SIGTERM. By the handle: the process object would close its output as well. */
    public void terminate() {
        process.toHandle().destroy();
    }

    /** SIGKILL, to this process alone: what it started lives on, as after a crash. */
    public void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(ended -> ended.onExit().join());
    }
}
