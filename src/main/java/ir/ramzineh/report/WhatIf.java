package ir.ramzineh.report;

import ir.ramzineh.issuer.IssuerProfile;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.Permissions;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.verification.Reason;
import ir.ramzineh.verification.RecordedUse;
import ir.ramzineh.verification.RecordedUses;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/**
 * Replays what was recorded against another policy: which good codes would have been refused, and what would have got
 * better. It decides nothing and changes nothing.
 */
@Service
public class WhatIf {
    /** So far back is looked. */
    public static final Duration WINDOW = Duration.ofDays(30);

    private static final int ROWS_MAX = 5_000_000;

    private final Permissions permissions;
    private final RecordedUses uses;
    private final Issuers issuers;
    private final Clock clock;

    WhatIf(Permissions permissions, RecordedUses uses, Issuers issuers, Clock clock) {
        this.permissions = permissions;
        this.uses = uses;
        this.issuers = issuers;
        this.clock = clock;
    }

    /**
     * A policy to try.
     *
     * @param bank key of the bank's profile
     * @param lifeSeconds life of a code until the customer chooses otherwise, 15 to 120
     * @param digits of a code, 4 to 10
     * @param wrongCodeLimit 1 to 5
     */
    public record Policy(String bank, PasswordKind kind, int lifeSeconds, int digits, int wrongCodeLimit) {
        public Policy {
            if (lifeSeconds < 15 || lifeSeconds > 120) {
                throw new InvalidValueException("error.what-if.life", 15, 120);
            }
            if (digits < 4 || digits > 10) {
                throw new InvalidValueException("error.what-if.digits", 4, 10);
            }
            if (wrongCodeLimit < 1 || wrongCodeLimit > 5) {
                throw new InvalidValueException("error.what-if.limit", 1, 5);
            }
        }
    }

    /**
     * What came of it.
     *
     * @param good codes that were accepted
     * @param life of those, refused because their life would have been over
     * @param digits refused because they have another number of digits, until the app is activated anew
     * @param lockedLeast refused because the password would have been locked before: the first after each such lock
     * @param lockedMost the same, if nobody had unlocked anything until today
     * @param unknown accepted, but their age was not recorded then: nothing can be said about their life and digits
     * @param rescued codes that were refused as late or early and would have counted
     * @param locksMore locks there would have been in addition
     * @param locksLess locks there were and would not have been
     * @param complete false where the replay was cancelled or there were more rows than are looked at
     */
    public record Result(
            long good,
            long life,
            long digits,
            long lockedLeast,
            long lockedMost,
            long unknown,
            long rescued,
            long locksMore,
            long locksLess,
            Instant since,
            boolean complete) {}

    /** The policy in force, to begin with. */
    public Policy current(StaffId who, String bank, PasswordKind kind) {
        permissions.require(who, Permission.POLICY_WHAT_IF);
        IssuerProfile profile = issuers.byKey(bank).orElseThrow();
        return new Policy(
                bank,
                kind,
                profile.password(kind).lifeSeconds(),
                profile.password(kind).digits(),
                profile.wrongCodeLimit());
    }

    /**
     * Replays the last 30 days.
     *
     * @param progress gets the rows looked at, after every page
     * @param cancelled asked as often
     */
    public Result replay(StaffId who, Policy policy, Consumer<Long> progress, BooleanSupplier cancelled) {
        permissions.require(who, Permission.POLICY_WHAT_IF);
        IssuerProfile profile = issuers.byKey(policy.bank()).orElseThrow();
        Instant now = clock.instant();
        Instant since = now.minus(WINDOW);
        Replay replay = new Replay(policy, profile, uses);
        long after = IdSource.lowestOf(since);
        long until = IdSource.lowestOf(now.plusSeconds(1));
        long read = 0;
        boolean complete = true;
        List<RecordedUse> page;
        do {
            page = uses.page(profile.bins(), policy.bank(), policy.kind(), after, until, RecordedUses.PAGE_MAX);
            page.forEach(replay::again);
            read += page.size();
            if (!page.isEmpty()) {
                after = page.getLast().id();
            }
            progress.accept(read);
            if (cancelled.getAsBoolean() || read >= ROWS_MAX) {
                complete = false;
                break;
            }
        } while (page.size() == RecordedUses.PAGE_MAX);
        return replay.result(since, complete);
    }

    /** One run through the rows in their order. */
    private static final class Replay {
        private final Policy policy;
        private final RecordedUses uses;
        private final int lifeNow;
        private final int digitsNow;
        private final Map<CardId, Boolean> lockedSince = new HashMap<>();
        private long good;
        private long life;
        private long digits;
        private long lockedLeast;
        private long lockedMost;
        private long unknown;
        private long rescued;
        private long locksMore;
        private long locksLess;

        Replay(Policy policy, IssuerProfile profile, RecordedUses uses) {
            this.policy = policy;
            this.uses = uses;
            this.lifeNow = profile.password(policy.kind()).lifeSeconds();
            this.digitsNow = profile.password(policy.kind()).digits();
        }

        void again(RecordedUse use) {
            switch (use.reason()) {
                case ACCEPTED -> accepted(use);
                case WRONG_CODE, WRONG_CODE_LOCKED -> wrong(use);
                case EXPIRED, TOO_EARLY -> {
                    if (use.ageKnown() && !use.bound() && uses.wouldCount(use, lifeFor(use))) {
                        rescued++;
                    }
                }
                default -> {}
            }
        }

        /** Each code is counted under one reason alone, the first that holds. */
        private void accepted(RecordedUse use) {
            good++;
            Boolean firstAfterLock = use.card().map(lockedSince::get).orElse(null);
            if (firstAfterLock != null) {
                lockedMost++;
                if (firstAfterLock) {
                    lockedLeast++;
                    lockedSince.put(use.card().orElseThrow(), false);
                }
            } else if (!use.ageKnown()) {
                unknown++;
            } else if (!use.bound() && !uses.wouldCount(use, lifeFor(use))) {
                life++;
            } else if (policy.digits() != digitsNow
                    && use.ofAuthenticator()
                    && use.digits().orElse(policy.digits()) != policy.digits()) {
                digits++;
            }
        }

        /** The number of wrong codes in a row was recorded with each of them. */
        private void wrong(RecordedUse use) {
            boolean was = use.reason() == Reason.WRONG_CODE_LOCKED;
            boolean would = use.wrongInARow() >= policy.wrongCodeLimit();
            CardId card = use.card().orElse(null);
            if (would && !was && card != null && !lockedSince.containsKey(card)) {
                locksMore++;
                lockedSince.put(card, true);
            }
            if (was) {
                // The real lock ended with an activation or an unlock: what follows is a new beginning in both worlds.
                lockedSince.remove(card);
                if (!would) {
                    locksLess++;
                }
            }
        }

        /** A life that differs from the profile's was the customer's own choice, and stays so. */
        private int lifeFor(RecordedUse use) {
            int had = use.lifeSeconds().orElse(lifeNow);
            return had == lifeNow ? policy.lifeSeconds() : had;
        }

        Result result(Instant since, boolean complete) {
            return new Result(
                    good,
                    life,
                    digits,
                    lockedLeast,
                    lockedMost,
                    unknown,
                    rescued,
                    locksMore,
                    locksLess,
                    since,
                    complete);
        }
    }
}
