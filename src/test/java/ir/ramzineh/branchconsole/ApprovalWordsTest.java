package ir.ramzineh.branchconsole;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.approval.Approval;
import ir.ramzineh.approval.ApprovalId;
import ir.ramzineh.approval.ApprovalState;
import ir.ramzineh.approval.Proposal;
import ir.ramzineh.corebank.LocalizedName;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.staff.StaffMember;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a decision reads: a customer is told only where there is one, and work that goes on is not called done. */
class ApprovalWordsTest {
    private static final Instant AT = Instant.parse("2026-11-11T10:00:00Z");
    private static final StaffMember MEMBER = new StaffMember(
            new StaffId(1),
            "member",
            new LocalizedName("همکار", "Colleague"),
            Role.TELLER,
            new BranchCode("1203"),
            true);

    private final ApprovalWords fa = ApprovalWords.of(Locale.of("fa"));
    private final ApprovalWords en = ApprovalWords.of(Locale.ENGLISH);

    @Test
    void aCustomerIsToldOnlyWhereThereIsOne() {
        assertThat(en.done(approved("password-unlock", new CustomerId(7), ""))).contains("the customer is told");
        assertThat(fa.done(approved("password-unlock", new CustomerId(7), ""))).contains("مشتری");
        for (String kind : List.of("gateway-token-stock", "staff-add", "bulk-import", "reminder-wave")) {
            Approval approved = approved(kind, null, "");
            assertThat(en.done(approved)).startsWith("Approved.").doesNotContain("customer");
            assertThat(fa.done(approved)).startsWith("تأیید").doesNotContain("مشتری");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bulk-import", "reminder-wave", "number-change"})
    void workThatGoesOnByItselfIsNotCalledDone(String kind) {
        Approval approved = approved(kind, null, "");
        assertThat(en.done(approved)).contains("now").doesNotContain("done");
        assertThat(fa.done(approved)).contains("آغاز").doesNotContain("انجام");
        assertThat(en.over(approved)).contains("How far").doesNotContain("done");
        assertThat(fa.over(approved)).contains("پیشرفت").doesNotContain("انجام");
    }

    @Test
    void workThatIsDoneAtOnceIsCalledDone() {
        assertThat(en.done(approved("gateway-token-stock", null, ""))).contains("has been done");
        assertThat(en.over(approved("gateway-token-stock", null, ""))).contains("has been done");
    }

    /** Written before such signs were taken out. */
    @Test
    void case23_aNoteTurnsNothingAroundIt() {
        assertThat(fa.note(approved("number-change", new CustomerId(7), "a\u202Eb\u2069")))
                .isEqualTo("\u2068ab\u2069");
        assertThat(fa.note(approved("number-change", new CustomerId(7), ""))).isEmpty();
    }

    private static Approval approved(String kind, @Nullable CustomerId customer, String note) {
        return new Approval(
                new ApprovalId(1),
                ApprovalState.APPROVED,
                MEMBER,
                MEMBER,
                new Proposal(kind, customer, null, Map.of(), Map.of(), List.of()),
                AT,
                AT,
                AT,
                note);
    }
}
