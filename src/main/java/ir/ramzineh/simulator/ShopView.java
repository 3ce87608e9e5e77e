package ir.ramzineh.simulator;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.ui.FieldErrors;
import ir.ramzineh.ui.PageTitles;

/** Where a simulated payment begins: a shop and an amount. */
@Route(value = "simulator/shop", layout = SimulatorLayout.class)
@AnonymousAllowed
class ShopView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    ShopView(Checkouts checkouts) {
        addClassName("switch-page");
        RadioButtonGroup<Shop> shop = new RadioButtonGroup<>(getTranslation("simulator.shop.which"));
        shop.setId("shop-which");
        shop.setItems(Shop.values());
        shop.setItemLabelGenerator(which -> getTranslation(which.nameKey()));
        shop.setValue(Shop.BOOKS);
        TextField amount = new TextField(getTranslation("simulator.switch.amount"));
        amount.setId("shop-amount");
        amount.addClassName("ltr-input");
        amount.setValue("4300000");
        Button pay = new Button(
                getTranslation("simulator.shop.pay"),
                click -> FieldErrors.read(amount, () -> Rial.of(amount.getValue()))
                        .map(rial -> checkouts.open(shop.getValue(), rial))
                        .ifPresent(checkout -> UI.getCurrentOrThrow()
                                .navigate("simulator/payment", QueryParameters.of("pay", checkout.id()))));
        pay.setId("shop-pay");
        pay.addThemeNames("primary");
        Paragraph intro = new Paragraph(getTranslation("simulator.shop.intro"));
        intro.addClassName("hint");
        Div form = new Div(new H1(getTranslation("simulator.shop.title")), intro, shop, amount, pay);
        form.addClassNames("surface", "switch-form");
        add(form);
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of("simulator.shop.title");
    }
}
