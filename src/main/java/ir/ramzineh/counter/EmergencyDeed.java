package ir.ramzineh.counter;

import ir.ramzineh.approval.Approval;
import ir.ramzineh.approval.ApprovedDeed;
import ir.ramzineh.approval.DeedNoLongerPossibleException;
import ir.ramzineh.card.PasswordRelief;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.staff.Permission;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Puts the ways in the place of the app; the days count from the approval. */
@Component
class EmergencyDeed implements ApprovedDeed {
    static final String KIND = "emergency-access";
    static final String PASSWORD = "password";
    static final String WAYS = "ways";
    static final String DAYS = "days";

    private final PasswordRelief relief;
    private final EmergencyTable table;
    private final CounterNews news;
    private final Customers customers;
    private final Clock clock;

    EmergencyDeed(PasswordRelief relief, EmergencyTable table, CounterNews news, Customers customers, Clock clock) {
        this.relief = relief;
        this.table = table;
        this.news = news;
        this.customers = customers;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Permission permission() {
        return Permission.EMERGENCY_ACCESS;
    }

    @Override
    public void perform(Approval approval, Map<String, String> payload) {
        CustomerId customer = Objects.requireNonNull(approval.proposal().customer());
        CardId card = Objects.requireNonNull(approval.proposal().card());
        PasswordKind password = PasswordKind.valueOf(Objects.requireNonNull(payload.get(PASSWORD)));
        String ways = Objects.requireNonNull(payload.get(WAYS));
        Set<CodeChannel> wanted = EnumSet.noneOf(CodeChannel.class);
        Arrays.stream(ways.split(",", -1)).map(CodeChannel::valueOf).forEach(wanted::add);
        Instant now = clock.instant();
        Instant until = now.plus(Integer.parseInt(Objects.requireNonNull(payload.get(DAYS))), ChronoUnit.DAYS);
        if (customers.byId(customer).orElseThrow().codesWait(now).isPresent()) {
            throw new DeedNoLongerPossibleException("error.emergency.new-number");
        }
        PasswordRelief.Standing standing = relief.of(customer, card, password);
        if (!standing.offered().containsAll(wanted) || !relief.replaceApp(customer, card, password, wanted, until)) {
            throw new DeedNoLongerPossibleException("error.emergency.not-possible");
        }
        table.insert(approval.id(), customer, card, password, ways, now, until);
        news.done(approval, password, "emergency.on", Map.of("channels", ways));
    }
}
