package ir.ramzineh.helpdesk;

import ir.ramzineh.audit.ActivityEntry;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.card.CardOverview;
import ir.ramzineh.card.Cards;
import ir.ramzineh.credential.Credentials;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.fraudcase.FraudCase;
import ir.ramzineh.fraudcase.FraudCases;
import ir.ramzineh.gatewaytoken.OwnGatewayTokens;
import ir.ramzineh.gatewaytoken.RecentGatewayCodes;
import ir.ramzineh.harim.RecentRequests;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.session.SignedInDevices;
import ir.ramzineh.smallamount.SmallAmounts;
import ir.ramzineh.sms.SmsTimeline;
import ir.ramzineh.token.Activations;
import ir.ramzineh.token.Tokens;
import ir.ramzineh.verification.RecentVerifications;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Puts together what one page shows of a customer. Its caller has seen to it that the page may be opened. */
@Component
class CustomerFiles {
    private static final int TRAIL = 500;
    private static final int ACTIVITY = 20;
    private static final int VERIFICATIONS = 10;
    private static final int REQUESTS = 10;
    private static final int MESSAGES = 20;
    private static final int CASES = 20;
    private static final Duration SIGN_IN_TRIES = Duration.ofHours(1);
    private static final Set<String> SIGN_INS = Set.of("sign-in.known-device", "sign-in.new-device");
    private static final Set<String> REFUSED_SIGN_INS = Set.of("sign-in.refused", "sign-in.code-wrong");
    private static final String NUMBER_CHANGED = "customer.number-changed";

    private final Customers customers;
    private final Credentials credentials;
    private final Cards cards;
    private final Tokens tokens;
    private final Activations activations;
    private final RecentVerifications verifications;
    private final RecentRequests requests;
    private final SmallAmounts smallAmounts;
    private final SignedInDevices devices;
    private final OwnGatewayTokens accountTokens;
    private final RecentGatewayCodes accountCodes;
    private final SmsTimeline messages;
    private final FraudCases cases;
    private final AuditTrail audit;
    private final Clock clock;

    CustomerFiles(
            Customers customers,
            Credentials credentials,
            Cards cards,
            Tokens tokens,
            Activations activations,
            RecentVerifications verifications,
            RecentRequests requests,
            SmallAmounts smallAmounts,
            SignedInDevices devices,
            OwnGatewayTokens accountTokens,
            RecentGatewayCodes accountCodes,
            SmsTimeline messages,
            FraudCases cases,
            AuditTrail audit,
            Clock clock) {
        this.customers = customers;
        this.credentials = credentials;
        this.cards = cards;
        this.tokens = tokens;
        this.activations = activations;
        this.verifications = verifications;
        this.requests = requests;
        this.smallAmounts = smallAmounts;
        this.devices = devices;
        this.accountTokens = accountTokens;
        this.accountCodes = accountCodes;
        this.messages = messages;
        this.cases = cases;
        this.audit = audit;
        this.clock = clock;
    }

    CustomerFile of(CustomerId id) {
        Instant now = clock.instant();
        List<ActivityEntry> trail = audit.activityOf(id, TRAIL);
        CustomerSummary summary = summary(customers.byId(id).orElseThrow(), trail, now);
        Map<CardId, FraudCase> open = cases.oldestOpen(id);
        List<CardFile> files = cards.of(id).stream()
                .map(card -> file(id, card, Optional.ofNullable(open.get(card.id()))))
                .toList();
        List<SmsTimeline.Entry> texts = messages.of(id, MESSAGES);
        return new CustomerFile(
                now,
                Answers.of(now, summary, files, new AccountTokens(accountTokens.of(id), accountCodes.last(id)), texts),
                summary,
                files,
                devices.of(id, ""),
                texts,
                cases.of(id, CASES),
                trail.stream().limit(ACTIVITY).toList());
    }

    private CustomerSummary summary(Customer customer, List<ActivityEntry> trail, Instant now) {
        return new CustomerSummary(
                customer.id(),
                customer.name(),
                customer.nationalId().masked(),
                customer.mobile().masked(),
                newest(trail, Set.of(NUMBER_CHANGED)),
                Optional.ofNullable(customer.codesFrom()).filter(now::isBefore),
                Optional.ofNullable(customer.branch()),
                customer.locale(),
                customer.secondFactorAlways(),
                Optional.ofNullable(customer.registeredAt()),
                credentials.userName(customer.id()).map(name -> Masked.userName(name.text())),
                newest(trail, SIGN_INS),
                (int) trail.stream()
                        .filter(entry -> REFUSED_SIGN_INS.contains(entry.kind())
                                && entry.at().isAfter(now.minus(SIGN_IN_TRIES)))
                        .count());
    }

    private static Optional<Instant> newest(List<ActivityEntry> trail, Set<String> kinds) {
        return trail.stream()
                .filter(entry -> kinds.contains(entry.kind()))
                .findFirst()
                .map(ActivityEntry::at);
    }

    private CardFile file(CustomerId customer, CardOverview card, Optional<FraudCase> openCase) {
        CardId id = card.id();
        return new CardFile(
                card,
                cards.settings(customer, id, PasswordKind.FIRST),
                cards.settings(customer, id, PasswordKind.SECOND),
                tokens.of(customer, id),
                Arrays.stream(PasswordKind.values())
                        .flatMap(kind -> activations.underWay(customer, id, kind).stream())
                        .toList(),
                verifications.of(customer, id, VERIFICATIONS),
                requests.of(customer, id, REQUESTS),
                smallAmounts.of(customer, id),
                openCase);
    }
}
