package ir.ramzineh.customer;

import ir.ramzineh.kernel.CustomerId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The inbox of each customer in the portal: what changed, told without an SMS. */
@Service
public class Notices {

    Notices() {}

    /** Adds an entry in the caller's transaction. */
    public void add(CustomerId customer, String kind, Map<String, String> details) {
        throw new UnsupportedOperationException(customer + kind + details);
    }

    /** The newest entries first, at most {@code limitMax}. */
    public List<Notice> of(CustomerId customer, int limitMax) {
        throw new UnsupportedOperationException(customer.toString() + limitMax);
    }

    public int unread(CustomerId customer) {
        throw new UnsupportedOperationException(customer.toString());
    }

    /** Marks one entry as read; {@code false} when it is not this customer's. */
    public boolean markRead(CustomerId customer, long noticeId) {
        throw new UnsupportedOperationException(customer.toString() + noticeId);
    }

    public void markAllRead(CustomerId customer) {
        throw new UnsupportedOperationException(customer.toString());
    }
}
