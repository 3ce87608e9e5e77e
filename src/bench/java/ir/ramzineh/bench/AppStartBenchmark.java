package ir.ramzineh.bench;

import ir.ramzineh.e2e.BenchPhone;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long the first code of the app takes after a cold start without a network, and what the first visit costs on the wire.
 * A program, not a test: {@code ./mvnw -Pbench verify} runs it and leaves {@code target/bench/app-start.json} and {@code .md}.
 */
public final class AppStartBenchmark {
    /** Pasted at once, and typed as people type. */
    private static final List<Integer> MILLIS_PER_KEY = List.of(0, 120);

    private AppStartBenchmark() {}

    /** Milliseconds; {@code total} is without the time of typing. */
    record Start(double door, double unlock, double code, double total) {
        static Start of(Map<?, ?> seen) {
            double door = at(seen, "door");
            double typed = at(seen, "typed");
            double list = at(seen, "list");
            double painted = at(seen, "painted");
            return new Start(door, list - typed, painted - list, painted - (typed - door));
        }

        private static double at(Map<?, ?> seen, String what) {
            return seen.get(what) instanceof Number millis ? millis.doubleValue() : Double.NaN;
        }
    }

    /**
     * Measures.
     *
     * @param args folder of the results, jar of the portal or address of a running one; then, where the default shall not
     *     hold: starts
     */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0])).toAbsolutePath();
        int starts = args.length > 2 ? Integer.parseInt(args[2]) : 15;
        if (args[1].startsWith("http")) {
            measure(folder, URI.create(args[1]), starts);
            return;
        }
        try (Site site = Site.start(folder, Path.of(args[1]))) {
            measure(folder, URI.create("http://localhost:" + site.port()), starts);
        }
    }

    private static void measure(Path folder, URI portal, int starts) throws Exception {
        String machine = Report.machineNow();
        Path profile = Files.createTempDirectory(folder, "phone-");
        BenchPhone phone = BenchPhone.install(portal, profile);
        Map<Integer, List<Start>> all = new LinkedHashMap<>();
        for (int i = 0; i < starts; i++) {
            for (int millis : MILLIS_PER_KEY) {
                all.computeIfAbsent(millis, fresh -> new ArrayList<>()).add(Start.of(phone.start(millis)));
            }
        }
        JsonMapper json = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build();
        Files.writeString(
                folder.resolve("app-start.json"),
                json.writeValueAsString(Map.of(
                        "machine", machine,
                        "bytesOfTheFirstVisit", phone.bytesOfTheFirstVisit(),
                        "startsByMillisPerKey", all)));
        String text = text(machine, phone.bytesOfTheFirstVisit(), all);
        Files.writeString(folder.resolve("app-start.md"), text);
        System.out.println(text);
    }

    private static String text(String machine, long bytes, Map<Integer, List<Start>> all) {
        StringBuilder text = new StringBuilder("""
                # The first code of the app after a cold start without a network

                - %s; load average at the end %s
                - first visit: %d bytes down the wire, headers and all
                - milliseconds, median (least to most); each start is a new process of the browser; total without the typing

                | typing | starts | to the door | password to list | list to code on the screen | total |
                |---|---|---|---|---|---|
                """.formatted(machine, Report.machineNow().replaceAll(".*start ([0-9.]+).*", "$1"), bytes));
        all.forEach((millis, starts) -> text.append("| ")
                .append(millis == 0 ? "pasted" : millis + " ms a key")
                .append(" | ")
                .append(starts.size())
                .append(" | ")
                .append(spread(starts.stream().map(Start::door).toList()))
                .append(" | ")
                .append(spread(starts.stream().map(Start::unlock).toList()))
                .append(" | ")
                .append(spread(starts.stream().map(Start::code).toList()))
                .append(" | ")
                .append(spread(starts.stream().map(Start::total).toList()))
                .append(" |\n"));
        return text.toString();
    }

    private static String spread(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return "%.0f (%.0f to %.0f)".formatted(sorted.get(sorted.size() / 2), sorted.getFirst(), sorted.getLast());
    }
}
