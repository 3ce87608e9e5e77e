package ir.ramzineh.card;

import ir.ramzineh.corebank.CardExpiry;
import ir.ramzineh.corebank.CardProduct;
import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.issuer.IssuerProfile;
import ir.ramzineh.issuer.PasswordProfile;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.kernel.UtcTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads from the row of a card and its password whether a code may be looked at. */
@Component
class AttemptRows {
    private final CardViews views;

    AttemptRows(CardViews views) {
        this.views = views;
    }

    Attempt read(ResultSet row, PasswordKind kind, IssuerProfile issuer) throws SQLException {
        CardId card = new CardId(row.getLong("id"));
        Attempt.Cause cause = closed(row, kind, issuer);
        return cause == null ? reserved(row, card, kind, issuer) : new Attempt.Closed(card, cause);
    }

    private Attempt.@Nullable Cause closed(ResultSet row, PasswordKind kind, IssuerProfile issuer) throws SQLException {
        CardExpiry expiry = new CardExpiry(row.getInt("expiry_year"), row.getInt("expiry_month"));
        if (!row.getBoolean("active") || expiry.isPast(views.today())) {
            return Attempt.Cause.CARD_NOT_USABLE;
        }
        if (CardProduct.valueOf(row.getString("product")) == CardProduct.GIFT
                && !issuer.giftCards().dynamicPasswords()) {
            return Attempt.Cause.GIFT_CARD;
        }
        PasswordState state = PasswordState.valueOf(row.getString("state"));
        boolean atLimit = row.getInt("failed_attempts") >= issuer.wrongCodeLimit();
        if (state == PasswordState.LOCKED || atLimit) {
            return Attempt.Cause.LOCKED;
        }
        if (row.getObject("frozen_at") != null) {
            return Attempt.Cause.FROZEN;
        }
        boolean open = state == PasswordState.DYNAMIC
                || issuer.password(kind).channelsFromStart().stream().anyMatch(on(row, kind, issuer)::contains);
        return open ? null : Attempt.Cause.NOT_DYNAMIC;
    }

    private Attempt.Reserved reserved(ResultSet row, CardId card, PasswordKind kind, IssuerProfile issuer)
            throws SQLException {
        LocalDateTime made = row.getObject("code_made_at", LocalDateTime.class);
        return new Attempt.Reserved(
                card,
                kind,
                row.getInt("failed_attempts") + 1,
                issuer.wrongCodeLimit(),
                life(row, issuer.password(kind)),
                cap(row),
                on(row, kind, issuer),
                PasswordTable.allowed(row),
                PasswordState.valueOf(row.getString("state")) == PasswordState.DYNAMIC,
                made == null ? null : UtcTime.fromColumn(made));
    }

    /** The owner's choice, within what the bank still offers. */
    private Set<CodeChannel> on(ResultSet row, PasswordKind kind, IssuerProfile issuer) throws SQLException {
        Set<CodeChannel> on = chosen(row, kind, issuer);
        Set<CodeChannel> emergency = PasswordRelief.inPlaceOfTheApp(row, views.now());
        if (!emergency.isEmpty()) {
            // The phone is lost: its codes do not count until it is over.
            on.remove(CodeChannel.APP);
            emergency.retainAll(issuer.password(kind).channels());
            on.addAll(emergency);
        }
        return on;
    }

    private static Set<CodeChannel> chosen(ResultSet row, PasswordKind kind, IssuerProfile issuer) throws SQLException {
        String column = row.getString("channels");
        PasswordProfile profile = issuer.password(kind);
        if (column == null) {
            Set<CodeChannel> byDefault = EnumSet.noneOf(CodeChannel.class);
            byDefault.addAll(profile.channelsByDefault());
            return byDefault;
        }
        Set<CodeChannel> chosen = PasswordTable.channels(column);
        chosen.retainAll(profile.channels());
        return chosen;
    }

    private static int life(ResultSet row, PasswordProfile profile) throws SQLException {
        int wished = row.getInt("life_seconds");
        return Math.clamp(
                row.wasNull() ? profile.lifeSeconds() : wished, profile.lifeSecondsMin(), profile.lifeSecondsMax());
    }

    private static @Nullable Rial cap(ResultSet row) throws SQLException {
        long cap = row.getLong("amount_cap");
        return row.wasNull() ? null : new Rial(cap);
    }
}
