package ir.ramzineh.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import ir.ramzineh.harim.Delivery;
import ir.ramzineh.harim.RecentRequest;
import ir.ramzineh.sms.SmsState;
import ir.ramzineh.sms.SmsTimeline;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.Glyph;
import ir.ramzineh.ui.LtrText;
import ir.ramzineh.ui.SmsNames;
import ir.ramzineh.ui.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Each code and message of a card with its own times: asked for, handed to the provider, on the phone or not. */
class CodeTimeline extends UnorderedList {
    private static final long serialVersionUID = 1L;
    private static final Set<String> WITHOUT_CODE = Set.of("card", "text-in-answer");

    private final transient Formats formats = Formats.current();

    /**
     * A list.
     *
     * @param notMe makes the button of a line from the line and its title
     */
    CodeTimeline(List<CodeLine> lines, BiFunction<CodeLine, String, Component> notMe) {
        setId("codes-list");
        addClassNames("surface", "timeline");
        lines.forEach(line -> add(row(line, notMe)));
    }

    private ListItem row(CodeLine line, BiFunction<CodeLine, String, Component> notMe) {
        String what = line.request()
                .map(this::payment)
                .orElseGet(() -> purpose(line.sms().orElseThrow()));
        Span title = new Span(what);
        title.addClassName("timeline-title");
        OrderedList steps = new OrderedList();
        steps.addClassName("code-steps");
        steps.add(new ListItem(getTranslation("codes.asked", formats.dateTime(line.at()))));
        line.sms().ifPresent(sms -> steps(steps, sms));
        Div words = new Div(title, steps);
        words.addClassName("timeline-words");
        next(line).ifPresent(key -> {
            Div next = new Div(new Span(getTranslation(key)));
            next.addClassName("timeline-next");
            words.add(next);
        });
        // Without a message too: somebody who tries a card is refused before any is sent.
        Div foot = new Div();
        foot.addClassName("timeline-foot");
        line.sms().ifPresent(sms -> foot.add(number(sms)));
        foot.add(notMe.apply(line, what));
        words.add(foot);
        return new ListItem(glyph(line), words);
    }

    private String payment(RecentRequest request) {
        String merchant = request.merchantName().isBlank() ? request.payment().merchantId() : request.merchantName();
        return getTranslation(SettingWords.key(request.payment().type())) + " · "
                + formats.money(request.payment().amount()) + " · " + merchant;
    }

    private String purpose(SmsTimeline.Entry sms) {
        return SmsNames.of(Texts.of(getLocale()), sms.kinds());
    }

    private Component number(SmsTimeline.Entry sms) {
        Span number = new Span(new Span(getTranslation("codes.to") + " "), new LtrText(sms.maskedNumber()));
        number.addClassName("hint");
        return number;
    }

    private void steps(OrderedList steps, SmsTimeline.Entry sms) {
        Instant handedOver = sms.handedOver();
        if (handedOver != null) {
            steps.add(new ListItem(getTranslation("codes.handed-over", after(sms.asked(), handedOver))));
        }
        Instant ended = sms.ended();
        String key = switch (sms.state()) {
            case QUEUED -> "codes.queued";
            case HANDED_OVER -> "codes.no-report";
            case DELIVERED -> "codes.delivered";
            case FAILED -> "codes.failed";
            case EXPIRED -> "codes.expired";
        };
        steps.add(new ListItem(getTranslation(key, ended == null ? "" : after(sms.asked(), ended))));
    }

    private String after(Instant asked, Instant then) {
        Duration passed = Duration.between(asked, then);
        return passed.toSeconds() < 1
                ? getTranslation("codes.at-once")
                : getTranslation("codes.later", formats.duration(passed));
    }

    /** What to do now: because no message went out, or because of what became of it. */
    private static Optional<String> next(CodeLine line) {
        Optional<Delivery> refused =
                line.request().flatMap(RecentRequest::outcome).filter(outcome -> outcome != Delivery.SENT);
        if (refused.isPresent()) {
            return refused.map(outcome ->
                    "codes.not-sent." + outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        Optional<SmsState> state = line.sms().map(SmsTimeline.Entry::state);
        if (line.request().isEmpty()
                && line.sms().filter(CodeTimeline::holdsCode).isEmpty()) {
            return Optional.empty();
        }
        return state.map(now -> switch (now) {
            case QUEUED -> "codes.next.queued";
            case HANDED_OVER -> "codes.next.handed-over";
            case DELIVERED -> "codes.next.delivered";
            case FAILED -> "codes.next.failed";
            case EXPIRED -> "codes.next.expired";
        });
    }

    /** News hold none; there is nothing to be done with them. */
    private static boolean holdsCode(SmsTimeline.Entry sms) {
        return !WITHOUT_CODE.contains(sms.purpose());
    }

    private static Span glyph(CodeLine line) {
        Optional<SmsState> state = line.sms().map(SmsTimeline.Entry::state);
        boolean arrived = state.filter(SmsState.DELIVERED::equals).isPresent();
        boolean underWay = state.filter(now -> now == SmsState.QUEUED || now == SmsState.HANDED_OVER)
                        .isPresent()
                || line.request().filter(request -> request.outcome().isEmpty()).isPresent();
        Span glyph = (arrived ? Glyph.CHECK : underWay ? Glyph.ACTIVITY : Glyph.CROSS).create();
        glyph.addClassName(arrived ? "verdict-accepted" : underWay ? "verdict-open" : "verdict-refused");
        return glyph;
    }
}
