package ir.ramzineh.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lets a number of clients work for a time, each as fast as it is answered. */
final class Load {
    /** Makes one client more. */
    interface Clients {
        Client next() throws Exception;
    }

    /**
     * What came of it.
     *
     * @param unexpected how many were not answered as expected
     */
    record Result(Latencies latencies, long unexpected, double seconds) {}

    private Load() {}

    static Result run(Clients source, int clients, Duration time) throws Exception {
        List<Client> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            for (int i = 0; i < clients; i++) {
                all.add(source.next());
            }
            CountDownLatch start = new CountDownLatch(1);
            List<Future<One>> running = new ArrayList<>();
            for (Client client : all) {
                running.add(threads.submit(() -> {
                    start.await();
                    return work(client, time);
                }));
            }
            long began = System.nanoTime();
            start.countDown();
            Latencies latencies = new Latencies();
            long unexpected = 0;
            for (Future<One> one : running) {
                One done = one.get();
                latencies.addAll(done.latencies);
                unexpected += done.unexpected;
            }
            return new Result(latencies, unexpected, (System.nanoTime() - began) / 1e9);
        } finally {
            for (Client client : all) {
                client.close();
            }
        }
    }

    private record One(Latencies latencies, long unexpected) {}

    private static One work(Client client, Duration time) throws Exception {
        Latencies latencies = new Latencies();
        long unexpected = 0;
        long end = System.nanoTime() + time.toNanos();
        for (long before = System.nanoTime(); before < end; ) {
            boolean expected = client.once();
            long after = System.nanoTime();
            latencies.add(after - before);
            unexpected += expected ? 0 : 1;
            before = after;
        }
        return new One(latencies, unexpected);
    }
}
