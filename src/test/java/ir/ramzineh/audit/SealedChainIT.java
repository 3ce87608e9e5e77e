package ir.ramzineh.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ir.ramzineh.PortalIT;
import ir.ramzineh.vault.Vault;
import ir.ramzineh.vault.VaultKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** I6, decision 015: blocks that are missing, changed, exchanged, forged or cut off are found. */
@PortalIT
class SealedChainIT extends AttackedTrail {
    @TempDir
    private Path folder;

    @Test
    void aRemovedBlockIsAGap() {
        own.threeBlocks();
        sql("delete from audit_block where number = 2");
        assertThat(own.verify().findings()).containsExactly(new SealFinding(SealFault.BLOCK_MISSING, 2, null));
        sql("delete from audit_block where number = 1");
        assertThat(own.verify().findings())
                .extracting(SealFinding::fault, SealFinding::block)
                .containsExactly(tuple(SealFault.BLOCK_MISSING, 1L), tuple(SealFault.BLOCK_MISSING, 2L));
    }

    @Test
    void aBlockThatWasChangedIsFoundInEveryColumn() {
        for (String change : List.of(
                "after_id = after_id + 1",
                "through_id = through_id - 1",
                "row_count = row_count - 1",
                "rows_in_all = rows_in_all - 1",
                "rows_hash = unhex(sha2('x', 256))",
                "previous_hash = unhex(sha2('x', 256))",
                "sealed_at = sealed_at - interval 1 day",
                "block_hash = unhex(sha2('x', 256))",
                "mac = unhex(sha2('x', 256))")) {
            own.restart();
            own.transaction.executeWithoutResult(status -> {
                own.threeBlocks();
                sql("update audit_block set " + change + " where number = 2");
                assertThat(own.verify().findings())
                        .as(change)
                        .anyMatch(found -> found.block() == 2
                                && (found.fault() == SealFault.BLOCK_CHANGED
                                        || found.fault() == SealFault.BLOCK_FORGED));
                status.setRollbackOnly();
            });
        }
    }

    /** Two blocks exchanged by their numbers, both with their own hashes and MACs. */
    @Test
    void blocksThatChangedPlacesAreFound() {
        own.threeBlocks();
        sql("update audit_block set number = 99 where number = 2");
        sql("update audit_block set number = 2 where number = 3");
        sql("update audit_block set number = 3 where number = 99");
        assertThat(own.verify().findings())
                .extracting(SealFinding::fault, SealFinding::block)
                .contains(tuple(SealFault.BLOCK_CHANGED, 2L), tuple(SealFault.BLOCK_CHANGED, 3L));
    }

    /** Somebody who knows this program and has every right on the database, but not the key. */
    @Test
    void aChainMadeAnewWithoutTheKeyIsFound() {
        List<Long> ids = own.threeBlocks();
        row(ids.get(12), "actor_name = 'somebody-else'");
        sql(
                "update audit_block_rows set digests = :digests where number = 2",
                Map.of("digests", digests(2).bytes()));
        rechain(2);
        rechain(3);
        assertThat(own.verify().findings())
                .extracting(SealFinding::fault, SealFinding::block)
                .containsExactly(tuple(SealFault.BLOCK_FORGED, 2L), tuple(SealFault.BLOCK_FORGED, 3L));
    }

    @Test
    void aCutTailIsFoundByAHeadThatWasNotedOutside() {
        List<Long> ids = own.threeBlocks();
        SealHead noted = own.seals.head().orElseThrow();
        ids.subList(20, 25).forEach(this::remove);
        sql("delete from audit_block where number = 3");
        sql("delete from audit_block_rows where number = 3");
        // Nothing inside the database says it: that is why heads are noted outside.
        assertThat(own.verify().whole()).isTrue();
        assertThat(own.verify(SealHead.parse(noted.text())).findings())
                .containsExactly(new SealFinding(SealFault.TAIL_CUT, 3, null));
        own.happens(2);
        own.pass(Duration.ofMinutes(6));
        assertThat(own.sealing.seal())
                .as("the running portal remembers the end")
                .isZero();
        own.restart();
        own.sealing.seal();
        assertThat(own.verify().whole()).isTrue();
        assertThat(own.verify(noted).findings()).containsExactly(new SealFinding(SealFault.HEAD_DIFFERS, 3, null));
    }

    @Test
    void aPortalThatStartsAgainHoldsTheChainAgainstTheAnchorFile() throws Exception {
        try (OwnTrail other = new OwnTrail(dataSource, vault, OwnTrail.settings(folder.resolve("heads")))) {
            other.threeBlocks();
            other.jdbc.sql("delete from audit_block where number >= 2").update();
            other.jdbc.sql("delete from audit_block_rows where number >= 2").update();
            other.restart();
            assertThat(other.sealing.seal()).isZero();
        }
    }

    @Test
    void theAnchorFileFindsACutTailByItself() throws Exception {
        Path file = folder.resolve("anchors");
        try (OwnTrail other = new OwnTrail(dataSource, vault, OwnTrail.settings(file))) {
            List<Long> ids = other.threeBlocks();
            assertThat(Files.readAllLines(file))
                    .hasSize(3)
                    .last()
                    .isEqualTo(other.seals.head().orElseThrow().text());
            assertThat(other.verify().whole()).isTrue();
            assertThat(other.verify().anchors()).isEqualTo(3);
            ids.subList(20, 25)
                    .forEach(id -> other.jdbc
                            .sql("delete from audit_event where id = :id")
                            .param("id", id)
                            .update());
            other.jdbc.sql("delete from audit_block where number = 3").update();
            assertThat(other.verify().findings()).containsExactly(new SealFinding(SealFault.TAIL_CUT, 3, null));
        }
    }

    /** A new MAC key seals what comes; what older ones sealed stays whole as long as they are in the key file. */
    @Test
    void blocksOfAnOlderKeyAreRecognisedWhileItIsInTheKeyFile() throws Exception {
        JsonMapper json = JsonMapper.builder().build();
        ObjectNode before = (ObjectNode) json.readTree(
                VaultKeys.generate(new SecureRandom(), OwnTrail.START).toJson());
        ObjectNode rotated = before.deepCopy();
        ObjectNode withoutOld = before.deepCopy();
        ArrayNode keys = (ArrayNode) withoutOld.get("keys");
        for (int i = 0; i < keys.size(); i++) {
            if (keys.get(i).get("purpose").asString().equals("MAC")) {
                ObjectNode anew = ((ObjectNode) keys.get(i)).deepCopy();
                anew.put("id", 2).put("secret", Base64.getEncoder().encodeToString(new byte[] {
                    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27,
                    28, 29, 30, 31, 32
                }));
                ((ArrayNode) rotated.get("keys")).add(anew.deepCopy());
                keys.set(i, anew);
            }
        }
        try (OwnTrail other = new OwnTrail(dataSource, vault(before.toString()), OwnTrail.SETTINGS)) {
            other.threeBlocks();
            SealRows now = new SealRows(other.jdbc, vault(rotated.toString()));
            String hash = other.rows.last().orElseThrow().hash();
            assertThat(now.mac(hash)).as("the new key is in use").isNotEqualTo(other.rows.mac(hash));
            assertThat(look(now).findingsInAll()).isZero();
            assertThat(look(new SealRows(other.jdbc, vault(withoutOld.toString())))
                            .verdict(0, true)
                            .findings())
                    .extracting(SealFinding::fault)
                    .containsOnly(SealFault.BLOCK_FORGED)
                    .hasSize(3);
        }
    }

    private static Vault vault(String keys) {
        return Vault.over(
                VaultKeys.parse(keys), java.time.Clock.fixed(OwnTrail.START.plusSeconds(60), java.time.ZoneOffset.UTC));
    }

    private static SealLook look(SealRows rows) {
        SealLook look = new SealLook(rows);
        rows.blocks(0, Long.MAX_VALUE, 100).forEach(look::at);
        return look;
    }

    /** All that can be made anew without the key: every hash, in the right order. */
    private void rechain(long number) {
        SealBlock before = own.rows.blocks(number - 2, number - 1, 1).getFirst();
        SealBlock block = own.rows.blocks(number - 1, number, 1).getFirst();
        SealBlock anew = new SealBlock(
                        number,
                        block.afterId(),
                        block.throughId(),
                        block.rowCount(),
                        block.rowsInAll(),
                        digests(number).hash(),
                        before.hash(),
                        block.sealedAt(),
                        "",
                        "")
                .signed(hash -> block.mac());
        HexFormat hex = HexFormat.of();
        sql(
                "update audit_block set rows_hash = :rows, previous_hash = :previous, block_hash = :hash where number = "
                        + number,
                Map.of(
                        "rows", hex.parseHex(anew.rowsHash()),
                        "previous", hex.parseHex(anew.previousHash()),
                        "hash", hex.parseHex(anew.hash())));
    }
}
