package ir.ramzineh.bench;

import ir.ramzineh.vault.Purpose;
import ir.ramzineh.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the question "is this code good?" costs beside the least a durable answer can cost. A program, not a test:
 * {@code ./mvnw -Pbench verify} runs it and leaves {@code target/bench/verification.json} and {@code .md}; how to read
 * them stands in docs/benchmark.md.
 */
public final class VerificationBenchmark {
    private static final List<Integer> CLIENTS = List.of(1, 8, 32);
    private static final Duration WARM_UP = Duration.ofSeconds(80);

    private final Site site;
    private final Connection connection;
    private final CardRing ring;
    private final int rows;
    private final String key;

    private VerificationBenchmark(Site site, Connection connection, LoadedCards cards) throws SQLException {
        this.site = site;
        this.connection = connection;
        this.ring = new CardRing(cards);
        this.rows = cards.count();
        this.key = register(connection, site.vault());
    }

    /**
     * Measures.
     *
     * @param args folder of the results, jar of the portal; then, where the defaults shall not hold: cards to load,
     *     seconds of a round, rounds
     */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0])).toAbsolutePath();
        int cards = args.length > 2 ? Integer.parseInt(args[2]) : 200_000;
        Duration round = Duration.ofSeconds(args.length > 3 ? Integer.parseInt(args[3]) : 5);
        int rounds = args.length > 4 ? Integer.parseInt(args[4]) : 3;
        String machine = Report.machineNow();
        try (Site site = Site.start(folder, Path.of(args[1]));
                Connection connection = site.connect()) {
            long began = System.nanoTime();
            LoadedCards loaded = LoadedCards.load(connection, site.vault(), cards, folder.resolve("cards.csv"));
            say("%d cards with app tokens loaded in %.1f s".formatted(cards, (System.nanoTime() - began) / 1e9));
            BareLoop.prepare(connection, cards);
            VerificationBenchmark benchmark = new VerificationBenchmark(site, connection, loaded);
            benchmark.warmUp();
            List<Measurement.Figures> figures = benchmark.measure(round, rounds);
            new Report(machine, Report.databaseOf(connection), cards, round, rounds, figures).write(folder);
        }
    }

    /**
     * Until the compilers of both programs have seen every path often enough; nothing of it is counted. Before that the
     * portal takes several times the CPU.
     */
    private void warmUp() throws Exception {
        Load.run(() -> client(Deed.BARE), 8, WARM_UP.dividedBy(8));
        for (int i = 0; i < 2; i++) {
            Load.run(() -> client(Deed.GOOD_CODE), 16, WARM_UP.dividedBy(4));
            Load.run(() -> client(Deed.WRONG_CODE), 16, WARM_UP.dividedBy(4));
        }
        say("warm");
    }

    /**
     * Rounds of all deeds take turns, and every other round runs the other way around, so that whatever else the machine
     * does falls on all of them.
     */
    private List<Measurement.Figures> measure(Duration time, int rounds) throws Exception {
        Map<Integer, Map<Deed, Measurement>> all = new LinkedHashMap<>();
        for (int clients : CLIENTS) {
            Map<Deed, Measurement> ofClients = new EnumMap<>(Deed.class);
            EnumSet.allOf(Deed.class).forEach(deed -> ofClients.put(deed, new Measurement(deed, clients)));
            all.put(clients, ofClients);
        }
        for (int round = 0; round < rounds; round++) {
            List<Deed> deeds = round % 2 == 0 ? List.of(Deed.values()) : List.of(Deed.values()).reversed();
            for (int clients : CLIENTS) {
                for (Deed deed : deeds) {
                    Measurement into = Objects.requireNonNull(
                            Objects.requireNonNull(all.get(clients)).get(deed));
                    one(into, deed, clients, time);
                }
            }
            say("round %d of %d".formatted(round + 1, rounds));
        }
        List<Measurement.Figures> figures = new ArrayList<>();
        for (Map<Deed, Measurement> ofClients : all.values()) {
            Measurement bare = Objects.requireNonNull(ofClients.get(Deed.BARE));
            ofClients.values().forEach(one -> figures.add(one.figures(bare)));
        }
        return figures;
    }

    private void one(Measurement into, Deed deed, int clients, Duration time) throws Exception {
        Costs before = Costs.now(site.portalProcess(), site.databaseProcess(), connection);
        Load.Result result = Load.run(() -> client(deed), clients, time);
        into.add(result, Costs.now(site.portalProcess(), site.databaseProcess(), connection).since(before));
    }

    private Client client(Deed deed) throws Exception {
        return switch (deed) {
            case BARE -> new BareLoop(site.connect(), rows);
            case GOOD_CODE -> new SwitchConnection(site.port(), key, ring::good, "ACCEPTED");
            case WRONG_CODE -> new SwitchConnection(site.port(), key, ring::wrong, "REFUSED");
        };
    }

    /** A card switch as an operator registers it, with a key made and kept as the portal does. */
    private static String register(Connection connection, Vault vault) throws SQLException {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        String bearer = "rz.bench." + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        try (PreparedStatement client = connection.prepareStatement("""
                        insert into channel_client (id, name, scopes, created_at)
                        values ('bench', 'Load driver', 'VERIFICATION', utc_timestamp(3))
                        """);
                PreparedStatement key = connection.prepareStatement("""
                        insert into channel_key (id, client_id, key_mac, created_at, expires_at)
                        values (1, 'bench', ?, utc_timestamp(3), utc_timestamp(3) + interval 1 day)
                        """)) {
            client.executeUpdate();
            key.setBytes(1, vault.mac(new Purpose("channel.key"), bearer.getBytes(StandardCharsets.UTF_8)));
            key.executeUpdate();
        }
        connection.commit();
        return bearer;
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
