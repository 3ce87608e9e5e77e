package ir.ramzineh.ussd;

import ir.ramzineh.card.FoundCard;
import ir.ramzineh.issued.IssuedCode;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.ussd.UssdTable.Row;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** The screens. */
@Component
class UssdScreens {
    private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final Locale PERSIAN = Locale.of("fa");

    private final UssdTexts texts;

    UssdScreens(UssdTexts texts) {
        this.texts = texts;
    }

    UssdAnswer of(Row row, List<FoundCard> owned) {
        Locale locale = owned.isEmpty() ? PERSIAN : owned.getFirst().locale();
        return switch (row.screen()) {
            case MENU -> new UssdAnswer.Screen(menu(row.cards(), owned, locale), false);
            case CODE -> throw new IllegalStateException("A screen with a code is made from the code");
            case NO_CARD -> last("no-card", locale);
            case WRONG_CHOICE -> last("wrong-choice", locale);
            case STOPPED -> last("stopped", locale);
            case NEW_NUMBER -> last("new-number", locale);
            case NOT_NOW -> last("not-now", locale);
            case WAIT -> last("wait", locale);
        };
    }

    UssdAnswer code(FoundCard card, IssuedCode code) {
        Map<String, String> values = Map.of(
                "card",
                card.number().lastFour(),
                "code",
                code.code(),
                "time",
                TIME.format(code.expiresAt().atZone(TEHRAN)));
        return new UssdAnswer.Screen(texts.of("code", card.locale(), values), true);
    }

    /** Last four digits and end of life: two cards may share either. */
    private String menu(List<CardId> choices, List<FoundCard> owned, Locale locale) {
        String lines = IntStream.range(0, choices.size())
                .mapToObj(i -> "\n" + (i + 1) + ") " + line(choices.get(i), owned))
                .collect(Collectors.joining());
        return texts.of("menu", locale, Map.of()) + lines;
    }

    private static String line(CardId choice, List<FoundCard> owned) {
        return owned.stream()
                .filter(card -> card.card().equals(choice))
                .map(card -> card.number().lastFour() + " " + card.expiry())
                .findFirst()
                .orElse("-");
    }

    private UssdAnswer last(String key, Locale locale) {
        return new UssdAnswer.Screen(texts.of(key, locale, Map.of()), true);
    }
}
