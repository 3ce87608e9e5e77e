package ir.ramzineh.session;

import org.jspecify.annotations.Nullable;

/**
 * Tells browser and system apart well enough for a person to recognise the own telephone; anything unknown is called
 * so. Never used for a decision: the header is whatever the client says.
 */
record UserAgent(String browserKey, String systemKey) {
    private static final int LENGTH_MAX = 512;

    static UserAgent parse(@Nullable String header) {
        String text = header == null ? "" : header.substring(0, Math.min(header.length(), LENGTH_MAX));
        return new UserAgent("device.browser." + browser(text), "device.system." + system(text));
    }

    /** Order matters: nearly everybody also claims to be Chrome and Safari. */
    private static String browser(String text) {
        if (text.contains("Edg/") || text.contains("EdgA/") || text.contains("EdgiOS/")) {
            return "edge";
        }
        if (text.contains("OPR/") || text.contains("Opera")) {
            return "opera";
        }
        if (text.contains("SamsungBrowser/")) {
            return "samsung";
        }
        if (text.contains("Firefox/") || text.contains("FxiOS/")) {
            return "firefox";
        }
        if (text.contains("Chrome/") || text.contains("CriOS/")) {
            return "chrome";
        }
        return text.contains("Safari/") ? "safari" : "other";
    }

    private static String system(String text) {
        if (text.contains("Android")) {
            return "android";
        }
        if (text.contains("iPhone")) {
            return "iphone";
        }
        if (text.contains("iPad")) {
            return "ipad";
        }
        if (text.contains("Windows")) {
            return "windows";
        }
        if (text.contains("Mac OS X") || text.contains("Macintosh")) {
            return "mac";
        }
        return text.contains("Linux") || text.contains("X11") ? "linux" : "other";
    }
}
