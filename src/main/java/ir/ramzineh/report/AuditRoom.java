package ir.ramzineh.report;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditSeals;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.audit.SealHead;
import ir.ramzineh.audit.SealVerdict;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.JalaliDate;
import ir.ramzineh.kernel.NationalId;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.Permissions;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.staff.StaffMember;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What an auditor does with the trail: look, verify, take a copy. Each of it is in the trail itself. Nobody looks the own
 * person or an own card up, as at the counter (security case 22).
 */
@Service
public class AuditRoom {
    /** Rows of a page at most. */
    public static final int PAGE_MAX = 100;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z.-]*[0-9]{0,3}");
    private static final Pattern KIND = Pattern.compile("[a-z][a-z.-]*");

    /** Rows of an export at most; a longer time is exported in parts. */
    public static final int EXPORT_ROWS_MAX = 1_000_000;

    private static final int EXPORT_PAGE = 1_000;

    private static final List<String> EXPORTED =
            List.of("id", "block", "time", "time-tehran", "actor-kind", "actor", "kind", "customer", "card", "details");

    private final Permissions permissions;
    private final TrailRows rows;
    private final AuditSeals seals;
    private final AuditTrail trail;
    private final Customers customers;
    private final TransactionTemplate transaction;

    AuditRoom(
            Permissions permissions,
            TrailRows rows,
            AuditSeals seals,
            AuditTrail trail,
            Customers customers,
            TransactionTemplate transaction) {
        this.permissions = permissions;
        this.rows = rows;
        this.seals = seals;
        this.trail = trail;
        this.customers = customers;
        this.transaction = transaction;
    }

    /**
     * The customer with exactly this national ID; the look is recorded with the customer, found or not.
     *
     * @throws ir.ramzineh.staff.NotPermittedException it is the auditor's own; there is a row in the trail
     */
    public Optional<CustomerId> customer(StaffId who, NationalId nationalId) {
        StaffMember member = permissions.requireOther(who, Permission.AUDIT_VIEW, nationalId);
        Optional<CustomerId> found = customers.byNationalId(nationalId).map(Customer::id);
        record(
                member,
                "audit.customer-looked",
                found.orElse(null),
                null,
                Map.of("found", found.isPresent() ? "1" : "0"));
        return found;
    }

    /**
     * The card with exactly this number; the look is recorded, found or not.
     *
     * @throws ir.ramzineh.staff.NotPermittedException it is the auditor's own; there is a row in the trail
     */
    public Optional<CardId> card(StaffId who, CardNumber number) {
        StaffMember member = permissions.require(who, Permission.AUDIT_VIEW);
        Optional<CardId> found = rows.card(number);
        found.flatMap(rows::ownerOf).ifPresent(owner -> requireOther(who, Permission.AUDIT_VIEW, owner));
        record(member, "audit.card-looked", null, found.orElse(null), Map.of("found", found.isPresent() ? "1" : "0"));
        return found;
    }

    /**
     * Rows that were found, newest first. A search is an event itself, once for all its pages.
     *
     * @param before id of the last row of the page before; empty for the first page
     * @param limit 1 to {@value #PAGE_MAX}
     * @throws ir.ramzineh.staff.NotPermittedException the query names the own person or an own card
     */
    public List<TrailRow> page(StaffId who, TrailQuery query, Optional<Long> before, int limit) {
        StaffMember member = require(who, Permission.AUDIT_VIEW, query);
        List<TrailRow> found = rows.page(query, before.orElse(Long.MAX_VALUE), Math.clamp(limit, 1, PAGE_MAX));
        if (before.isEmpty()) {
            record(member, "audit.searched", query.customer(), query.card(), asked(query));
        }
        return found;
    }

    /** The end of the chain, to be kept outside. */
    public Optional<SealHead> head(StaffId who) {
        permissions.require(who, Permission.AUDIT_VERIFY);
        return seals.head();
    }

    /** The first block of the chain, see {@link AuditSeals#first}. */
    public Optional<SealHead> first(StaffId who) {
        permissions.require(who, Permission.AUDIT_VERIFY);
        return seals.first();
    }

    /** Looks through the whole trail; what came of it is recorded. See {@link AuditSeals#verify}. */
    public SealVerdict verify(
            StaffId who, List<SealHead> known, Consumer<AuditSeals.Progress> progress, BooleanSupplier cancelled) {
        StaffMember member = permissions.require(who, Permission.AUDIT_VERIFY);
        SealVerdict verdict = seals.verify(known, progress, cancelled);
        record(
                member,
                "audit.verified",
                null,
                null,
                Map.of(
                        "blocks", Long.toString(verdict.blocks()),
                        "findings", Long.toString(verdict.findingsInAll()),
                        "complete", verdict.complete() ? "1" : "0"));
        return verdict;
    }

    /**
     * Writes rows as CSV, a page at a time: no connection is held while the receiver is slow. That it was done is recorded
     * before the first row leaves.
     *
     * @param texts gives the text of a key in the reader's language
     * @throws IOException the receiver went away
     * @throws ir.ramzineh.staff.NotPermittedException the query names the own person or an own card
     */
    public void export(StaffId who, TrailQuery query, UnaryOperator<String> texts, OutputStream target)
            throws IOException {
        StaffMember member = require(who, Permission.AUDIT_EXPORT, query);
        record(member, "audit.exported", query.customer(), query.card(), asked(query));
        Writer out = new OutputStreamWriter(target, StandardCharsets.UTF_8);
        out.write(CsvText.BYTE_ORDER_MARK);
        out.write(CsvText.line(EXPORTED.stream()
                .map(column -> texts.apply("record.audit.csv." + column))
                .toList()));
        long before = Long.MAX_VALUE;
        for (int written = 0; written < EXPORT_ROWS_MAX; ) {
            List<TrailRow> page = rows.page(query, before, EXPORT_PAGE);
            for (TrailRow row : page) {
                out.write(line(row));
            }
            out.flush();
            written += page.size();
            if (page.size() < EXPORT_PAGE) {
                return;
            }
            before = page.getLast().id();
            // Whoever lost the right meanwhile gets no further page.
            permissions.require(who, Permission.AUDIT_EXPORT);
        }
        out.write(CsvText.line(List.of("", "", "", "", "", "", texts.apply("record.audit.csv.limit"))));
        out.flush();
    }

    private StaffMember require(StaffId who, Permission what, TrailQuery query) {
        StaffMember member = permissions.require(who, what);
        Stream.ofNullable(query.customer()).forEach(customer -> requireOther(who, what, customer));
        Stream.ofNullable(query.card())
                .flatMap(card -> rows.ownerOf(card).stream())
                .forEach(owner -> requireOther(who, what, owner));
        return member;
    }

    /** Of somebody who is no customer any more there may be rows all the same. */
    private void requireOther(StaffId who, Permission what, CustomerId about) {
        customers.byId(about).ifPresent(person -> permissions.requireOther(who, what, person.nationalId()));
    }

    private static Map<String, String> asked(TrailQuery query) {
        Map<String, String> asked = new TreeMap<>();
        asked.put("actor", written(NAME, query.actor()));
        asked.put("kind", written(KIND, query.kind()));
        asked.put("branch", query.branch() == null ? "" : query.branch().digits());
        asked.put("from", query.from() == null ? "" : query.from().toString());
        asked.put("until", query.until() == null ? "" : query.until().toString());
        asked.values().removeIf(String::isEmpty);
        return asked;
    }

    /** What an auditor typed, unless it may be a number of somebody: the trail is never changed (I5). */
    private static String written(Pattern shape, String typed) {
        return typed.isEmpty() || shape.matcher(typed).matches() ? typed : "OTHER";
    }

    private static String line(TrailRow row) {
        return CsvText.line(Arrays.<@Nullable Object>asList(
                "#" + row.id(),
                row.block(),
                row.at().toString(),
                JalaliDate.format(row.at(), CountRows.TEHRAN),
                row.actorKind(),
                row.actorName(),
                row.kind(),
                row.customer() == null ? null : "#" + row.customer(),
                row.card() == null ? null : "#" + row.card(),
                TypedWords.withheld(row.kind(), row.details())));
    }

    private void record(
            StaffMember member,
            String kind,
            @Nullable CustomerId customer,
            @Nullable CardId card,
            Map<String, String> details) {
        transaction.executeWithoutResult(status ->
                trail.record(new AuditEvent(new Actor.Staff(member.userName()), kind, customer, card, details)));
    }
}
