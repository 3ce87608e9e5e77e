package ir.ramzineh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** What the product is delivered with, where {@link PortalIT} has set something else. */
public final class ProductSettings {
    private ProductSettings() {}

    /** The value of {@code application.properties}. */
    public static String text(String name) {
        try {
            Properties all = PropertiesLoaderUtils.loadProperties(new ClassPathResource("application.properties"));
            return Objects.requireNonNull(all.getProperty(name), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static int number(String name) {
        return Integer.parseInt(text(name));
    }
}
