package ir.ramzineh.counter;

import ir.ramzineh.approval.Approval;
import ir.ramzineh.approval.ApprovedDeed;
import ir.ramzineh.approval.DeedNoLongerPossibleException;
import ir.ramzineh.card.CardNotFoundException;
import ir.ramzineh.card.PasswordRelief;
import ir.ramzineh.customer.Customer;
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
    static final String LOST = "lost";
    static final String NUMBER = "number";

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
        CustomerId about = Objects.requireNonNull(approval.proposal().customer());
        CardId card = Objects.requireNonNull(approval.proposal().card());
        PasswordKind password = PasswordKind.valueOf(Objects.requireNonNull(payload.get(PASSWORD)));
        String ways = Objects.requireNonNull(payload.get(WAYS));
        Set<CodeChannel> wanted = EnumSet.noneOf(CodeChannel.class);
        Arrays.stream(ways.split(",", -1)).map(CodeChannel::valueOf).forEach(wanted::add);
        // One that was proposed before the question was asked knows no loss of the SIM.
        Lost lost = Lost.valueOf(payload.getOrDefault(LOST, Lost.PHONE.name()));
        Instant now = clock.instant();
        Instant until = now.plus(Integer.parseInt(Objects.requireNonNull(payload.get(DAYS))), ChronoUnit.DAYS);
        Customer customer = customers.byId(about).orElseThrow();
        if (customer.codesWait(now).isPresent()) {
            throw new DeedNoLongerPossibleException("error.emergency.new-number");
        }
        String number = customer.mobile().e164();
        if (!payload.getOrDefault(NUMBER, number).equals(number)) {
            throw new DeedNoLongerPossibleException("error.emergency.other-number");
        }
        if (!lost.leaves(offered(about, card, password)).containsAll(wanted)
                || !relief.replaceApp(about, card, password, wanted, until)) {
            throw new DeedNoLongerPossibleException("error.emergency.not-possible");
        }
        // One that is over and not told yet: this news takes the place of that one.
        table.endOf(card, password, now);
        table.insert(approval.id(), about, card, password, ways, now, until);
        news.done(approval, password, "emergency.on", Map.of("channels", ways, "lost", lost.name()));
    }

    private Set<CodeChannel> offered(CustomerId about, CardId card, PasswordKind password) {
        try {
            return relief.of(about, card, password).offered();
        } catch (CardNotFoundException toSomebodyElse) {
            throw new DeedNoLongerPossibleException("error.counter.card-gone");
        }
    }
}
