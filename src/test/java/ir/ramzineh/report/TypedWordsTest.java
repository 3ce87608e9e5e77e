package ir.ramzineh.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What staff and customers once typed stays in the bank; the words of ours go out (I5). */
class TypedWordsTest {
    @Test
    void aReasonInSomebodysOwnWordsDoesNotLeave() {
        assertThat(TypedWords.withheld("gateway-token.revoked", "{\"serial\":\"1234\",\"reason\":\"کد ملی 001\"}"))
                .isEqualTo("{\"serial\":\"1234\",\"reason\":\"[withheld]\"}");
        assertThat(TypedWords.withheld("gateway-token.unlocked", "{\"reason\":\"Mr Rezaei called\"}"))
                .doesNotContain("Rezaei");
    }

    @Test
    void whatACustomerCalledAPhoneOrATokenDoesNotLeave() {
        assertThat(TypedWords.withheld("token.renamed", "{\"kind\":\"SECOND\",\"label\":\"Sara Rezaei's phone\"}"))
                .isEqualTo("{\"kind\":\"SECOND\",\"label\":\"[withheld]\"}");
        assertThat(TypedWords.withheld("gateway-token.claimed", "{\"device\":\"گوشی سارا\"}"))
                .isEqualTo("{\"device\":\"[withheld]\"}");
        String unnamed = "{\"device\": \"\"}";
        assertThat(TypedWords.withheld("token.claimed", unnamed)).isSameAs(unnamed);
    }

    @Test
    void aReasonOfOursAndEveryOtherRowStayAsTheyAre() {
        String ours = "{\"reason\": \"LOST\", \"ticket\": \"T-1\"}";
        assertThat(TypedWords.withheld("gateway-token.revoked", ours)).isSameAs(ours);
        String other = "{\"reason\": \"other-branch\"}";
        assertThat(TypedWords.withheld("access.staff-refused", other)).isSameAs(other);
        assertThat(TypedWords.withheld("gateway-token.issued", "{}")).isEqualTo("{}");
    }
}
