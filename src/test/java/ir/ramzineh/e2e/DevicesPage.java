package ir.ramzineh.e2e;

import java.net.URI;

/** «کجا وارد شده‌ام؟» */
final class DevicesPage extends Page {
    private final URI portal;

    DevicesPage(Browser browser, URI portal) {
        super(browser);
        this.portal = portal;
    }

    DevicesPage open() {
        driver.get(portal.resolve("/devices").toString());
        shown("devices-list");
        return this;
    }

    int devices() {
        return all("#devices-list > li").size();
    }

    void endOthers() {
        press("devices-end-others");
        press("devices-confirm-confirm");
        until(driver -> devices() == 1);
    }
}
