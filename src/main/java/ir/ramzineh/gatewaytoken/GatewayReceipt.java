package ir.ramzineh.gatewaytoken;

import ir.ramzineh.corebank.LocalizedName;
import ir.ramzineh.issuer.LocalizedText;
import java.time.Instant;
import java.util.Locale;

/**
 * What stands on the receipt of a branch: part 1, and where part 2 comes.
 *
 * @param serial in groups of four
 * @param maskedMobile the number to which part 2 was sent
 * @param locale of the customer
 */
public record GatewayReceipt(
        LocalizedText bank,
        String branch,
        String serial,
        LocalizedName customer,
        String maskedMobile,
        Locale locale,
        Instant issuedAt,
        Instant codeExpiresAt) {
    /** Without what it says. */
    @Override
    public String toString() {
        return "GatewayReceipt[" + branch + "]";
    }
}
