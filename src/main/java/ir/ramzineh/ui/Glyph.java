package ir.ramzineh.ui;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Span;

/** The line icons of the portal, drawn here on a 24-unit square. They decorate; a text always stands beside them. */
public enum Glyph {
    HOME("<path d='M4 11 12 4l8 7v8a1 1 0 0 1-1 1h-4v-6H9v6H5a1 1 0 0 1-1-1z'/>"),
    CARD("<rect x='3' y='5.5' width='18' height='13' rx='2.5'/><path d='M3 10h18M7 15h4'/>"),
    KEY("<circle cx='8' cy='15.5' r='4'/><path d='m11 12.500 8.500-8.500M16 7.500l2.500 2.500M13.500 10l2 2'/>"),
    QR("<path d='M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2h-2zM18 14h2M18 18h2v2M14 18v2'/>"),
    SETTINGS("<path d='M4 7h9M17 7h3M4 17h3M11 17h9'/><circle cx='15' cy='7' r='2'/><circle cx='9' cy='17' r='2'/>"),
    ACTIVITY("<circle cx='12' cy='12' r='8.5'/><path d='M12 7.500V12l3 2'/>"),
    SHIELD("<path d='M12 3.500 19 6v5.500c0 4.500-3 7.500-7 9-4-1.500-7-4.500-7-9V6z'/><path d='m9 12 2 2 4-4'/>"),
    DEVICES(
            "<rect x='3' y='5' width='13' height='9.5' rx='1.5'/><path d='M2.500 18h9'/><rect x='15' y='10' width='6' height='10' rx='1.5' fill='var(--ramzineh-surface)'/>"),
    LOCK("<rect x='5' y='11' width='14' height='9' rx='2'/><path d='M8 11V8a4 4 0 0 1 8 0v3'/>"),
    PERSON("<circle cx='12' cy='8.5' r='4'/><path d='M4.500 20c1-4 4-5.500 7.500-5.500s6.500 1.500 7.500 5.5'/>"),
    LANGUAGE(
            "<circle cx='12' cy='12' r='8.5'/><path d='M3.500 12h17M12 3.500c5 5.500 5 11.500 0 17-5-5.500-5-11.500 0-17z'/>"),
    MOON("<path d='M19.500 14.500A8 8 0 0 1 9.500 4.500a8 8 0 1 0 10 10z'/>"),
    SUN(
            "<circle cx='12' cy='12' r='4'/><path d='M12 3v2M12 19v2M3 12h2M19 12h2M5.600 5.600 7 7M17 17l1.400 1.400M5.600 18.400 7 17M17 7l1.400-1.400'/>"),
    SIGN_OUT("<path d='M14 4H6a1 1 0 0 0-1 1v14a1 1 0 0 0 1 1h8M10 12h10M17 8.500l3.500 3.500L17 15.5'/>", true),
    HELP(
            "<circle cx='12' cy='12' r='8.5'/><path d='M9.500 9.500a2.500 2.500 0 1 1 3.700 2.200c-.8.500-1.200 1-1.200 1.800M12 16.800v.2'/>"),
    CHECK("<circle cx='12' cy='12' r='8.5'/><path d='m8.500 12.200 2.400 2.400 4.600-4.800'/>"),
    OPEN_CIRCLE("<circle cx='12' cy='12' r='8.5'/>"),
    CROSS("<circle cx='12' cy='12' r='8.5'/><path d='m9 9 6 6M15 9l-6 6'/>"),
    WARNING("<path d='M12 4 21 19.500H3z'/><path d='M12 10v4.500M12 17v.2'/>"),
    INFO("<circle cx='12' cy='12' r='8.5'/><path d='M12 11v5.500M12 7.800V8'/>"),
    PHONE("<rect x='7' y='3' width='10' height='18' rx='2.5'/><path d='M11 18h2'/>"),
    MESSAGE("<path d='M4 5h16v11H10l-4 3.500V16H4z'/><path d='M8 9h8M8 12h5'/>"),
    SNOWFLAKE(
            "<path d='M12 3v18M4.200 7.500l15.600 9M4.200 16.500l15.600-9M9.500 4.500 12 7l2.500-2.500M9.500 19.500 12 17l2.500 2.5'/>"),
    PENCIL("<path d='m5 19 1-4L16.500 4.500l3 3L9 18zM14 7l3 3'/>"),
    TRASH("<path d='M5 7h14M10 7V4.500h4V7M7 7l1 13h8l1-13M10.500 11v5M13.500 11v5'/>"),
    COPY(
            "<rect x='8' y='8' width='12' height='12' rx='2'/><path d='M16 8V5.500A1.500 1.500 0 0 0 14.500 4h-9A1.500 1.500 0 0 0 4 5.500v9A1.500 1.500 0 0 0 5.500 16H8'/>"),
    PLUS("<path d='M12 5v14M5 12h14'/>"),
    NEXT("<path d='m10 6 6 6-6 6'/>", true),
    BACK("<path d='m14 6-6 6 6 6'/>", true);

    private final String shapes;
    private final boolean directional;

    Glyph(String shapes) {
        this(shapes, false);
    }

    Glyph(String shapes, boolean directional) {
        this.shapes = shapes;
        this.directional = directional;
    }

    /** A new icon in the colour of the text around it, hidden from screen readers. Arrows turn with the direction. */
    public Span create() {
        Span span = new Span(new Svg("<svg viewBox='0 0 24 24' fill='none' stroke='currentColor' stroke-width='1.700'"
                + " stroke-linecap='round' stroke-linejoin='round'>" + shapes + "</svg>"));
        span.addClassName("glyph");
        if (directional) {
            span.addClassName("glyph-directional");
        }
        span.getElement().setAttribute("aria-hidden", "true");
        return span;
    }
}
