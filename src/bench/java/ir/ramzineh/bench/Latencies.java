package ir.ramzineh.bench;

import java.util.Arrays;

/** How long each of many things took. Every single one is kept: percentiles of summaries would be guesses. */
final class Latencies {
    private long[] nanos = new long[4096];
    private int count;

    void add(long duration) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = duration;
    }

    void addAll(Latencies others) {
        for (int i = 0; i < others.count; i++) {
            add(others.nanos[i]);
        }
    }

    int count() {
        return count;
    }

    /** The nearest rank, in milliseconds. */
    double percentileMillis(double part) {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(part * count) - 1;
        return sorted[Math.clamp(rank, 0, count - 1)] / 1e6;
    }
}
