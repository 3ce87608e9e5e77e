package ir.ramzineh.terminal;

import ir.ramzineh.ForkFolder;
import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.TestClock;
import ir.ramzineh.card.CardDirectory;
import ir.ramzineh.channelapi.ChannelClients;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.simulator.ReceivedSms;
import ir.ramzineh.simulator.SimulatorInbox;
import ir.ramzineh.trial.DemonstrationPeople;
import ir.ramzineh.trial.DemonstrationPerson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What ATMs ask over HTTP, and the people who stand there. */
abstract class TerminalScene {
    static final JsonMapper JSON = JsonMapper.builder().build();

    static final String MELLI_SECOND = "1-1-2";

    static final String MELLAT_SMS = "3-1-1";

    static final String MELLAT_SMS_OFF = "3-2-1";

    static final DemonstrationPerson PERSON = DemonstrationPeople.PARSA;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    ChannelClients clients;

    @Autowired
    CardDirectory directory;

    @Autowired
    SimulatorInbox inbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    final HttpClient http = HttpClient.newHttpClient();

    PeopleFixtures people;

    @BeforeEach
    void nothingIsRememberedOfEarlierTests() {
        people = PeopleFixtures.of(beans);
        people.forgetWaits();
        jdbc.sql("delete from terminal_request").update();
        jdbc.sql("update activation set created_at = created_at - interval 2 hour")
                .update();
    }

    String codeSms(DemonstrationPerson person, int seen) throws InterruptedException {
        people.text(person.mobile(), seen + 1);
        return inbox.of(person.mobile(), 2).stream()
                .map(ReceivedSms::text)
                .filter(text -> text.contains("\n"))
                .findFirst()
                .orElseThrow()
                .lines()
                .toList()
                .get(1);
    }

    JsonNode offer(CardNumber card) throws Exception {
        return JSON.readTree(post("offers", key(), request(card, Map.of())).body());
    }

    static String result(HttpResponse<String> answer) {
        return JSON.readTree(answer.body()).get("result").stringValue();
    }

    static List<String> lines(JsonNode answer) {
        return answer.get("receipt").valueStream().map(JsonNode::stringValue).toList();
    }

    static String action(CardNumber card, String entry, Map<String, Object> more) {
        Map<String, Object> all = new TreeMap<>(more);
        all.put("requestId", UUID.randomUUID().toString());
        all.put("entry", entry);
        return request(card, all);
    }

    static String request(CardNumber card, Map<String, Object> more) {
        Map<String, Object> all = new TreeMap<>(more);
        all.put("terminalId", "ATM-1");
        all.put("card", card.digits());
        all.put("language", "fa");
        return JSON.writeValueAsString(all);
    }

    HttpResponse<String> act(String body) throws IOException, InterruptedException {
        return post("actions", key(), body);
    }

    static String key() throws IOException {
        return Files.readString(ForkFolder.trial().resolve("terminal.key")).strip();
    }

    HttpResponse<String> post(String path, String key, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/api/v1/terminals/" + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    static <T> List<T> together(List<? extends Callable<T>> calls) throws Exception {
        List<T> results = new ArrayList<>();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<T> each : pool.invokeAll(calls)) {
                results.add(each.get());
            }
        }
        return results;
    }
}
