package ir.ramzineh.gatewaytoken;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.issuer.PasswordProfile;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.otp.HashAlgorithm;
import ir.ramzineh.otp.TotpSpec;
import ir.ramzineh.staff.StaffMember;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The way of a serial number to a customer, and of its activation code to the registered number (S10.5). */
@Component
class GatewayIssue {
    private final GatewayRows rows;
    private final StockRows stock;
    private final GatewayKeys keys;
    private final GatewayViews views;
    private final GatewayTrail trail;
    private final GatewayMessages messages;
    private final GatewaySettings settings;
    private final SecureRandom random;
    private final Clock clock;

    GatewayIssue(
            GatewayRows rows,
            StockRows stock,
            GatewayKeys keys,
            GatewayViews views,
            GatewayTrail trail,
            GatewayMessages messages,
            GatewaySettings settings,
            SecureRandom random,
            Clock clock) {
        this.rows = rows;
        this.stock = stock;
        this.keys = keys;
        this.views = views;
        this.trail = trail;
        this.messages = messages;
        this.settings = settings;
        this.random = random;
        this.clock = clock;
    }

    /** Everything or, where the caller rolls back on another outcome, nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public IssueOutcome issue(StaffMember member, BranchCode branch, CustomerId customer, @Nullable String serial) {
        if (rows.livingOf(customer) >= settings.tokensMax()) {
            return new IssueOutcome.Refused("gateway.error.too-many");
        }
        Optional<String> typed = serial == null ? Optional.empty() : Serials.read(serial);
        if (serial != null && typed.isEmpty()) {
            return new IssueOutcome.Refused("gateway.error.serial");
        }
        Optional<GatewayRow> row = serial == null
                ? Optional.of(stock.drawn(branch, member.userName()))
                : typed.flatMap(text -> rows.bySerial(keys.serialHashes(text)));
        // A stock of another branch, a token of somebody else and one that nobody knows are one answer.
        boolean there = row.filter(found -> found.state() == GatewayTokenState.IN_STOCK
                        && found.branch().equals(branch.digits()))
                .isPresent();
        if (!there) {
            return new IssueOutcome.Refused("gateway.error.not-in-stock");
        }
        Optional<Duration> wait = messages.acquire(customer);
        if (wait.isPresent()) {
            return new IssueOutcome.Wait(wait.get());
        }
        String code = Serials.newCode(random).text();
        Instant now = clock.instant();
        Instant until = now.plus(settings.codeLife());
        // Of two tellers with it in their hands, one is first.
        boolean issued = row.isPresent()
                && rows.issue(
                        row.get().id(),
                        branch.digits(),
                        customer,
                        spec(),
                        keys.seal(GatewayKeys.CODE, row.get().id(), code),
                        until,
                        now);
        if (!issued) {
            return new IssueOutcome.Refused("gateway.error.not-in-stock");
        }
        return sent(new Actor.Staff(member.userName()), row.orElseThrow(), customer, "issued", code, until);
    }

    /** Another code; the one before counts no more, and neither does a key that a phone has taken and not proven. */
    @Transactional(propagation = Propagation.MANDATORY)
    public IssueOutcome renew(Actor actor, GatewayRow row, CustomerId customer) {
        if (row.state() != GatewayTokenState.ISSUED) {
            return new IssueOutcome.Refused("gateway.error.gone");
        }
        Optional<Duration> wait = messages.acquire(customer);
        if (wait.isPresent()) {
            return new IssueOutcome.Wait(wait.get());
        }
        String code = Serials.newCode(random).text();
        Instant until = clock.instant().plus(settings.codeLife());
        if (!rows.renewCode(row.id(), keys.seal(GatewayKeys.CODE, row.id(), code), until)) {
            return new IssueOutcome.Refused("gateway.error.gone");
        }
        return sent(actor, row, customer, "code-sent", code, until);
    }

    private IssueOutcome sent(
            Actor actor, GatewayRow row, CustomerId customer, String kind, String code, Instant until) {
        messages.code(customer, views.lastFour(row), code, until);
        trail.deed(actor, row, customer, kind);
        return new IssueOutcome.Issued(row.tokenId(), Serials.grouped(views.serial(row)), until);
    }

    /** Codes look and live as those of the bank's second password (S10.14). */
    private TotpSpec spec() {
        PasswordProfile password = messages.issuer().password(PasswordKind.SECOND);
        return new TotpSpec(HashAlgorithm.SHA256, password.digits(), password.lifeSeconds());
    }
}
