package ir.ramzineh.counter;

import ir.ramzineh.approval.Approval;
import ir.ramzineh.approval.ApprovedDeed;
import ir.ramzineh.approval.DeedNoLongerPossibleException;
import ir.ramzineh.card.CardNotFoundException;
import ir.ramzineh.card.PasswordRelief;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.staff.Permission;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Ends the lock. */
@Component
class UnlockDeed implements ApprovedDeed {
    static final String KIND = "password-unlock";
    static final String PASSWORD = "password";

    private final PasswordRelief relief;
    private final CounterNews news;

    UnlockDeed(PasswordRelief relief, CounterNews news) {
        this.relief = relief;
        this.news = news;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Permission permission() {
        return Permission.PASSWORD_UNLOCK;
    }

    @Override
    public void perform(Approval approval, Map<String, String> payload) {
        PasswordKind password = PasswordKind.valueOf(Objects.requireNonNull(payload.get(PASSWORD)));
        CustomerId customer = Objects.requireNonNull(approval.proposal().customer());
        CardId card = Objects.requireNonNull(approval.proposal().card());
        if (!unlocked(customer, card, password)) {
            throw new DeedNoLongerPossibleException("error.unlock.not-locked");
        }
        news.done(approval, password, "password.unlocked", Map.of());
    }

    private boolean unlocked(CustomerId customer, CardId card, PasswordKind password) {
        try {
            return relief.unlock(customer, card, password);
        } catch (CardNotFoundException toSomebodyElse) {
            throw new DeedNoLongerPossibleException("error.counter.card-gone");
        }
    }
}
