package ir.ramzineh.ui;

import com.vaadin.flow.i18n.I18NProvider;

/** Titles of browser tabs: what the page is for, then the product. */
public final class PageTitles {
    private PageTitles() {}

    /**
     * The whole title of a page.
     *
     * @param key key of the page's own title
     */
    public static String of(String key) {
        return I18NProvider.translate(
                "page.title", I18NProvider.translate(key), I18NProvider.translate("product.name"));
    }
}
