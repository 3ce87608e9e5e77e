package ir.ramzineh.issuer;

import ir.ramzineh.issuer.ActivationRules.Alphabet;
import ir.ramzineh.issuer.ActivationRules.TextPart;
import ir.ramzineh.issuer.Colours.Gradient;
import ir.ramzineh.issuer.PasswordProfile.StandardCode;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.kernel.StartupProblem;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * One bank's file, read and checked; docs/issuer-profiles.md is its description in words.
 *
 * @param name how the file is called in problems
 * @param profile what it says
 * @param binLines on which line each BIN stands, for problems between files
 * @param digest SHA-256 of the text, in hexadecimal digits
 */
record ProfileFile(String name, IssuerProfile profile, Map<String, Integer> binLines, String digest) {
    private static final int FILE_CHARACTERS_MAX = 100_000;
    private static final int NAME_MAX = 60;
    private static final int TEXT_MAX = 600;
    private static final int SECONDS_PER_HOUR = 3600;
    private static final int SMALL_AMOUNT_MAX = 1_000_000;
    private static final int LIFE_SECONDS_MIN = 15;
    private static final int LIFE_SECONDS_MAX = 120;
    private static final Pattern BIN = Pattern.compile("[0-9]{6}|[0-9]{8}");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

    /** Bits a part must carry so that whoever holds the other part and has seen a code cannot guess it. */
    private static final int PART_BITS_MIN = 64;

    private static final int PART_CHECK_CHARACTERS = 2;

    /**
     * Reads the file of the bank {@code key}.
     *
     * @throws StartupProblem naming file, line, field and what was expected
     */
    static ProfileFile read(String key, String name, String content) {
        try (ProfileNode top = new ProfileNode(name, "", compose(name, content))) {
            LocalizedText bankName = top.localized("name", NAME_MAX);
            Map<String, Integer> bins =
                    top.list("bins", BIN, "a list of card number prefixes of 6 or 8 digits in quotes, each once");
            Colours colours = colours(top.group("colours"));
            PasswordProfile first;
            PasswordProfile second;
            try (ProfileNode passwords = top.group("passwords")) {
                first = password(passwords.group("first"), PasswordKind.FIRST);
                second = password(passwords.group("second"), PasswordKind.SECOND);
            }
            ActivationRules activation = activation(top.group("activation"));
            try (ProfileNode wrongCodes = top.group("wrong-codes");
                    ProfileNode texts = top.group("texts")) {
                IssuerProfile profile = new IssuerProfile(
                        key,
                        bankName,
                        colours,
                        List.copyOf(bins.keySet()),
                        first,
                        second,
                        activation,
                        wrongCodes.integer("limit", 1, 5),
                        wrongCodes.localized("text", TEXT_MAX),
                        texts.localized("second-activated", TEXT_MAX),
                        texts.localized("first-activated", TEXT_MAX),
                        texts.localized("financial-only", TEXT_MAX),
                        texts.localized("safety", TEXT_MAX),
                        texts.localized("purchase", TEXT_MAX),
                        harim(top, first, second),
                        smallAmounts(top),
                        BoundCodeFields.read(top),
                        giftCards(top.group("gift-cards")),
                        PhoneFields.sms(top, first, second),
                        PhoneFields.ussd(top, first, second),
                        AtmFields.read(top, first, second));
                return new ProfileFile(name, profile, bins, digest(content));
            }
        }
    }

    static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    private static Node compose(String name, String content) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(FILE_CHARACTERS_MAX);
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(16);
        try {
            Node node = new Yaml(options).compose(new StringReader(content));
            if (node == null) {
                throw new StartupProblem(
                        "%s, line 1: expected the fields of a bank, but the file is empty.".formatted(name));
            }
            return node;
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new StartupProblem("%s, line %d: expected YAML, but %s.".formatted(name, line, e.getProblem()), e);
        } catch (YAMLException e) {
            throw new StartupProblem("%s: expected YAML, but %s.".formatted(name, e.getMessage()), e);
        }
    }

    private static PasswordProfile password(ProfileNode node, PasswordKind kind) {
        try (node) {
            int digitsMin = kind == PasswordKind.FIRST ? 4 : 7;
            int digits = node.integer("digits", digitsMin, 10);
            int life;
            int lifeMin;
            int lifeMax;
            try (ProfileNode lives = node.group("life-seconds")) {
                lifeMin = lives.integer("min", LIFE_SECONDS_MIN, LIFE_SECONDS_MAX);
                lifeMax = lives.integer("max", lifeMin, LIFE_SECONDS_MAX);
                life = lives.integer("default", lifeMin, lifeMax);
            }
            boolean disablesStatic = node.truth("disables-static");
            if (disablesStatic != (kind == PasswordKind.SECOND)) {
                throw node.problem(
                        "disables-static",
                        kind == PasswordKind.SECOND
                                ? "true, because the static second password ends with activation (S0.5)"
                                : "false, because the static first password stays usable (S0.6)");
            }
            Set<ActivationWay> ways = node.choices("ways", ActivationWay.class);
            if (!ways.stream().allMatch(ActivationWay::inPortal)) {
                throw node.problem("ways", "ways of the portal: qr, qr-and-sms, screen-and-sms, standard-qr");
            }
            Set<CodeChannel> channels = node.choices("channels", CodeChannel.class);
            return new PasswordProfile(
                    digits,
                    life,
                    lifeMin,
                    lifeMax,
                    disablesStatic,
                    ways,
                    channels,
                    channelsFromStart(node, channels),
                    standardCode(node, ways, digitsMin));
        }
    }

    private static Set<CodeChannel> channelsFromStart(ProfileNode node, Set<CodeChannel> channels) {
        if (!node.has("channels-from-start")) {
            return Set.of();
        }
        Set<CodeChannel> fromStart = node.choices("channels-from-start", CodeChannel.class);
        if (fromStart.contains(CodeChannel.APP) || !channels.containsAll(fromStart)) {
            throw node.problem("channels-from-start", "channels of the list above other than app");
        }
        return fromStart;
    }

    private static Optional<StandardCode> standardCode(ProfileNode node, Set<ActivationWay> ways, int digitsMin) {
        boolean offered = ways.contains(ActivationWay.STANDARD_QR);
        if (node.has("standard-code") != offered) {
            throw node.problem(
                    "standard-code",
                    offered ? "to be given with the way standard-qr" : "only with the way standard-qr");
        }
        if (!offered) {
            return Optional.empty();
        }
        try (ProfileNode standard = node.group("standard-code")) {
            int digits = standard.integer("digits", 6, 8);
            if (digits == 7 || digits < digitsMin) {
                throw standard.problem("digits", digitsMin <= 6 ? "6 or 8" : "8");
            }
            int period = standard.integer("period-seconds", 30, 60);
            if (period != 30 && period != 60) {
                throw standard.problem("period-seconds", "30 or 60");
            }
            return Optional.of(new StandardCode(digits, period));
        }
    }

    private static ActivationRules activation(ProfileNode node) {
        try (node) {
            return new ActivationRules(
                    node.integer("life-hours", 1, 24) * SECONDS_PER_HOUR,
                    node.integer("qr-visible-seconds", 30, 600),
                    Duration.ofHours(
                            node.has("new-phone-wait-hours") ? node.integer("new-phone-wait-hours", 0, 72) : 0),
                    keyPart(node, "screen-part"),
                    keyPart(node, "sms-part"),
                    smsCode(node));
        }
    }

    private static TextPart keyPart(ProfileNode node, String name) {
        TextPart part = textPart(node.group(name), 120);
        int bits = (part.length() - PART_CHECK_CHARACTERS) * (part.alphabet() == Alphabet.BASE32 ? 5 : 3);
        if (bits < PART_BITS_MIN) {
            throw node.problem(name, "at least " + PART_BITS_MIN + " bits: 15 characters of base32 or 24 digits");
        }
        return part;
    }

    private static TextPart smsCode(ProfileNode node) {
        TextPart code = textPart(node.group("sms-code"), 12);
        if (code.length() < 6) {
            throw node.problem("sms-code", "a length from 6 to 12");
        }
        return code;
    }

    private static TextPart textPart(ProfileNode node, int lengthMax) {
        try (node) {
            return new TextPart(node.integer("length", 1, lengthMax), node.choice("alphabet", Alphabet.class));
        }
    }

    private static Colours colours(ProfileNode node) {
        try (node) {
            return new Colours(gradient(node.group("light")), gradient(node.group("dark")));
        }
    }

    private static Gradient gradient(ProfileNode node) {
        try (node) {
            String expected = "a colour like \"#16468c\" in small letters and quotes";
            Gradient gradient = new Gradient(
                    node.matching("from", COLOUR, expected),
                    node.matching("to", COLOUR, expected),
                    node.matching("ink", COLOUR, expected));
            if (!Contrast.readable(gradient.ink(), gradient.from())
                    || !Contrast.readable(gradient.ink(), gradient.to())) {
                throw node.problem("ink", "a contrast of at least 4.5 to both ends of the gradient (WCAG 2.2, 1.4.3)");
            }
            return gradient;
        }
    }

    private static Optional<HarimRules> harim(ProfileNode top, PasswordProfile first, PasswordProfile second) {
        boolean offered = first.channels().contains(CodeChannel.HARIM)
                || second.channels().contains(CodeChannel.HARIM);
        if (top.has("harim") != offered) {
            throw top.problem("harim", offered ? "to be given with the channel harim" : "only with the channel harim");
        }
        if (!offered) {
            return Optional.empty();
        }
        try (ProfileNode harim = top.group("harim")) {
            return Optional.of(new HarimRules(harim.integer("life-seconds", 30, LIFE_SECONDS_MAX)));
        }
    }

    private static Optional<Rial> smallAmounts(ProfileNode top) {
        if (!top.has("small-amounts")) {
            return Optional.empty();
        }
        try (ProfileNode node = top.group("small-amounts")) {
            return Optional.of(new Rial(node.integer("limit-rial", 10_000, SMALL_AMOUNT_MAX)));
        }
    }

    private static GiftCards giftCards(ProfileNode node) {
        try (node) {
            return new GiftCards(node.truth("dynamic-passwords"), node.localized("text", TEXT_MAX));
        }
    }
}
