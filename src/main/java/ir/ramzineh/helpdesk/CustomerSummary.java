package ir.ramzineh.helpdesk;

import ir.ramzineh.corebank.LocalizedName;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.CustomerId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Who the customer is.
 *
 * @param nationalId masked
 * @param mobile masked
 * @param mobileSince when the registered number last changed, as far back as the trail's newest lines reach
 * @param codesFrom no code goes to the registered number before this moment, since it is new (D3)
 * @param branch home branch, where the bank has named one
 * @param userName its first letters; empty for who never signed up
 * @param lastSignIn as far back as the trail's newest lines reach
 * @param refusedSignIns wrong passwords and codes within the last hour
 */
public record CustomerSummary(
        CustomerId id,
        LocalizedName name,
        String nationalId,
        String mobile,
        Optional<Instant> mobileSince,
        Optional<Instant> codesFrom,
        Optional<BranchCode> branch,
        Locale locale,
        boolean secondFactorAlways,
        Optional<Instant> signedUpAt,
        Optional<String> userName,
        Optional<Instant> lastSignIn,
        int refusedSignIns) {}
