package ir.ramzineh.cases;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import ir.ramzineh.channelapi.ChannelScope;
import ir.ramzineh.kernel.Transaction;
import ir.ramzineh.verification.Verdict;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@PortalIT
@DisplayName("Security case 3: 64 guesses at once are no more than three")
class WrongCodesAtOnceIT extends CaseScene {
    private static final int LIMIT = 3;
    private static final int THE_RIGHT_ONE = 40;

    @ParameterizedTest
    @EnumSource
    void of64WrongCodesThreeAreEvaluated(Source source) throws Exception {
        Owner owner = source.owner(this);
        Transaction payment = payment();
        source.code(this, owner, payment);

        assertThat(all(owner, payment, "")).containsOnly(Verdict.REFUSED);

        assertThat(reasons(owner)).hasSize(Together.MANY);
        assertThat(reasons(owner).stream().filter(reason -> reason.startsWith("WRONG_CODE")))
                .hasSize(LIMIT);
        assertThat(reasons(owner).stream().filter("LOCKED"::equals)).hasSize(Together.MANY - LIMIT);
        assertThat(failedAttempts(owner)).isEqualTo(LIMIT);
        assertThat(state(owner)).isEqualTo("LOCKED");
        assertThat(trail(owner)).as("one row per attempt").isEqualTo(Together.MANY);
    }

    @ParameterizedTest
    @EnumSource
    void of63WrongOnesAndTheRightOneNothingIsAcceptedOnceTheLockStands(Source source) throws Exception {
        Owner owner = source.owner(this);
        Transaction payment = payment();
        String right = source.code(this, owner, payment);

        all(owner, payment, right);

        List<String> reasons = reasons(owner);
        assertThat(reasons.stream().filter("ACCEPTED"::equals).count()).isLessThanOrEqualTo(1);
        assertThat(reasons.stream()
                        .filter(reason -> reason.startsWith("WRONG_CODE"))
                        .count())
                .as("three in a row, and up to two before the right one forgave them")
                .isBetween(3L, 5L);
        assertThat(state(owner)).isEqualTo("LOCKED");
        assertThat(verdict(key(ChannelScope.VERIFICATION), "after-" + ids.next(), owner, right, payment))
                .isEqualTo(Verdict.REFUSED);
        assertThat(reasons(owner).getLast()).isEqualTo("LOCKED");
    }

    /** 64 codes over two channels and two nodes; six digits are never the code of a bank with seven. */
    private List<Verdict> all(Owner owner, Transaction payment, String right) throws Exception {
        List<String> keys = List.of(key(ChannelScope.VERIFICATION), key(ChannelScope.VERIFICATION));
        return onTwoNodesGet(there -> Together.all(Together.MANY, n -> {
            String id = owner.card().value() + "-" + n;
            String code = n == THE_RIGHT_ONE && !right.isEmpty() ? right : "%06d".formatted(n * 7919);
            return n % 4 < 2
                    ? () -> verdict(keys.get(n % 2), id, owner, code, payment)
                    : () -> verdict(there, "channel-" + n % 2, question(id, owner, code, payment));
        }));
    }

    private int trail(Owner owner) {
        return jdbc.sql(
                        "select count(*) from audit_event where card_id = :card and kind in ('code.refused', 'code.accepted')")
                .param("card", owner.card().value())
                .query(Integer.class)
                .single();
    }
}
