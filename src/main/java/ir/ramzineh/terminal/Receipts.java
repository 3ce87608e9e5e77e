package ir.ramzineh.terminal;

import ir.ramzineh.card.FoundCard;
import ir.ramzineh.issuer.ActivationWay;
import ir.ramzineh.issuer.IssuerProfile;
import ir.ramzineh.kernel.Digits;
import ir.ramzineh.kernel.JalaliDate;
import ir.ramzineh.kernel.PasswordKind;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes receipts, one line a string. Codes stand on lines of their own, in groups, with Latin digits. */
@Component
class Receipts {
    private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");
    private static final DateTimeFormatter CLOCK_TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private static final char LEFT_TO_RIGHT = '\u2066';
    private static final char END_OF_ISOLATE = '\u2069';

    private final TerminalTexts texts;
    private final Clock clock;

    Receipts(TerminalTexts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    /** Two numbered parts: what is printed here, and what comes by SMS (S3.5, S3.6, S9.4, S14.6). */
    List<String> activation(
            FoundCard card,
            IssuerProfile issuer,
            PasswordKind kind,
            ActivationWay way,
            Optional<String> secret,
            Instant until,
            String terminal,
            Locale language) {
        List<String> lines = head(card, issuer, "receipt." + TerminalMenus.word(kind), terminal, language);
        String mobile = isolated(card.mobile().masked(), language);
        switch (way) {
            case RECEIPT_AND_SMS -> {
                lines.add(texts.get(language, "receipt.part-1"));
                lines.add(secret.orElseThrow());
                lines.add(texts.get(language, "receipt.part-2", "mobile", mobile));
            }
            case SERIAL_AND_SMS -> {
                lines.add(texts.get(language, "receipt.serial"));
                lines.add(secret.orElseThrow());
                lines.add(texts.get(language, "receipt.code-2", "mobile", mobile));
            }
            default -> lines.add(texts.get(language, "receipt.code", "mobile", mobile));
        }
        lines.add(texts.get(language, "receipt.until", "time", time(until, language)));
        if (secret.isPresent()) {
            lines.add(texts.get(language, "receipt.secret"));
        }
        return lines;
    }

    List<String> off(FoundCard card, IssuerProfile issuer, String text, String terminal, Locale language) {
        List<String> lines = head(card, issuer, "receipt.off", terminal, language);
        lines.add(text);
        return lines;
    }

    private List<String> head(FoundCard card, IssuerProfile issuer, String title, String terminal, Locale language) {
        List<String> lines = new ArrayList<>();
        lines.add(issuer.name().in(language));
        lines.add(texts.get(language, title));
        lines.add(texts.get(
                language, "receipt.card", "card", isolated(card.number().masked(), language)));
        lines.add(texts.get(language, "receipt.time", "time", time(clock.instant(), language)));
        lines.add(texts.get(language, "receipt.terminal", "terminal", terminal));
        return lines;
    }

    private static String time(Instant at, Locale language) {
        String text = JalaliDate.of(at, TEHRAN) + " " + CLOCK_TIME.format(at.atZone(TEHRAN));
        return shown(text, language);
    }

    /** For numbers with marks in them, which would turn round in a Persian sentence. */
    static String isolated(String number, Locale language) {
        String text = shown(number, language);
        return language.getLanguage().equals("en") ? text : LEFT_TO_RIGHT + text + END_OF_ISOLATE;
    }

    static String shown(String text, Locale language) {
        return language.getLanguage().equals("en") ? text : Digits.toPersian(text);
    }
}
