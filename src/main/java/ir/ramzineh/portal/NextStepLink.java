package ir.ramzineh.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import ir.ramzineh.card.CardOverview;
import ir.ramzineh.card.NextStep;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.ui.Glyph;

/** The one next thing to do with a card, as a button, or a sentence where there is nothing to press. */
final class NextStepLink {
    private NextStepLink() {}

    static Component of(CardOverview card, Component page) {
        String id = "card-" + card.id().value() + "-next";
        return switch (card.nextStep()) {
            case NextStep.Activate(PasswordKind kind) ->
                link(
                        page,
                        id,
                        CardAddress.activationPage(card.id(), kind),
                        "next-step.activate." + CardAddress.word(kind),
                        kind == PasswordKind.SECOND);
            case NextStep.Reactivate(PasswordKind kind) ->
                link(page, id, CardAddress.activationPage(card.id(), kind), "next-step.reactivate", true);
            case NextStep.Unfreeze(PasswordKind kind) ->
                link(page, id, CardAddress.settingsPage(card.id(), kind), "next-step.unfreeze", true);
            case NextStep.Review() -> link(page, id, CardAddress.cardPage(card.id()), "next-step.review", false);
            case NextStep.KeepStatic() -> sentence(page, "next-step.keep-static");
            case NextStep.RenewCard() -> sentence(page, "next-step.renew");
        };
    }

    private static Anchor link(Component page, String id, String target, String key, boolean primary) {
        Anchor link = new Anchor(target, new Span(page.getTranslation(key)), Glyph.NEXT.create());
        link.setId(id);
        link.addClassName("button-link");
        if (primary) {
            link.addClassName("button-link-primary");
        }
        return link;
    }

    private static Paragraph sentence(Component page, String key) {
        Paragraph sentence = new Paragraph(page.getTranslation(key));
        sentence.addClassName("hint");
        return sentence;
    }
}
