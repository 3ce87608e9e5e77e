package ir.ramzineh.customer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Reads {@code terms/<version>_<language>.md}: one {@code #} title, then {@code ##} passages. */
final class TermsFiles {
    private static final Pattern NAME = Pattern.compile("([0-9]{4}-[0-9]{2}(?:-[0-9]+)?)_(fa|en)\\.md");

    private TermsFiles() {}

    /** Every version, oldest first, in both languages. A version that lacks one stops the start. */
    static NavigableMap<String, Map<String, TermsVersion>> read(String pattern) throws IOException {
        NavigableMap<String, Map<String, TermsVersion>> versions = new TreeMap<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
            String name = String.valueOf(file.getFilename());
            Matcher matcher = NAME.matcher(name);
            if (!matcher.matches()) {
                throw new IllegalStateException("terms file " + name + " is not named <yyyy-mm>_fa.md or _en.md");
            }
            String text = file.getContentAsString(StandardCharsets.UTF_8).replace("\r\n", "\n");
            versions.computeIfAbsent(matcher.group(1), version -> new HashMap<>())
                    .put(matcher.group(2), parse(matcher.group(1), matcher.group(2), text));
        }
        if (versions.isEmpty()) {
            throw new IllegalStateException("there are no terms under " + pattern);
        }
        versions.forEach((version, languages) -> {
            if (languages.size() != 2) {
                throw new IllegalStateException("terms " + version + " exist only in " + languages.keySet());
            }
        });
        return versions;
    }

    static TermsVersion parse(String version, String language, String text) {
        String[] parts = text.split("(?m)^## ", -1);
        String title = parts[0].lines()
                .filter(line -> line.startsWith("# "))
                .map(line -> line.substring(2).strip())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("terms " + version + "_" + language + " have no title"));
        List<TermsSection> sections = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            int end = parts[i].indexOf('\n');
            sections.add(new TermsSection(
                    parts[i].substring(0, end).strip(), parts[i].substring(end).strip()));
        }
        return new TermsVersion(version, Locale.of(language), title, sections, sha256(text));
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
