package ir.ramzineh.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.PortalIT;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** I6, decision 015: who seals, when, and what was sealed too late. */
@PortalIT
@ExtendWith(OutputCaptureExtension.class)
class SealingTimeIT extends AttackedTrail {
    @TempDir
    private Path folder;

    /** The portal signs what it finds: who takes blocks away has changed rows sealed with a good key. */
    @Test
    void rowsThatWereSealedAnewLongAfterTheyWereWrittenAreFound() {
        List<Long> ids = own.threeBlocks();
        for (int rest = 0; rest < 3; rest++) {
            own.pass(Duration.ofHours(3));
            own.happens(3);
        }
        own.pass(Duration.ofMinutes(6));
        own.sealing.seal();
        assertThat(own.verify().findings())
                .as("nobody sealed for six hours while rows were written")
                .containsExactly(new SealFinding(SealFault.SEALED_LATE, 4, null));
        sql("delete from audit_block where number = 3");
        own.jdbc.sql("delete from audit_block where number > 3").update();
        own.jdbc.sql("delete from audit_block_rows where number >= 3").update();
        row(ids.get(22), "actor_name = 'somebody-else'");
        own.restart();
        own.sealing.seal();
        assertThat(own.verify().findings()).contains(new SealFinding(SealFault.SEALED_LATE, 3, null));
    }

    /** A portal that was off writes nothing meanwhile; what it seals after its start is not late. */
    @Test
    void aNightWithoutThePortalIsNoFinding() {
        own.happens(5);
        own.pass(Duration.ofHours(9));
        own.restart();
        own.happens(5);
        own.pass(Duration.ofMinutes(6));
        own.sealing.seal();
        assertThat(own.verify().findings()).isEmpty();
    }

    @Test
    void sealingThatStandsIsFound() {
        own.threeBlocks();
        List<Long> unsealed = own.happens(1);
        assertThat(own.verify().whole()).isTrue();
        assertThat(own.verify().unsealed()).isOne();
        own.pass(Duration.ofHours(3));
        assertThat(own.verify().findings())
                .containsExactly(new SealFinding(SealFault.SEALING_STANDS, 0, unsealed.getFirst()));
    }

    @Test
    void aLookThatIsCancelledSaysThatItSawNotAll() {
        own.threeBlocks();
        assertThat(own.seals.verify(List.of(), progress -> {}, () -> true).complete())
                .isFalse();
    }

    @Test
    void ofTwoNodesThatSealAtOnceOneDoes() {
        own.happens(5);
        own.pass(Duration.ofMinutes(6));
        SealBlock first = own.rows.last().isEmpty() ? sealed() : null;
        assertThat(first).isNotNull();
        assertThatThrownBy(() -> own.rows.add(first, digests(1)))
                .isInstanceOf(org.springframework.dao.DuplicateKeyException.class);
        assertThat(own.sealing.seal()).isZero();
        assertThat(own.verify().whole()).isTrue();
    }

    /** The sealing began with a later version: what stood there is older than the first block. */
    private void anUpgradeWithOldRows(OwnTrail trail) {
        for (int day = 0; day < 4; day++) {
            trail.happens(10);
            trail.pass(Duration.ofDays(30));
        }
        trail.happens(3);
        trail.pass(Duration.ofMinutes(6));
        trail.sealing.seal();
        for (int hour = 0; hour < 5; hour++) {
            trail.happens(2);
            trail.pass(Duration.ofHours(1));
            trail.sealing.seal();
        }
    }

    @Test
    void rowsFromBeforeTheSealingAreNoFindingOnceTheFirstBlockIsNoted() {
        anUpgradeWithOldRows(own);
        SealHead first = own.seals.first().orElseThrow();
        assertThat(own.verify().findings())
                .as("said once, not for each block")
                .containsExactly(new SealFinding(SealFault.BEGINS_LATE, 1, null));
        assertThat(own.verify(own.seals.head().orElseThrow()).whole())
                .as("a later head says nothing about the beginning")
                .isFalse();
        assertThat(own.verify(first).findings()).isEmpty();
    }

    @Test
    void theAnchorFileNotesTheFirstBlockByItself() throws Exception {
        try (OwnTrail other = new OwnTrail(dataSource, vault, OwnTrail.settings(folder.resolve("noted")))) {
            anUpgradeWithOldRows(other);
            assertThat(other.verify().findings()).isEmpty();
        }
    }

    /** Every block taken away, a row changed, and all sealed anew with a good key by a portal that was started again. */
    @Test
    void aWholeChainThatWasSealedAnewIsFoundEvenWhereTheFirstBlockWasNoted() {
        anUpgradeWithOldRows(own);
        SealHead first = own.seals.first().orElseThrow();
        own.jdbc.sql("delete from audit_block").update();
        own.jdbc.sql("delete from audit_block_rows").update();
        row(own.all().get(12), "actor_name = 'somebody-else'");
        own.pass(Duration.ofDays(1));
        own.restart();
        own.sealing.seal();
        assertThat(own.verify().findings()).contains(new SealFinding(SealFault.BEGINS_LATE, 1, null));
        assertThat(own.verify(first).findings()).contains(new SealFinding(SealFault.HEAD_DIFFERS, 1, null));
    }

    /** The first block stays, and blocks over rows from before it are sealed anew: their time shows a pause. */
    @Test
    void oldRowsThatWereSealedAnewLongAfterTheFirstBlockAreFound() {
        anUpgradeWithOldRows(own);
        SealHead first = own.seals.first().orElseThrow();
        own.jdbc.sql("delete from audit_block where number > 1").update();
        own.jdbc.sql("delete from audit_block_rows where number > 1").update();
        row(own.all().get(12), "actor_name = 'somebody-else'");
        own.restart();
        own.sealing.seal();
        assertThat(own.verify(first).findings()).contains(new SealFinding(SealFault.SEALED_LATE, 2, null));
    }

    @Test
    void rowsThatComeWhileOldOnesAreSealedAreLateLikeAllOthers() {
        anUpgradeWithOldRows(own);
        SealHead first = own.seals.first().orElseThrow();
        for (int rest = 0; rest < 3; rest++) {
            own.happens(3);
            own.pass(Duration.ofHours(3));
        }
        own.sealing.seal();
        assertThat(own.verify(first).findings()).extracting(SealFinding::fault).containsOnly(SealFault.SEALED_LATE);
    }

    private SealBlock sealed() {
        own.sealing.seal();
        return own.rows.last().orElseThrow();
    }

    /** Who keeps the log and no anchor file: in every log there is the first block, and another one is seen (decision 015). */
    @Test
    void eachStartTellsTheFirstHeadAndTheLastSoThatALogHoldsThem(CapturedOutput log) {
        own.threeBlocks();
        String first = own.seals.first().orElseThrow().text();
        String last = own.seals.head().orElseThrow().text();
        for (int start = 1; start <= 2; start++) {
            own.restart();
            own.sealing.seal();
            own.sealing.seal();
            assertThat(lines(log, "begins with " + first)).hasSize(start);
            assertThat(lines(log, "At this start the audit trail is sealed up to " + last))
                    .hasSize(start);
        }

        own.jdbc.sql("delete from audit_block").update();
        own.jdbc.sql("delete from audit_block_rows").update();
        own.restart();
        own.pass(Duration.ofMinutes(6));
        own.sealing.seal();
        own.restart();
        own.sealing.seal();
        String anew = own.seals.first().orElseThrow().text();
        assertThat(anew).isNotEqualTo(first);
        assertThat(lines(log, "begins with " + anew)).hasSize(1);
    }

    private static List<String> lines(CapturedOutput log, String part) {
        return log.getAll().lines().filter(line -> line.contains(part)).toList();
    }
}
