package ir.ramzineh.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A rotation on a real table with keys of its own: found before, during and after (security case 21). */
@PortalIT
class VaultRotationIT {
    private static final int ROWS = 25;
    private static final Field CARD = new Field("rotation_probe", "card");
    private static final SealedTable TABLE = SealedTable.of(
            "rotation_probe", "id", new SealedColumn("card", "card_hash"), SealedColumn.withoutHash("note"));
    private static final Field NOTE = new Field("rotation_probe", "note");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @Autowired
    private SecureRandom random;

    @Autowired
    private List<SealedTable> announced;

    @TempDir
    private Path folder;

    private KeyFile keys;
    private Vault vault;
    private VaultRotation rotation;

    @BeforeEach
    void aTableOfSealedRows() throws Exception {
        jdbc.sql("""
                        create or replace table rotation_probe (id bigint primary key, card varbinary(200),
                            card_hash binary(32), note varbinary(200), key (card_hash))
                        """).update();
        VaultKeys.generate(random, clock.instant()).writeTo(folder.resolve("keys.json"));
        keys = new KeyFile(folder.resolve("keys.json"));
        vault = new Vault(keys, clock);
        VaultSettings settings = new VaultSettings(keys.path(), null, Duration.ofSeconds(60), 4);
        rotation = new VaultRotation(keys, vault, jdbc, List.of(TABLE), clock, random, settings);
        for (int row = 1; row <= ROWS; row++) {
            write(row);
        }
    }

    @AfterEach
    void removeTheTable() {
        jdbc.sql("drop table rotation_probe").update();
    }

    @Test
    void everyValueIsFoundAndOpensBeforeDuringAndAfterAndTheOldKeyGoesLast() throws Exception {
        everyRowIsFoundAndOpens();
        rotation.addKeys();
        everyRowIsFoundAndOpens();
        assertThat(rotation.reseal(progress -> {}))
                .as("the new key does not write yet")
                .isZero();
        clock.advance(Duration.ofSeconds(61));
        assertThat(rotation.retireOldKeys())
                .as("everything still stands under the old key")
                .isFalse();
        List<VaultRotation.Progress> reports = new ArrayList<>();
        long left = rotation.reseal(progress -> {
            reports.add(progress);
            everyRowIsFoundAndOpens();
        });
        assertThat(left).isZero();
        assertThat(reports).hasSizeGreaterThan(10);
        everyRowIsFoundAndOpens();
        assertThat(rotation.retireOldKeys()).isTrue();
        everyRowIsFoundAndOpens();
        assertThat(VaultKeys.parse(Files.readString(keys.path())).of(KeyPurpose.SEAL))
                .singleElement()
                .satisfies(key -> assertThat(key.id()).isEqualTo(2));
        assertThat(vault.lookupHashes(CARD, card(1))).hasSize(1);
    }

    @Test
    void aKilledRotationGoesOnWhereItStopped() {
        rotation.addKeys();
        clock.advance(Duration.ofSeconds(61));
        AtomicInteger batches = new AtomicInteger();
        assertThatThrownBy(() -> rotation.reseal(progress -> {
                    if (batches.incrementAndGet() == 3) {
                        throw new IllegalStateException("killed");
                    }
                }))
                .hasMessage("killed");
        everyRowIsFoundAndOpens();
        List<VaultRotation.Progress> second = new ArrayList<>();
        assertThat(rotation.reseal(second::add)).isZero();
        long cards = second.stream()
                .filter(progress -> progress.column().equals("card"))
                .mapToLong(VaultRotation.Progress::resealed)
                .max()
                .orElse(0);
        assertThat(cards).as("three batches of four were done already").isEqualTo(ROWS - 12);
        everyRowIsFoundAndOpens();
    }

    @Test
    void aRowThatThePortalChangesMeanwhileKeepsThePortalsValue() {
        rotation.addKeys();
        clock.advance(Duration.ofSeconds(61));
        AtomicInteger once = new AtomicInteger();
        rotation.reseal(progress -> {
            if (once.getAndIncrement() == 0) {
                jdbc.sql("update rotation_probe set note = ? where id = 20")
                        .param(vault.seal(NOTE, 20, "changed meanwhile"))
                        .update();
            }
        });
        assertThat(vault.open(NOTE, 20, value("note", 20))).isEqualTo("changed meanwhile");
    }

    @Test
    void anAlteredOrSwappedValueIsLeftAloneAndKeepsTheOldKey() {
        byte[] first = value("card", 1);
        jdbc.sql("update rotation_probe set card = ? where id = 1")
                .param(value("card", 2))
                .update();
        jdbc.sql("update rotation_probe set card = ? where id = 2").param(first).update();
        assertThatThrownBy(() -> vault.open(CARD, 1, value("card", 1))).isInstanceOf(VaultException.class);
        rotation.addKeys();
        clock.advance(Duration.ofSeconds(61));
        assertThat(rotation.reseal(progress -> {})).isEqualTo(2);
        assertThat(rotation.retireOldKeys()).isFalse();
        assertThatThrownBy(() -> vault.open(CARD, 2, value("card", 2))).isInstanceOf(VaultException.class);
    }

    @Test
    void everySealedColumnOfTheDatabaseIsAnnounced() {
        List<String> columns = announced.stream()
                .flatMap(table -> table.columns().stream().map(column -> table.table() + "." + column.sealedColumn()))
                .toList();
        List<String> stored = jdbc.sql("""
                        select concat(table_name, '.', column_name) from information_schema.columns
                        where table_schema = database() and data_type = 'varbinary'
                          and table_name not in ('rotation_probe', 'flyway_schema_history', 'scheduled_tasks')
                          and table_name not like 'spring_session%'
                        """).query(String.class).list();
        assertThat(columns).as("announced for rotation").containsAll(stored);
    }

    private void write(int row) {
        jdbc.sql("insert into rotation_probe (id, card, card_hash, note) values (?, ?, ?, ?)")
                .param(row)
                .param(vault.seal(CARD, row, card(row)))
                .param(vault.lookupHash(CARD, card(row)))
                .param(vault.seal(NOTE, row, "note " + row))
                .update();
    }

    private void everyRowIsFoundAndOpens() {
        for (int row = 1; row <= ROWS; row++) {
            assertThat(jdbc.sql("select id from rotation_probe where card_hash in (:hashes)")
                            .param("hashes", vault.lookupHashes(CARD, card(row)))
                            .query(Integer.class)
                            .list())
                    .containsExactly(row);
            assertThat(vault.open(CARD, row, value("card", row))).isEqualTo(card(row));
        }
    }

    private byte[] value(String column, int row) {
        return jdbc.sql("select " + column + " from rotation_probe where id = ?")
                .param(row)
                .query((result, index) -> result.getBytes(1))
                .single();
    }

    private static String card(int row) {
        return "60379900000000" + (10 + row);
    }
}
