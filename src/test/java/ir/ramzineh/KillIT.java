package ir.ramzineh;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.vault.Vault;
import ir.ramzineh.vault.VaultKeys;
import ir.ramzineh.verification.PlayedCard;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Security cases 15, 16 and 24: kill -9 of the portal and of its database in the middle of the work. Nothing that was
 * answered is lost, nothing counts twice, and everything recovers alone (I1, I2).
 *
 * <p>Negative control, seen to fail: with {@code --innodb-flush-log-at-trx-commit=0} in the embedded database, answers of
 * the last moments before the kill change from ACCEPTED to REFUSED.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KillIT {
    private static final Path FOLDER = Path.of("target/kill").toAbsolutePath();
    private static final Path TRIAL = FOLDER.resolve("var");
    private static final int CARDS = 24;

    private static int port;
    private static int management;
    private static Started portal;
    private static AskedQuestions asked;

    @BeforeAll
    static void prepare() throws Exception {
        // The database program stays from an earlier run, its data do not.
        delete(TRIAL.resolve("database/data"));
        Files.deleteIfExists(TRIAL.resolve("database/installation-complete"));
        Files.deleteIfExists(TRIAL.resolve("keys.json"));
        Files.deleteIfExists(TRIAL.resolve("card-switch.key"));
        Files.deleteIfExists(FOLDER.resolve("promised"));
        Files.deleteIfExists(FOLDER.resolve("taken"));
        Files.createDirectories(FOLDER);
        port = Started.freePort();
        management = Started.freePort();
        portal = start("--crash.send=true");
        asked = new AskedQuestions(
                port, Files.readString(TRIAL.resolve("card-switch.key")).strip());
    }

    @AfterAll
    static void endEverything() throws IOException {
        if (portal != null) {
            portal.close();
        }
        // A portal that was killed leaves its database; the next start would end it, here there may be none.
        database().ifPresent(left -> {
            left.destroyForcibly();
            left.onExit().join();
        });
    }

    @Test
    @Order(1)
    void whatAKilledPortalAnsweredStaysAndNoCodeCountsTwice() throws Exception {
        List<PlayedCard> cards = cards();
        Map<PlayedCard, String> codes = codes(cards);
        Instant good = Instant.now().plusSeconds(90);
        asked.load(cards, codes, false);
        await(
                "half of the cards are answered and messages were promised",
                () -> asked.accepted() >= CARDS / 2 && lines("promised").size() >= 20);
        portal.kill();
        asked.awaitEnd();
        portal.close();
        assertThat(asked.unanswered()).isPositive();

        portal = start("--crash.send=false");
        assertThat(asked.changedAnswers()).isEmpty();
        for (PlayedCard card : cards) {
            // The first may be the first ever; the second cannot.
            asked.ask(card, codes.get(card));
            assertThat(asked.ask(card, codes.get(card))).isEqualTo("REFUSED");
        }
        assertNoSecondAccept(cards);
        List<String> reasons = reasonsOfLast(cards);
        assertThat(reasons).isSubsetOf("ALREADY_USED", "EXPIRED");
        if (Instant.now().isBefore(good)) {
            // Asked while the codes would still have been good: it was their use that refused them.
            assertThat(reasons).containsOnly("ALREADY_USED");
        }
    }

    @Test
    @Order(2)
    void whatAKilledPortalPromisedToSendIsSentOnceOrSaysThatNobodyKnows() throws Exception {
        Set<String> promised = Set.copyOf(lines("promised"));
        await("the outbox has settled", () -> count("state = 'QUEUED' and purpose = 'crash'") == 0);
        Map<String, Long> taken =
                lines("taken").stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(taken.keySet()).containsAll(promised);
        taken.forEach((id, times) -> {
            // Once; twice only where the answer of the first try was lost with the portal, and then the row says so.
            assertThat(times).isLessThanOrEqualTo(1 + (long) count("id = " + id + " and lost_answers = 1"));
        });
        assertThat(count("purpose = 'crash' and state not in ('HANDED_OVER', 'DELIVERED')"
                        + " and not (state = 'FAILED' and failure = 'fate-unknown')"))
                .isZero();
    }

    @Test
    @Order(3)
    void aKilledDatabaseComesBackAndWhoWasAskedToWaitGetsTheAnswer() throws Exception {
        List<PlayedCard> cards = cards();
        Map<PlayedCard, String> codes = codes(cards);
        String address = Files.readString(TRIAL.resolve("database/url"));
        asked.load(cards, codes, true);
        await("some cards are answered", () -> asked.accepted() >= 3);
        ProcessHandle killed = database().orElseThrow();
        killed.destroyForcibly();
        killed.onExit().join();
        asked.awaitEnd();

        assertThat(asked.toldToWait()).isPositive();
        assertThat(asked.strange()).isEmpty();
        assertThat(asked.unanswered()).isZero();
        assertThat(asked.changedAnswers()).isEmpty();
        assertNoSecondAccept(cards);
        assertThat(database().orElseThrow().pid()).isNotEqualTo(killed.pid());
        assertThat(Files.readString(TRIAL.resolve("database/url"))).isEqualTo(address);
        assertThat(portal.handle().isAlive()).isTrue();
    }

    private static Started start(String sending) throws Exception {
        return Started.classPath(
                        path(),
                        Application.class,
                        "--server.address=127.0.0.1",
                        "--server.port=" + port,
                        "--management.server.port=" + management,
                        "--ramzineh.trial.folder=" + TRIAL,
                        "--ramzineh.sms.provider-timeout=1s",
                        "--crash.folder=" + FOLDER,
                        sending)
                .awaitPrinted("Ramzineh is ready");
    }

    /** The class path of the tests, with the package {@code crash} in the place of all other test classes. */
    private static String path() throws IOException {
        Path tests = Path.of("target/test-classes").toAbsolutePath();
        Path own = FOLDER.resolve("classes");
        Path from = tests.resolve("ir/ramzineh/crash");
        Path to = Files.createDirectories(own.resolve("ir/ramzineh/crash"));
        try (Stream<Path> classes = Files.list(from)) {
            for (Path each : classes.toList()) {
                Files.write(to.resolve(each.getFileName()), Files.readAllBytes(each));
            }
        }
        return Arrays.stream(Started.testClassPath().split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().equals(tests) ? own.toString() : entry)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static List<PlayedCard> cards() throws Exception {
        Vault vault = Vault.over(VaultKeys.parse(Files.readString(TRIAL.resolve("keys.json"))), Clock.systemUTC());
        IdSource ids = new IdSource(Clock.systemUTC(), new SecureRandom());
        JdbcClient jdbc = jdbc();
        return Stream.generate(() -> PlayedCard.dynamic(jdbc, vault, ids))
                .limit(CARDS)
                .toList();
    }

    /** Fresh codes that live for two minutes from the beginning of their step. */
    private static Map<PlayedCard, String> codes(List<PlayedCard> cards) throws InterruptedException {
        cards.forEach(card -> card.set("life_seconds = 120"));
        long second = Instant.now().getEpochSecond() % 60;
        if (second > 20) {
            Thread.sleep(Duration.ofSeconds(60 - second));
        }
        Instant now = Instant.now();
        return cards.stream().collect(Collectors.toMap(Function.identity(), card -> card.code(now)));
    }

    /** And every one that was told is there, or the same question would have another answer now. */
    private static void assertNoSecondAccept(List<PlayedCard> cards) {
        JdbcClient jdbc = jdbc();
        for (PlayedCard card : cards) {
            assertThat(jdbc.sql("select count(*) from verification where card_id = :id and verdict = 'ACCEPTED'")
                            .param("id", card.id().value())
                            .query(Integer.class)
                            .single())
                    .isLessThanOrEqualTo(1);
        }
        assertThat(asked.accepted()).isLessThanOrEqualTo(cards.size());
    }

    private static List<String> reasonsOfLast(List<PlayedCard> cards) {
        JdbcClient jdbc = jdbc();
        return cards.stream()
                .map(card -> jdbc.sql("select reason from verification where card_id = :id order by id desc limit 1")
                        .param("id", card.id().value())
                        .query(String.class)
                        .single())
                .toList();
    }

    private static int count(String condition) {
        return jdbc().sql("select count(*) from sms_message where " + condition)
                .query(Integer.class)
                .single();
    }

    private static JdbcClient jdbc() {
        try {
            return JdbcClient.create(new DriverManagerDataSource(
                    Files.readString(TRIAL.resolve("database/url")),
                    "ramzineh",
                    Files.readString(TRIAL.resolve("database/password"))));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static java.util.Optional<ProcessHandle> database() throws IOException {
        Path pid = TRIAL.resolve("database/mariadbd.pid");
        return Files.exists(pid)
                ? ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
                        .filter(process -> process.info().command().orElse("").contains("mariadbd"))
                : java.util.Optional.empty();
    }

    private static List<String> lines(String file) {
        try {
            Path path = FOLDER.resolve(file);
            return Files.exists(path) ? Files.readAllLines(path) : List.of();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Patience.LONG.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never: " + what + "\n" + portal.printed());
            }
            Thread.sleep(20);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path done, IOException failure) throws IOException {
                Files.delete(done);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
