package ir.ramzineh;

import ir.ramzineh.verification.PlayedCard;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A card switch that remembers what it asked and what it was told, and holds the portal to it. */
final class AskedQuestions {
    private static final int THREADS = 4;
    private static final int QUESTIONS_PER_CARD = 6;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;
    private final String key;
    private final AtomicLong requestIds = new AtomicLong();
    private final ConcurrentMap<String, String> bodies = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, String> verdicts = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> strange = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waits = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();

    AskedQuestions(int port, String key) {
        this.address = URI.create("http://127.0.0.1:" + port + "/api/v1/verifications");
        this.key = key;
    }

    /**
     * Asks about each card several times with the same code under new request ids, and each question twice.
     *
     * @param untilAnswered whether to repeat a question until it has its answer, or to end with the first that gets none
     */
    void load(List<PlayedCard> cards, Map<PlayedCard, String> codes, boolean untilAnswered) {
        bodies.clear();
        verdicts.clear();
        for (int i = 0; i < THREADS; i++) {
            int first = i;
            threads.add(Thread.ofPlatform().daemon().start(() -> {
                for (int round = 0; round < QUESTIONS_PER_CARD; round++) {
                    // All threads on the same cards: two switches ask with one code at the same time.
                    for (int card = 0; card < cards.size(); card++) {
                        PlayedCard next = cards.get((card + first) % cards.size());
                        if (!put(next, codes.get(next), untilAnswered)) {
                            return;
                        }
                    }
                }
            }));
        }
    }

    void awaitEnd() throws InterruptedException {
        for (Thread thread : threads) {
            if (!thread.join(Patience.LONG)) {
                throw new AssertionError("a question hangs");
            }
        }
        threads.clear();
    }

    private boolean put(PlayedCard card, String code, boolean untilAnswered) {
        String id = "kill-" + requestIds.incrementAndGet();
        bodies.put(id, card.question(id, code));
        while (true) {
            try {
                String verdict = send(id);
                if (verdict != null) {
                    verdicts.put(id, verdict);
                    return true;
                }
                Thread.sleep(200);
            } catch (IOException cut) {
                if (!untilAnswered) {
                    return false;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    /** The verdict, or nothing when the portal asks to wait. */
    private String send(String id) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(address)
                        .timeout(Patience.LONG)
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + key)
                        .POST(HttpRequest.BodyPublishers.ofString(bodies.get(id)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == 200) {
            return answer.body().contains("ACCEPTED") ? "ACCEPTED" : "REFUSED";
        }
        if (answer.statusCode() == 503
                && answer.headers().firstValue("Retry-After").isPresent()) {
            waits.incrementAndGet();
        } else {
            strange.add(answer.statusCode() + " " + answer.headers().map() + " " + answer.body());
        }
        return null;
    }

    /** A new question now. */
    String ask(PlayedCard card, String code) throws IOException, InterruptedException {
        String id = "kill-" + requestIds.incrementAndGet();
        bodies.put(id, card.question(id, code));
        return send(id);
    }

    /** Asks everything again; those whose answer is another one now. What had no answer gets one. */
    List<String> changedAnswers() throws IOException, InterruptedException {
        List<String> changed = new ArrayList<>();
        for (String id : bodies.keySet()) {
            String now = send(id);
            String then = verdicts.get(id);
            if (now == null || (then != null && !then.equals(now))) {
                changed.add(id + ": " + then + " became " + now);
            }
        }
        return changed;
    }

    int accepted() {
        return (int) verdicts.values().stream().filter("ACCEPTED"::equals).count();
    }

    int unanswered() {
        return bodies.size() - verdicts.size();
    }

    int toldToWait() {
        return waits.get();
    }

    List<String> strange() {
        return List.copyOf(strange);
    }
}
