package ir.ramzineh.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Many at the same moment. */
public final class Together {
    static final int MANY = 64;
    private static final int TRIES_MAX = 8;

    private Together() {}

    /** Begins {@code count} of them at once; their results in their order. */
    public static <T> List<T> all(int count, IntFunction<Callable<T>> each) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<T>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, count)
                    .mapToObj(each)
                    .forEach(one -> running.add(threads.submit(() -> {
                        start.await();
                        return one.call();
                    })));
            start.countDown();
        }
        List<T> results = new ArrayList<>();
        for (Future<T> one : running) {
            results.add(one.get());
        }
        return results;
    }

    /** What a pool had no room for, or what waited for a lock in vain, is asked again. */
    public static <T> T stubborn(Callable<T> question) throws Exception {
        for (int tries = 1; ; tries++) {
            try {
                return question.call();
            } catch (DataAccessException | TransactionException busy) {
                if (tries == TRIES_MAX) {
                    throw busy;
                }
            }
        }
    }
}
