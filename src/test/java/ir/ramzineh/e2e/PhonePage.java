package ir.ramzineh.e2e;

import ir.ramzineh.kernel.MobileNumber;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openqa.selenium.WebElement;

/** The simulated phone: its messages, a message written on it, a code dialled on it. */
final class PhonePage extends Page {
    private final URI portal;

    PhonePage(Browser browser, URI portal) {
        super(browser);
        this.portal = portal;
    }

    PhonePage open(MobileNumber number) {
        driver.get(
                portal.resolve("/simulator/phone?number=" + number.national()).toString());
        shown("simulator-inbox");
        return this;
    }

    void write(String shortNumber, String text) {
        type("simulator-to", shortNumber);
        type("simulator-text", text);
        press("simulator-send");
    }

    /** What the pattern's group holds in the newest message, once it is there. */
    String newest(Pattern pattern) {
        return until(driver -> {
            WebElement message = all("#simulator-inbox .message").getFirst();
            Matcher found = pattern.matcher(message.getText());
            return found.find() ? found.group(1) : null;
        });
    }

    void dial(String typed) {
        type("simulator-dial", typed);
        press("simulator-call");
    }

    /** The screen after dialling, once it holds the words. */
    String screenWith(Pattern pattern) {
        return until(driver -> {
            Matcher found = pattern.matcher(text("simulator-ussd-screen"));
            return found.find() ? found.group(1) : null;
        });
    }
}
