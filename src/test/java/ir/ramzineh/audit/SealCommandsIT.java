package ir.ramzineh.audit;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the operator runs on the trail: the check, and the end of retention. */
@PortalIT
class SealCommandsIT extends AttackedTrail {
    @Test
    void theCommandPrintsWhatIsWrongAndEndsWithOne() {
        List<Long> ids = own.threeBlocks();
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        VerifyCommand command = new VerifyCommand(own.seals);
        var options = new ir.ramzineh.kernel.CommandOptions(Map.of(
                "audit.verify",
                List.of(),
                "head",
                List.of(own.seals.head().orElseThrow().text())));
        assertThat(command.run(options, new PrintStream(printed, true, StandardCharsets.UTF_8)))
                .isZero();
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("The trail is whole.", "25 rows");
        row(ids.get(13), "kind = 'x'");
        assertThat(command.run(options, new PrintStream(printed, true, StandardCharsets.UTF_8)))
                .isOne();
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("ROW_CHANGED block 2 row " + ids.get(13));
    }

    @Test
    void rowsGoInWholeBlocksWhenTheirRetentionIsOverAndTheChainHolds() throws Exception {
        List<Long> ids = own.threeBlocks();
        AuditRetirement retirement =
                new AuditRetirement(own.rows, own.trail(), OwnTrail.SETTINGS, own.transaction, fixedClock());
        StringWriter archive = new StringWriter();
        assertThat(retirement.retire(archive).blocks()).as("too young").isZero();
        own.pass(Duration.ofDays(364));
        assertThat(retirement.retire(archive).blocks()).as("still too young").isZero();
        own.pass(Duration.ofDays(2));
        assertThat(retirement.retire(archive)).isEqualTo(new AuditRetirement.Done(3, 25, 0));
        assertThat(archive.toString().lines()).hasSize(25).first().asString().contains(Long.toString(ids.getFirst()));
        assertThat(own.all()).hasSize(1).as("its own row").doesNotContainAnyElementsOf(ids);
        assertThat(own.verify().whole()).isTrue();
        assertThat(own.verify().retired()).isEqualTo(3);
        assertThat(retirement.retire(archive).blocks()).as("once").isZero();
        own.at(OwnTrail.START.plusSeconds(2), "card.frozen");
        assertThat(own.verify().findings())
                .extracting(SealFinding::fault)
                .containsExactly(SealFault.RETIRED_ROWS_PRESENT);
    }

    @Test
    void aBlockThatIsNotWholeIsNotRetired() throws Exception {
        List<Long> ids = own.threeBlocks();
        row(ids.get(13), "kind = 'x'");
        own.pass(Duration.ofDays(366));
        AuditRetirement retirement =
                new AuditRetirement(own.rows, own.trail(), OwnTrail.SETTINGS, own.transaction, fixedClock());
        assertThat(retirement.retire(new StringWriter())).isEqualTo(new AuditRetirement.Done(1, 10, 2));
        assertThat(own.verify().findings()).containsExactly(new SealFinding(SealFault.ROW_CHANGED, 2, ids.get(13)));
    }

    @Test
    void rowsThatWereRemovedAsIfRetiredAreFound() {
        List<Long> ids = own.threeBlocks();
        sql("""
            insert into audit_retired (number, after_id, through_id, retired_at, mac)
            select number, after_id, through_id, utc_timestamp(3), mac from audit_block where number = 2
            """);
        ids.subList(10, 20).forEach(this::remove);
        sql("delete from audit_block_rows where number = 2");
        assertThat(own.verify().findings()).containsExactly(new SealFinding(SealFault.RETIREMENT_FORGED, 2, null));
    }

    private java.time.Clock fixedClock() {
        return new java.time.Clock() {
            @Override
            public java.time.ZoneId getZone() {
                return java.time.ZoneOffset.UTC;
            }

            @Override
            public java.time.Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return own.now();
            }
        };
    }
}
