package ir.ramzineh.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What staff once typed stays in the bank; the words of ours go out (I5). */
class FormerNotesTest {
    @Test
    void aReasonInSomebodysOwnWordsDoesNotLeave() {
        assertThat(FormerNotes.withheld("gateway-token.revoked", "{\"serial\":\"1234\",\"reason\":\"کد ملی 001\"}"))
                .isEqualTo("{\"serial\":\"1234\",\"reason\":\"[withheld]\"}");
        assertThat(FormerNotes.withheld("gateway-token.unlocked", "{\"reason\":\"Mr Rezaei called\"}"))
                .doesNotContain("Rezaei");
    }

    @Test
    void aReasonOfOursAndEveryOtherRowStayAsTheyAre() {
        String ours = "{\"reason\": \"LOST\", \"ticket\": \"T-1\"}";
        assertThat(FormerNotes.withheld("gateway-token.revoked", ours)).isSameAs(ours);
        String other = "{\"reason\": \"other-branch\"}";
        assertThat(FormerNotes.withheld("access.staff-refused", other)).isSameAs(other);
        assertThat(FormerNotes.withheld("gateway-token.issued", "{}")).isEqualTo("{}");
    }
}
