package ir.ramzineh.ussd;

import ir.ramzineh.card.CardChannels;
import ir.ramzineh.card.CardDirectory;
import ir.ramzineh.card.CardPasswords;
import ir.ramzineh.card.FoundCard;
import ir.ramzineh.card.PasswordState;
import ir.ramzineh.card.PasswordStatus;
import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.issuer.IssuerProfile;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.Digits;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.ussd.UssdAnswer.OutOfOrder;
import ir.ramzineh.ussd.UssdTable.Row;
import ir.ramzineh.ussd.UssdTable.Screen;
import ir.ramzineh.vault.Purpose;
import ir.ramzineh.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The dialogues: which card, then its code (S0.7). Offered where a profile says so; a code comes only to the registered
 * number (D3), whose ownership the network vouches for. The same step again shows the same screen and does nothing twice.
 */
@Service
public class UssdSessions {
    static final PasswordKind KIND = PasswordKind.SECOND;
    /** As many as a small screen shows. */
    private static final int CARDS_MAX = 5;

    private static final Duration LIFE = Duration.ofMinutes(3);
    private static final Purpose SESSION = new Purpose("ussd.session");

    private final Issuers issuers;
    private final CardDirectory directory;
    private final CardChannels channels;
    private final CardPasswords passwords;
    private final UssdTable table;
    private final UssdCodes codes;
    private final UssdScreens screens;
    private final Vault vault;
    private final Clock clock;

    UssdSessions(
            Issuers issuers,
            CardDirectory directory,
            CardChannels channels,
            CardPasswords passwords,
            UssdTable table,
            UssdCodes codes,
            UssdScreens screens,
            Vault vault,
            Clock clock) {
        this.issuers = issuers;
        this.directory = directory;
        this.channels = channels;
        this.passwords = passwords;
        this.table = table;
        this.codes = codes;
        this.screens = screens;
        this.vault = vault;
        this.clock = clock;
    }

    /** What the telephone shows after a step. */
    @Transactional(propagation = Propagation.NEVER)
    public UssdAnswer step(UssdStep step) {
        UssdAnswer answer = once(step);
        // Its own twin may have been faster by a moment: then it has the twin's screen.
        return answer instanceof OutOfOrder ? once(step) : answer;
    }

    private UssdAnswer once(UssdStep step) {
        Optional<IssuerProfile> issuer = issuers.all().stream()
                .filter(profile -> profile.ussd()
                        .filter(rules -> rules.serviceCode().equals(step.serviceCode()))
                        .isPresent())
                .findFirst();
        List<FoundCard> owned =
                issuer.map(profile -> cards(step.from(), profile)).orElse(List.of());
        String key = hash(step.channel(), step.session(), step.from(), step.serviceCode());
        String input = hash(step.channel(), step.session(), Integer.toString(step.step()), step.input());
        Instant now = clock.instant();
        Optional<Row> known = table.find(key, now);
        if (known.isEmpty()) {
            return step.step() == 1 ? begin(key, input, owned, now) : new OutOfOrder();
        }
        Row row = known.get();
        if (step.step() == row.step() && row.input().equals(input)) {
            return codes.again(row, owned);
        }
        boolean next = step.step() == row.step() + 1 && row.screen() == Screen.MENU;
        return next ? choose(row, input, step.input(), owned, now) : new OutOfOrder();
    }

    private UssdAnswer begin(String key, String input, List<FoundCard> owned, Instant now) {
        Screen screen = owned.isEmpty() ? Screen.NO_CARD : Screen.MENU;
        List<CardId> choices = owned.stream().map(FoundCard::card).toList();
        Row row = new Row(key, 1, input, screen, choices, null);
        return table.begin(row, now.plus(LIFE)) ? screens.of(row, owned) : new OutOfOrder();
    }

    private UssdAnswer choose(Row row, String input, String typed, List<FoundCard> owned, Instant now) {
        Optional<FoundCard> chosen = place(typed)
                .filter(place -> place <= row.cards().size())
                .map(place -> row.cards().get(place - 1))
                .flatMap(id ->
                        owned.stream().filter(card -> card.card().equals(id)).findFirst());
        Screen screen = chosen.isEmpty() ? Screen.WRONG_CHOICE : Screen.CODE;
        Row to = new Row(
                row.key(),
                row.step() + 1,
                input,
                screen,
                row.cards(),
                chosen.map(FoundCard::card).orElse(null));
        return codes.advance(to, owned, now.plus(LIFE));
    }

    private static Optional<Integer> place(String typed) {
        return Digits.code(typed.strip(), 1, 1).map(Integer::parseInt).filter(place -> place > 0);
    }

    /** Those whose codes may be read on the screen; strangers have none, and learn no more than that. */
    private List<FoundCard> cards(String from, IssuerProfile issuer) {
        try {
            return directory.ofMobile(MobileNumber.of(from)).stream()
                    .filter(card -> card.issuerKey().equals(issuer.key()) && card.usable() && offered(card))
                    .limit(CARDS_MAX)
                    .toList();
        } catch (InvalidValueException noPhone) {
            return List.of();
        }
    }

    private boolean offered(FoundCard card) {
        PasswordStatus status = passwords.status(card.card(), KIND);
        return status.state() == PasswordState.DYNAMIC
                && channels.inUse(card.card(), KIND).contains(CodeChannel.USSD);
    }

    private String hash(String... parts) {
        StringBuilder all = new StringBuilder();
        for (String part : parts) {
            all.append(part.length()).append(':').append(part);
        }
        return HexFormat.of().formatHex(vault.mac(SESSION, all.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
