package ir.ramzineh.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ir.ramzineh.PortalIT;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** I6, decision 015: whatever somebody with all rights on the database does to sealed rows is found, row by row. */
@PortalIT
class SealedRowsIT extends AttackedTrail {
    /** The negative control of every test below. */
    @Test
    void aTrailThatNobodyTouchedIsWhole() {
        own.threeBlocks();
        SealVerdict verdict = own.verify();
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.whole()).isTrue();
        assertThat(verdict.blocks()).isEqualTo(3);
        assertThat(verdict.rows()).isEqualTo(25);
        assertThat(verdict.head()).isEqualTo(own.seals.head().orElseThrow());
        assertThat(verdict.head().rows()).isEqualTo(25);
    }

    @Test
    void aChangedFieldIsFoundInEveryColumn() {
        List<Long> ids = own.threeBlocks();
        List<String> changes = List.of(
                "happened_at = happened_at + interval 1 second",
                "actor_kind = 'STAFF'",
                "actor_name = 'other'",
                "kind = 'code.refused'",
                "customer_id = 7",
                "card_id = 7",
                "details = concat(details, ' ')");
        for (int i = 0; i < changes.size(); i++) {
            row(ids.get(i), changes.get(i));
        }
        assertThat(own.verify().findings())
                .extracting(SealFinding::fault, SealFinding::block, SealFinding::row)
                .containsExactlyElementsOf(ids.stream()
                        .limit(changes.size())
                        .map(id -> tuple(SealFault.ROW_CHANGED, 1L, id))
                        .toList());
    }

    @Test
    void aRemovedRowIsNamed() {
        List<Long> ids = own.threeBlocks();
        remove(ids.get(13));
        assertThat(own.verify().findings()).containsExactly(new SealFinding(SealFault.ROW_REMOVED, 2, ids.get(13)));
    }

    @Test
    void twoRowsThatChangedPlacesAreBothNamed() {
        List<Long> ids = own.threeBlocks();
        row(ids.get(3), "id = 1");
        row(ids.get(4), "id = " + ids.get(3));
        row(1, "id = " + ids.get(4));
        assertThat(own.verify().findings())
                .containsExactly(
                        new SealFinding(SealFault.ROW_CHANGED, 1, ids.get(3)),
                        new SealFinding(SealFault.ROW_CHANGED, 1, ids.get(4)));
    }

    @Test
    void aBackDatedRowIsFoundAmongSealedOnesAndInAQuietHour() {
        own.threeBlocks();
        own.pass(Duration.ofHours(3));
        own.sealing.seal();
        long among = own.at(OwnTrail.START.plusSeconds(5).plusMillis(500), "card.frozen");
        long quiet = own.at(own.now().minus(Duration.ofHours(1)), "card.frozen");
        assertThat(own.verify().findings())
                .containsExactly(
                        new SealFinding(SealFault.ROW_INSERTED, 1, among),
                        new SealFinding(SealFault.ROW_INSERTED, 4, quiet));
    }

    /** The id is drawn before the commit: what commits within the settling time is sealed like everything else. */
    @Test
    void aRowThatCommitsLateIsSealedAndOneThatCommitsTooLateIsFound() {
        own.happens(3);
        Instant drawn = own.now();
        own.pass(Duration.ofMinutes(4));
        own.sealing.seal();
        own.at(drawn, "late.but-in-time");
        own.pass(Duration.ofMinutes(6));
        own.sealing.seal();
        assertThat(own.verify().whole()).isTrue();
        long tooLate = own.at(drawn.plusSeconds(1), "late.too-late");
        assertThat(own.verify().findings()).containsExactly(new SealFinding(SealFault.ROW_INSERTED, 1, tooLate));
    }

    @Test
    void aListOfRowsThatWasMadeAnewIsFound() {
        List<Long> ids = own.threeBlocks();
        row(ids.get(12), "actor_name = 'somebody-else'");
        sql(
                "update audit_block_rows set digests = :digests where number = 2",
                Map.of("digests", digests(2).bytes()));
        assertThat(own.verify().findings()).containsExactly(new SealFinding(SealFault.ROWS_UNKNOWN, 2, null));
    }
}
