package ir.ramzineh.issuer;

import ir.ramzineh.issuer.ActivationRules.Alphabet;
import ir.ramzineh.issuer.ActivationRules.TextPart;
import ir.ramzineh.kernel.PasswordKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the group {@code atm} of a profile file. */
final class AtmFields {
    private static final int LABEL_MAX = 60;
    private static final int TEXT_MAX = 600;
    private static final int DEPTH_MAX = 3;
    private static final int BITS_BASE32 = 5;

    /** The part that goes by SMS must hold the key alone against somebody who found the receipt. */
    private static final int SMS_PART_LENGTH_MIN = 28;

    private static final Pattern LINK = Pattern.compile("https://[a-z0-9.-]{4,40}(/[A-Za-z0-9/_-]{0,40})?");

    private AtmFields() {}

    static Optional<AtmProfile> read(ProfileNode top, PasswordProfile first, PasswordProfile second) {
        if (!top.has("atm")) {
            return Optional.empty();
        }
        try (ProfileNode atm = top.group("atm")) {
            AtmProfile profile = new AtmProfile(
                    atm.choice("mobile", AtmProfile.Mobile.class),
                    atm.localized("branch-text", TEXT_MAX),
                    receiptPart(atm),
                    receiptSmsPart(atm),
                    serial(atm),
                    atm.has("app-link")
                            ? Optional.of(atm.matching("app-link", LINK, "a short https address without parameters"))
                            : Optional.empty(),
                    pin(atm),
                    entries(atm, "menu", "", 1));
            check(atm, profile);
            checkChannels(atm, profile, first, second);
            return Optional.of(profile);
        }
    }

    private static List<AtmEntry> entries(ProfileNode node, String name, String prefix, int depth) {
        List<AtmEntry> entries = new ArrayList<>();
        for (ProfileNode item : node.groups(name, AtmProfile.ENTRIES_MAX)) {
            String id = prefix + (entries.size() + 1);
            try (item) {
                boolean group = item.has("entries");
                if (group == item.has("action") || (group && depth == DEPTH_MAX)) {
                    throw item.problem("entries", "entries or an action, not both, at most " + DEPTH_MAX + " deep");
                }
                LocalizedText label = item.localized("label", LABEL_MAX);
                entries.add(
                        group
                                ? new AtmEntry.Group(id, label, entries(item, "entries", id + "-", depth + 1))
                                : action(item, id, label));
            }
        }
        return entries;
    }

    private static AtmEntry.Action action(ProfileNode node, String id, LocalizedText label) {
        AtmAction action = node.choice("action", AtmAction.class);
        Set<PasswordKind> passwords =
                action == AtmAction.SET_PIN ? Set.of() : node.choices("passwords", PasswordKind.class);
        if (passwords.size() > 1 && action != AtmAction.DEACTIVATE) {
            throw node.problem("passwords", "one of first, second; both only to deactivate");
        }
        return new AtmEntry.Action(
                id,
                label,
                action,
                passwords,
                way(node, action),
                channel(node, action),
                text(node, "message"),
                text(node, "done"));
    }

    private static Optional<ActivationWay> way(ProfileNode node, AtmAction action) {
        if (action != AtmAction.ACTIVATE) {
            return Optional.empty();
        }
        ActivationWay way = node.choice("way", ActivationWay.class);
        if (!way.atAtm()) {
            throw node.problem("way", "one of receipt-and-sms, serial-and-sms, sms-code");
        }
        return Optional.of(way);
    }

    private static Optional<CodeChannel> channel(ProfileNode node, AtmAction action) {
        if (action != AtmAction.ACTIVATE_CHANNEL && action != AtmAction.DEACTIVATE_CHANNEL) {
            return Optional.empty();
        }
        CodeChannel channel = node.choice("channel", CodeChannel.class);
        if (channel == CodeChannel.APP) {
            throw node.problem("channel", "a way of getting codes without an app");
        }
        return Optional.of(channel);
    }

    private static Optional<LocalizedText> text(ProfileNode node, String name) {
        return node.has(name) ? Optional.of(node.localized(name, TEXT_MAX)) : Optional.empty();
    }

    private static Optional<PinRule> pin(ProfileNode atm) {
        if (!atm.has("pin")) {
            return Optional.empty();
        }
        try (ProfileNode pin = atm.group("pin")) {
            int length = pin.integer("length", 4, 12);
            return Optional.of(
                    new PinRule(length, pin.integer("same-digit-max", 1, length), pin.integer("run-max", 1, length)));
        }
    }

    /** Short by nature: what it lacks in signs, the part by SMS has. */
    private static Optional<TextPart> receiptPart(ProfileNode atm) {
        return atm.has("receipt-part") ? Optional.of(part(atm, "receipt-part", 8, 32)) : Optional.empty();
    }

    private static Optional<TextPart> receiptSmsPart(ProfileNode atm) {
        if (!atm.has("receipt-sms-part")) {
            return Optional.empty();
        }
        TextPart part = part(atm, "receipt-sms-part", SMS_PART_LENGTH_MIN, 160);
        if (part.alphabet() != Alphabet.BASE32) {
            throw atm.problem("receipt-sms-part", "base32, at least " + SMS_PART_LENGTH_MIN * BITS_BASE32 + " bits");
        }
        return Optional.of(part);
    }

    private static Optional<TextPart> serial(ProfileNode atm) {
        if (!atm.has("serial")) {
            return Optional.empty();
        }
        TextPart part = part(atm, "serial", 10, 20);
        if (part.alphabet() != Alphabet.DIGITS) {
            throw atm.problem("serial", "digits, so that the number can be typed on any phone");
        }
        return Optional.of(part);
    }

    private static TextPart part(ProfileNode atm, String name, int lengthMin, int lengthMax) {
        try (ProfileNode part = atm.group(name)) {
            return new TextPart(part.integer("length", lengthMin, lengthMax), part.choice("alphabet", Alphabet.class));
        }
    }

    private static void check(ProfileNode atm, AtmProfile profile) {
        boolean receipts = uses(profile, ActivationWay.RECEIPT_AND_SMS);
        if (profile.receiptPart().isPresent() != receipts
                || profile.receiptSmsPart().isPresent() != receipts) {
            throw atm.problem(
                    "receipt-part", "together with receipt-sms-part, exactly where an entry has way receipt-and-sms");
        }
        if (profile.serial().isPresent() != uses(profile, ActivationWay.SERIAL_AND_SMS)) {
            throw atm.problem("serial", "it exactly where an entry has way serial-and-sms");
        }
        boolean setsPin = actions(profile).stream().anyMatch(action -> action.action() == AtmAction.SET_PIN);
        if (setsPin && profile.pin().isEmpty()) {
            throw atm.problem("pin", "it where an entry sets a PIN");
        }
    }

    private static void checkChannels(
            ProfileNode atm, AtmProfile profile, PasswordProfile first, PasswordProfile second) {
        for (AtmEntry.Action action : actions(profile)) {
            boolean offered = action.channel()
                    .map(channel -> {
                        PasswordProfile password = action.password() == PasswordKind.FIRST ? first : second;
                        return password.channels().contains(channel)
                                && !password.channelsFromStart().contains(channel);
                    })
                    .orElse(true);
            if (!offered) {
                throw atm.problem(
                        "menu", "entry " + action.id() + " to name a channel of the password that needs activation");
            }
        }
    }

    private static boolean uses(AtmProfile profile, ActivationWay way) {
        return actions(profile).stream()
                .anyMatch(action -> action.way().filter(way::equals).isPresent());
    }

    private static List<AtmEntry.Action> actions(AtmProfile profile) {
        return profile.menu().stream()
                .flatMap(AtmEntry::flat)
                .filter(AtmEntry.Action.class::isInstance)
                .map(AtmEntry.Action.class::cast)
                .toList();
    }
}
