package ir.ramzineh.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.JalaliDate;
import ir.ramzineh.ui.RuleList.Rule;
import ir.ramzineh.ui.RuleList.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The fields of package ui, as a customer meets them. */
@ViewPackages(packages = "ir.ramzineh.ui")
class FieldsViewTest extends BrowserlessTest {
    @BeforeEach
    void inPersian() {
        UI.getCurrent().setLocale(Locale.forLanguageTag("fa"));
    }

    @Test
    void aCodeIsReadInAnyDigitScriptAndNothingElse() {
        CodeField field = new CodeField("code", 5, 6);
        UI.getCurrent().add(field);
        field.setValue("۱۲۳٤5");
        assertThat(field.code()).contains("12345");
        field.setValue("1234");
        assertThat(field.code()).isEmpty();
        field.setValue("12 345");
        assertThat(field.code()).isEmpty();
    }

    @Test
    void aBirthDateMayBeTypedInPersianDigitsAndFillsTheLists() {
        JalaliDateField field = birthDate();
        field.type("۱۳۶۰/۱/۵");
        assertThat(field.date()).isEqualTo(new JalaliDate(1360, 1, 5));
        assertThat(select(field, "birth-year").value()).isEqualTo("1360");
        assertThat(select(field, "birth-day").value()).isEqualTo("5");
    }

    @Test
    void theListOfDaysKnowsLeapYears() {
        JalaliDateField field = birthDate();
        field.type("1399/12/30");
        assertThat(days(field)).isEqualTo(30);
        field.type("1400/12/29");
        assertThat(days(field)).isEqualTo(29);
        field.type("1400/01/31");
        assertThat(days(field)).isEqualTo(31);
    }

    @Test
    void theBankIsAskedForFromTheSixthDigitOn() {
        List<String> asked = new ArrayList<>();
        CardNumberField field = new CardNumberField("card").recognising(digits -> {
            asked.add(digits);
            return Optional.of(new Span("ملی"));
        });
        UI.getCurrent().add(field);
        field.setValue("۶۰۳۷۹");
        assertThat(field.getPrefixComponent()).isNull();
        field.setValue("۶۰۳۷ ۹۹");
        assertThat(field.getPrefixComponent()).isNotNull();
        assertThat(asked).containsExactly("603799");
    }

    @Test
    void aWrongValueIsNamedAtItsFieldAndStaysThere() {
        CardNumberField field = new CardNumberField("card");
        UI.getCurrent().add(field);
        field.setValue("6037 9900 0000 1112");
        assertThat(FieldErrors.read(field, field::cardNumber)).isEmpty();
        assertThat(field.isInvalid()).isTrue();
        assertThat(field.getErrorMessage()).contains("رقم کنترل");
        assertThat(field.getValue()).isEqualTo("6037 9900 0000 1112");
        field.setValue("6037 9900 0000 1111");
        assertThat(FieldErrors.read(field, field::cardNumber)).contains(new CardNumber("6037990000001111"));
        assertThat(field.isInvalid()).isFalse();
    }

    @Test
    void rulesAreTickedAndABrokenOneShowsTheOffendingPart() {
        RuleList list = new RuleList();
        UI.getCurrent().add(list);
        list.show(List.of(
                new Rule("one", Standing.MET, null),
                new Rule("two", Standing.BROKEN, "parsa"),
                new Rule("three", Standing.OPEN, null)));
        List<ListItem> items = list.getChildren().map(ListItem.class::cast).toList();
        assertThat(items.get(0).getClassNames()).contains("met");
        assertThat(items.get(1).getClassNames()).contains("broken");
        assertThat(items.get(1).getElement().getTextRecursively()).contains("parsa");
        assertThat(items.get(2).getClassNames()).isEmpty();
    }

    @Test
    void maskedValuesAreIsolatedFromRightToLeftText() {
        LtrText text = LtrText.card("603799******1111");
        assertThat(text.getElement().getAttribute("dir")).isEqualTo("ltr");
        assertThat(text.getText()).isEqualTo("۶۰۳۷ ۹۹** **** ۱۱۱۱");
        assertThat(LtrText.verbatim("Parsa77").getText()).isEqualTo("Parsa77");
    }

    private static JalaliDateField birthDate() {
        JalaliDateField field = new JalaliDateField("birth", "birth date", 1300, 1405);
        UI.getCurrent().add(field);
        return field;
    }

    private NativeSelect select(JalaliDateField field, String id) {
        return find(NativeSelect.class, field).withId(id).single();
    }

    private long days(JalaliDateField field) {
        return select(field, "birth-day").getElement().getChildCount() - 1L;
    }
}
