package ir.ramzineh.numberchange;

import ir.ramzineh.approval.Approval;
import ir.ramzineh.approval.ApprovedDeed;
import ir.ramzineh.approval.DeedNoLongerPossibleException;
import ir.ramzineh.audit.Actor;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.staff.Permission;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The approved change begins: from the commit on no code goes to either number, the old one has heard of it, and the
 * writer owes the bank a question. The bank itself is asked after the commit (decision 014).
 */
@Component
class NumberChangeDeed implements ApprovedDeed {
    static final String KIND = "number-change";
    static final String BEFORE = "before";
    static final String AFTER = "after";
    static final String REPLY = "reply";

    private final NumberChangeTable table;
    private final NumberChangeNews news;
    private final NumberWriter writer;
    private final Customers customers;
    private final Clock clock;

    NumberChangeDeed(
            NumberChangeTable table, NumberChangeNews news, NumberWriter writer, Customers customers, Clock clock) {
        this.table = table;
        this.news = news;
        this.writer = writer;
        this.customers = customers;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Permission permission() {
        return Permission.NUMBER_CHANGE;
    }

    @Override
    public void perform(Approval approval, Map<String, String> payload) {
        Customer customer = customers
                .byId(Objects.requireNonNull(approval.proposal().customer()))
                .orElseThrow();
        MobileNumber before = new MobileNumber(Objects.requireNonNull(payload.get(BEFORE)));
        MobileNumber after = new MobileNumber(Objects.requireNonNull(payload.get(AFTER)));
        if (!customer.mobile().equals(before)) {
            throw new DeedNoLongerPossibleException("error.number-change.other-number-now");
        }
        Instant now = clock.instant();
        long id;
        try {
            id = table.insert(
                    approval.id(),
                    customer.id(),
                    before,
                    after,
                    payload.getOrDefault(REPLY, ""),
                    customer.codesWait(now).map(now::plus).orElse(null),
                    now);
        } catch (DuplicateKeyException underWay) {
            throw new DeedNoLongerPossibleException("error.number-change.under-way");
        }
        customers.holdCodes(customer.id(), now.plus(customers.newNumberWait()));
        news.begun(
                table.one(id).orElseThrow(),
                new Actor.Staff(Objects.requireNonNull(approval.checker()).userName()),
                approval.maker().userName());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                writer.nudge(id);
            }
        });
    }
}
