package ir.ramzineh.card;

import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.Rial;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** State and settings of one password; what the customer never set stays empty and follows the profile. */
record PasswordRow(
        CardId card,
        PasswordOverview overview,
        Optional<Set<CodeChannel>> channels,
        Optional<Integer> lifeSeconds,
        @Nullable Rial amountCap,
        AllowedTransactions allowed,
        int version,
        Optional<SettingsChange> former) {}
