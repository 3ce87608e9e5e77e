package ir.ramzineh.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** All rounds of one deed at one number of clients. */
final class Measurement {
    private final Deed deed;
    private final int clients;
    private final List<Double> throughputs = new ArrayList<>();
    private final Latencies latencies = new Latencies();
    private long unexpected;
    private double seconds;
    private Costs costs = Costs.none();

    Measurement(Deed deed, int clients) {
        this.deed = deed;
        this.clients = clients;
    }

    void add(Load.Result round, Costs spent) {
        latencies.addAll(round.latencies());
        throughputs.add(round.latencies().count() / round.seconds());
        unexpected += round.unexpected();
        seconds += round.seconds();
        costs = costs.plus(spent);
    }

    /**
     * What is written down.
     *
     * @param ratioToBare of the throughput, all rounds together
     * @param p99ToBare of the 99th percentile
     * @param roundsPerSecond throughput of each round
     * @param statementsPerDeed what one deed costs of each counter of the database
     */
    record Figures(
            Deed deed,
            int clients,
            long count,
            long unexpected,
            double perSecond,
            double ratioToBare,
            double p50Millis,
            double p95Millis,
            double p99Millis,
            double p99ToBare,
            List<Double> roundsPerSecond,
            double cpuSecondsPortalPer1000,
            double cpuSecondsDatabasePer1000,
            double cpuSecondsDriverPer1000,
            TreeMap<String, Double> statementsPerDeed) {}

    Figures figures(Measurement bare) {
        int count = latencies.count();
        TreeMap<String, Double> each = new TreeMap<>();
        costs.statements().forEach((name, value) -> each.put(name, rounded((double) value / count, 100)));
        return new Figures(
                deed,
                clients,
                count,
                unexpected,
                rounded(perSecond(), 10),
                rounded(perSecond() / bare.perSecond(), 1000),
                rounded(latencies.percentileMillis(0.50), 1000),
                rounded(latencies.percentileMillis(0.95), 1000),
                rounded(latencies.percentileMillis(0.99), 1000),
                rounded(latencies.percentileMillis(0.99) / bare.latencies.percentileMillis(0.99), 100),
                throughputs.stream().map(value -> rounded(value, 10)).toList(),
                rounded(costs.portal() / count * 1000, 1000),
                rounded(costs.database() / count * 1000, 1000),
                rounded(costs.driver() / count * 1000, 1000),
                each);
    }

    private double perSecond() {
        return latencies.count() / seconds;
    }

    private static double rounded(double value, int parts) {
        return (double) Math.round(value * parts) / parts;
    }
}
