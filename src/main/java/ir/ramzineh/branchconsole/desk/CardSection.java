package ir.ramzineh.branchconsole.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import ir.ramzineh.branchconsole.BranchTable;
import ir.ramzineh.card.CardSettings;
import ir.ramzineh.card.PasswordOverview;
import ir.ramzineh.card.PasswordState;
import ir.ramzineh.helpdesk.CardFile;
import ir.ramzineh.issuer.IssuerProfile;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.token.Activation;
import ir.ramzineh.token.TokenView;
import ir.ramzineh.ui.Formats;
import ir.ramzineh.ui.Glyph;
import ir.ramzineh.ui.LtrText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One card: both passwords with their settings, tokens, activations under way, and what became of its codes. */
class CardSection extends Section {
    private static final long serialVersionUID = 1L;

    private final transient DeskWords words = DeskWords.of(getLocale());
    private final transient Formats formats = Formats.current();
    private final transient CardFile file;
    private final transient CustomerDeeds deeds;
    private final transient Instant now;

    CardSection(CardFile file, Issuers issuers, CustomerDeeds deeds, Instant now) {
        this.file = file;
        this.deeds = deeds;
        this.now = now;
        long id = file.card().id().value();
        setId("desk-card-" + id);
        addClassNames("surface", "desk-section", "desk-card");
        add(head(issuers));
        Div buttons = new Div();
        buttons.addClassName("button-row");
        deeds.freeze(file).ifPresent(buttons::add);
        deeds.report(file).ifPresent(buttons::add);
        if (buttons.getComponentCount() > 0) {
            add(buttons);
        }
        for (PasswordKind kind : PasswordKind.values()) {
            add(password(kind));
        }
        if (!file.tokens().isEmpty()) {
            add(tokens());
        }
        file.underWay().forEach(activation -> add(underWay(activation)));
        file.smallAmounts()
                .ifPresent(standing -> add(DeskWords.hint(words.get(
                        standing.consented() ? "desk.small.on" : "desk.small.off",
                        formats.money(standing.left()),
                        formats.money(standing.limit())))));
        add(history());
    }

    private Component head(Issuers issuers) {
        String bank = issuers.byKey(file.card().issuerKey())
                .map(IssuerProfile::name)
                .map(name -> name.in(getLocale()))
                .orElse("");
        H3 title = new H3(new Span(bank + " "), LtrText.card(file.card().maskedNumber()));
        title.setId(getId().orElseThrow() + "-title");
        getElement().setAttribute("aria-labelledby", getId().orElseThrow() + "-title");
        Div head = new Div(title);
        head.addClassName("password-head");
        head.add(DeskWords.hint(words.get(
                "desk.card.expiry",
                formats.number(file.card().expiry().month()),
                formats.number(file.card().expiry().year()))));
        mark(head, file.card().expired(), "desk.card.expired");
        mark(head, !file.card().active(), "desk.card.inactive");
        mark(head, file.card().gift(), "desk.card.gift");
        return head;
    }

    private void mark(Div head, boolean shown, String key) {
        if (shown) {
            Span mark = new Span(words.get(key));
            mark.addClassNames("password-badge", "password-badge-locked");
            head.add(mark);
        }
    }

    private Component password(PasswordKind kind) {
        CardSettings settings = file.settings(kind);
        PasswordOverview password = settings.password();
        Span name = new Span(words.kind(kind));
        name.addClassName("timeline-title");
        Div line = new Div(name, badge(password));
        line.addClassName("password-head");
        UnorderedList facts = new UnorderedList();
        facts.addClassName("desk-lines");
        Instant since = password.stateSince();
        if (since != null) {
            facts.add(new ListItem(words.get("desk.password.since", formats.dateTime(since))));
        }
        Instant frozen = password.frozenAt();
        if (frozen != null) {
            facts.add(new ListItem(words.get("desk.password.frozen", formats.dateTime(frozen))));
        }
        Instant last = password.lastAcceptedAt();
        if (last != null) {
            facts.add(new ListItem(words.get("desk.password.last", formats.ago(last, now))));
        }
        if (password.failedAttempts() > 0) {
            facts.add(new ListItem(words.get(
                    "desk.password.failed",
                    formats.number(password.failedAttempts()),
                    formats.number(settings.wrongCodeLimit()))));
        }
        if (settings.usable()) {
            settings(settings).forEach(text -> facts.add(new ListItem(text)));
        }
        Div panel = new Div(line, facts);
        panel.addClassName("desk-password");
        return panel;
    }

    private Component badge(PasswordOverview password) {
        String state = password.frozen() ? "frozen" : DeskWords.part(password.state());
        Glyph glyph = password.frozen()
                ? Glyph.SNOWFLAKE
                : password.state() == PasswordState.DYNAMIC
                        ? Glyph.SHIELD
                        : password.state() == PasswordState.LOCKED ? Glyph.LOCK : Glyph.KEY;
        Span badge = new Span(glyph.create(), new Span(words.get("desk.state." + state)));
        badge.addClassNames("password-badge", "password-badge-" + state);
        return badge;
    }

    private List<String> settings(CardSettings settings) {
        String channels = settings.channelsOn().stream()
                .map(channel -> words.get("channel." + DeskWords.part(channel)))
                .sorted()
                .collect(Collectors.joining(words.get("format.list-separator")));
        Rial cap = settings.amountCap();
        Optional<String> types =
                settings.allowed().types().containsAll(settings.allowed().choosable())
                        ? Optional.empty()
                        : Optional.of(words.get(
                                "desk.settings.types",
                                settings.allowed().types().stream()
                                        .map(type -> words.get("transaction." + type.key()))
                                        .sorted()
                                        .collect(Collectors.joining(words.get("format.list-separator")))));
        return List.of(
                        Optional.of(words.get(
                                "desk.settings.channels", channels.isEmpty() ? words.get("desk.none") : channels)),
                        Optional.of(words.get(
                                "desk.settings.life", formats.duration(Duration.ofSeconds(settings.lifeSeconds())))),
                        Optional.ofNullable(cap).map(most -> words.get("desk.settings.cap", formats.money(most))),
                        types,
                        settings.allowed().allDay()
                                ? Optional.<String>empty()
                                : Optional.of(words.get(
                                        "desk.settings.hours",
                                        formats.number(settings.allowed().fromHour()),
                                        formats.number(settings.allowed().untilHour()))))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Component tokens() {
        BranchTable table = new BranchTable(
                getId().orElseThrow() + "-tokens",
                words.get("desk.tokens"),
                words.get("desk.token.name"),
                words.get("desk.token.kind"),
                words.get("desk.token.way"),
                words.get("desk.token.since"),
                words.get("desk.token.last"),
                words.get("desk.token.clock"),
                words.get("desk.action"));
        for (TokenView token : file.tokens()) {
            Instant last = token.lastUsedAt();
            String label = token.label();
            table.row(
                    BranchTable.text(label == null ? words.get("desk.token.unnamed") : DeskWords.foreign(label)),
                    BranchTable.text(words.kind(token.kind())),
                    BranchTable.text(words.either("activation.way." + DeskWords.part(token.way()), "desk.token.other")),
                    BranchTable.text(formats.date(token.activatedAt())),
                    BranchTable.text(last == null ? words.get("desk.never") : formats.ago(last, now)),
                    BranchTable.text(clock(token.driftSeconds())),
                    deeds.revoke(file, token).<Component>map(button -> button).orElse(new Span("–")));
        }
        return table;
    }

    private String clock(int driftSeconds) {
        return driftSeconds == 0
                ? words.get("desk.clock.right")
                : words.get(
                        driftSeconds > 0 ? "desk.clock.ahead" : "desk.clock.behind",
                        formats.duration(Duration.ofSeconds(Math.abs(driftSeconds))));
    }

    private Component underWay(Activation activation) {
        Div line = new Div(new Paragraph(words.get(
                "desk.under-way",
                words.kind(activation.kind()),
                words.either("activation.way." + DeskWords.part(activation.way()), "desk.token.other"),
                formats.dateTime(activation.expiresAt()))));
        line.addClassNames("desk-under-way");
        deeds.resend(file, activation).ifPresent(line::add);
        return line;
    }

    private Component history() {
        NativeDetails details =
                new NativeDetails(words.get("desk.history"), new CodeHistory(getId().orElseThrow(), file, deeds));
        details.setOpen(true);
        details.addClassName("desk-history");
        return details;
    }
}
