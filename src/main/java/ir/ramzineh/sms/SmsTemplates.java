package ir.ramzineh.sms;

import ir.ramzineh.kernel.StartupProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The texts of the messages in Persian and English, checked when the portal starts: the same keys in both files, the
 * same placeholders in both texts, and no placeholder that nobody fills.
 */
@Component
class SmsTemplates {
    static final int TEXT_LENGTH_MAX = 1000;
    private static final int VALUE_LENGTH_MAX = 400;
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final Set<String> KNOWN = Set.of(
            "choices",
            "bank",
            "card",
            "code",
            "domain",
            "amount",
            "recipient",
            "time",
            "link",
            "number",
            "hours",
            "serial");
    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,60}[a-z0-9])?");

    private final Map<String, String> persian;
    private final Map<String, String> english;
    private final SmsSettings settings;
    private final String domain;

    @Autowired
    SmsTemplates(SmsSettings settings, @Value("${ramzineh.portal.domain:localhost}") String domain) {
        this(settings, domain, read("sms/templates_fa.properties"), read("sms/templates_en.properties"));
    }

    SmsTemplates(SmsSettings settings, String domain, Map<String, String> persian, Map<String, String> english) {
        if (!DOMAIN.matcher(domain).matches()) {
            throw new StartupProblem("The setting ramzineh.portal.domain must be the portal's domain name, without"
                    + " protocol, port or path.");
        }
        check(persian, english);
        this.settings = settings;
        this.domain = domain;
        this.persian = persian;
        this.english = english;
    }

    Set<String> keys() {
        return new TreeSet<>(persian.keySet());
    }

    /**
     * Fills a template. Values that it does not use are ignored.
     *
     * @throws IllegalArgumentException if there is no such template or a value is missing
     */
    String render(String template, Map<String, String> values, Locale locale) {
        boolean inEnglish = locale.getLanguage().equals("en");
        String text = (inEnglish ? english : persian).get(template);
        if (text == null) {
            throw new IllegalArgumentException("There is no message template " + template);
        }
        Map<String, String> all = new HashMap<>(values);
        all.putIfAbsent("bank", inEnglish ? settings.headerEn() : settings.headerFa());
        all.put("domain", domain);
        String filled = PLACEHOLDER
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(value(template, match.group(1), all)));
        if (filled.length() > TEXT_LENGTH_MAX) {
            throw new IllegalArgumentException("The message " + template + " is too long");
        }
        return filled;
    }

    private static String value(String template, String name, Map<String, String> all) {
        String value = all.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The message " + template + " needs the value " + name);
        }
        return inert(value);
    }

    /** A value stays within its line and its direction (security case 23); the zero-width non-joiner belongs to Persian. */
    private static String inert(String value) {
        return value.codePoints()
                .filter(point -> point == '\u200c'
                        || (!Character.isISOControl(point)
                                && Character.getType(point) != Character.FORMAT
                                && Character.getType(point) != Character.LINE_SEPARATOR
                                && Character.getType(point) != Character.PARAGRAPH_SEPARATOR
                                && Character.getType(point) != Character.SURROGATE))
                .limit(VALUE_LENGTH_MAX)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static void check(Map<String, String> persian, Map<String, String> english) {
        if (!persian.keySet().equals(english.keySet())) {
            Set<String> odd = new TreeSet<>(persian.keySet());
            odd.addAll(english.keySet());
            odd.removeIf(key -> persian.containsKey(key) && english.containsKey(key));
            throw new StartupProblem("The message templates exist in one language only: " + odd + ".");
        }
        persian.forEach((key, text) -> {
            Set<String> names = placeholders(text);
            if (!KNOWN.containsAll(names) || !names.equals(placeholders(english.getOrDefault(key, "")))) {
                throw new StartupProblem("The message template " + key
                        + " has an unknown placeholder, or other placeholders in Persian than in English.");
            }
        });
    }

    static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(match -> match.group(1)).collect(Collectors.toSet());
    }

    static Map<String, String> read(String resource) {
        Properties properties = new Properties();
        try (InputStream in = new ClassPathResource(resource).getInputStream()) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new StartupProblem("The message templates " + resource + " cannot be read.", e);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty));
    }
}
