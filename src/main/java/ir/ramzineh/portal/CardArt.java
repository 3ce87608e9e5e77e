package ir.ramzineh.portal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import ir.ramzineh.card.CardOverview;
import ir.ramzineh.issuer.Colours;
import ir.ramzineh.issuer.IssuerProfile;
import ir.ramzineh.ui.BankMark;
import ir.ramzineh.ui.LtrText;
import org.jspecify.annotations.Nullable;

/** A card drawn as a card: bank, masked number, holder, expiry, in the colours of its issuer. */
class CardArt extends Div {
    private static final long serialVersionUID = 1L;

    CardArt(CardOverview card, @Nullable IssuerProfile issuer) {
        addClassName("card-art");
        String bank = issuer == null
                ? getTranslation("card.unknown-bank")
                : issuer.name().in(getLocale());
        if (issuer != null) {
            paint(issuer.colours());
        }
        Span name = new Span(bank);
        name.addClassName("card-art-bank");
        Div top = new Div(
                new BankMark(bank.replaceFirst("^بانک\\s+", ""), "rgb(255 255 255 / 18%)", "currentcolor"), name);
        top.addClassName("card-art-top");
        if (card.gift()) {
            top.add(badge("card.gift"));
        } else if (card.expired()) {
            top.add(badge("card.expired"));
        } else if (!card.active()) {
            top.add(badge("card.stopped"));
        }
        LtrText number = LtrText.card(card.maskedNumber());
        number.addClassName("card-art-number");
        Span holder = new Span(card.holderName().in(getLocale()));
        holder.addClassName("card-art-holder");
        Span expiryLabel = new Span(getTranslation("card.expiry"));
        Div expiry = new Div(expiryLabel, new LtrText(card.expiry().toString()));
        expiry.addClassName("card-art-expiry");
        Div foot = new Div(holder, expiry);
        foot.addClassName("card-art-foot");
        add(top, number, foot);
        if (card.expired() || !card.active()) {
            addClassName("card-art-faded");
        }
    }

    private Span badge(String key) {
        Span badge = new Span(getTranslation(key));
        badge.addClassName("card-art-badge");
        return badge;
    }

    /** The colours come from the issuer's file, so only the properties that carry them are set here. */
    private void paint(Colours colours) {
        getStyle()
                .set(
                        "--card-from",
                        "light-dark(%s, %s)"
                                .formatted(
                                        colours.light().from(), colours.dark().from()))
                .set(
                        "--card-to",
                        "light-dark(%s, %s)"
                                .formatted(colours.light().to(), colours.dark().to()))
                .set(
                        "--card-ink",
                        "light-dark(%s, %s)"
                                .formatted(colours.light().ink(), colours.dark().ink()));
    }
}
