package ir.ramzineh.e2e;

import org.openqa.selenium.WebDriver;

/** Wraps the driver before the first page; the Maven profile {@code testbench} supplies Vaadin TestBench here. */
public interface DriverDecorator {
    WebDriver decorate(WebDriver driver);
}
