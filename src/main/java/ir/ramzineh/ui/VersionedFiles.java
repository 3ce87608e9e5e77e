package ir.ramzineh.ui;

import com.vaadin.flow.server.StaticFileHandler;
import com.vaadin.flow.server.StaticFileHandlerFactory;
import com.vaadin.flow.server.StaticFileServer;
import com.vaadin.flow.server.VaadinService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Lets browsers keep what can never change: files whose name carries a hash of their content (the bundle) or a version
 * (the fonts). Style sheets, and scripts of ours, carry {@code ?v-c=<hash>} instead, which Vaadin knows itself.
 */
@Component
class VersionedFiles implements StaticFileHandlerFactory {
    private static final Pattern UNCHANGING =
            Pattern.compile("/?(VAADIN/build/.+-[\\w-]{8}\\.\\w+|ramzineh/fonts/[a-z]+-[0-9.]+-[a-z]+\\.woff2)");
    private static final String FOR_EVER = "max-age=31536000, immutable";

    static boolean neverChanges(String path) {
        return UNCHANGING.matcher(path).matches();
    }

    @Override
    public StaticFileHandler createHandler(VaadinService service) {
        return new StaticFileServer(service) {
            private static final long serialVersionUID = 1L;

            @Override
            protected void writeCacheHeaders(String path, HttpServletRequest request, HttpServletResponse response) {
                super.writeCacheHeaders(path, request, response);
                if (neverChanges(path)) {
                    response.setHeader("Cache-Control", FOR_EVER);
                }
            }
        };
    }
}
