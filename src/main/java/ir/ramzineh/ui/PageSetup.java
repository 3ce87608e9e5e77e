package ir.ramzineh.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/** Gives every page its language, direction and colour scheme before the first byte of it is drawn. */
@Component
class PageSetup implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1L;
    private static final String PIECES = "ramzineh/pieces.js";
    /** In the manner of Vaadin's style sheets: with it the script may be kept for ever. */
    private static final String PIECES_VERSION = contentHash("/META-INF/resources/" + PIECES);

    private static final int HASH_LENGTH = 8;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().setSystemMessagesProvider(PageSetup::systemMessages);
        event.getSource().addSessionInitListener(session -> {
            session.getSession()
                    .setLocale(Preferences.language(session.getRequest()).locale());
            session.getSession().setErrorHandler(new CalmErrorHandler());
        });
        event.getSource().addUIInitListener(init -> {
            UI ui = init.getUI();
            Language language = Language.of(ui.getSession().getLocale());
            ui.setLocale(language.locale());
            ui.setDirection(language.direction());
            ConnectionTexts.apply(ui);
        });
        event.addIndexHtmlRequestListener(PageSetup::firstPage);
    }

    private static void firstPage(IndexHtmlResponse response) {
        Language language = Preferences.language(response.getVaadinRequest());
        Element html = response.getDocument().child(0);
        html.attr("lang", language.locale().getLanguage()).attr("dir", language.dir());
        Preferences.scheme(response.getVaadinRequest()).ifPresent(scheme -> html.attr("data-scheme", scheme));
        response.getDocument()
                .head()
                .appendElement("script")
                .attr("type", "module")
                .attr("src", PIECES + "?v-c=" + PIECES_VERSION);
        response.getDocument()
                .body()
                .appendElement("noscript")
                .text(Texts.of(language.locale()).get("page.needs-script"));
    }

    private static String contentHash(String resource) {
        try (InputStream content = Objects.requireNonNull(PageSetup.class.getResourceAsStream(resource))) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
            return HexFormat.of().formatHex(hash).substring(0, HASH_LENGTH);
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("The script of the pages cannot be read", e);
        }
    }

    private static SystemMessages systemMessages(SystemMessagesInfo info) {
        Locale locale = info.getLocale();
        Texts texts = Texts.of(Language.of(locale).locale());
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setInternalErrorCaption(texts.get("page.failure.title"));
        messages.setInternalErrorMessage(texts.get("page.failure.text"));
        messages.setCookiesDisabledCaption(texts.get("page.cookies.title"));
        messages.setCookiesDisabledMessage(texts.get("page.cookies.text"));
        messages.setSyncErrorCaption(texts.get("page.failure.title"));
        messages.setSyncErrorMessage(texts.get("page.failure.text"));
        return messages;
    }
}
