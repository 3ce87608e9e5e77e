package ir.ramzineh.e2e.testbench;

import com.vaadin.testbench.TestBench;
import ir.ramzineh.e2e.DriverDecorator;
import org.openqa.selenium.WebDriver;

/** Hands the driver to TestBench, which then waits for Vaadin's own round trips. */
public final class TestBenchDecorator implements DriverDecorator {
    @Override
    public WebDriver decorate(WebDriver driver) {
        return TestBench.createDriver(driver);
    }
}
