package ir.ramzineh.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever stands in the trail can be asked for by a receiver, in one family and not in two. */
class EventFamilyTest {
    private static final Path SOURCES = Path.of("src/main/java/ir/ramzineh");
    /** Pages write nothing into the trail; their words are keys of texts. */
    private static final Set<String> PAGES = Set.of("branchconsole", "portal", "ui");

    private static final Pattern WRITES =
            Pattern.compile("\\b(AuditEvent|AuditTrail|RefusalTrail|\\w+News|\\w+Trail)\\b");
    private static final Pattern KIND =
            Pattern.compile("\"([a-z]+(?:-[a-z]+)*)\\.(?:[a-z]+(?:-[a-z]+)*)?\"(?!\\.equals)");
    /** Words of the same shape that are no kinds: files, keys of texts and of messages, a prefix of keys. */
    private static final Set<String> OTHER_WORDS = Set.of("definitions", "error", "gateway", "number", "period", "rz");

    @Test
    void everyFirstWordOfAKindInTheSourcesIsInExactlyOneFamily() throws IOException {
        Set<String> written = written();
        written.removeAll(OTHER_WORDS);
        List<String> covered = new ArrayList<>();
        Arrays.stream(EventFamily.values()).forEach(family -> covered.addAll(family.words()));

        assertThat(covered).doesNotHaveDuplicates();
        assertThat(written).hasSizeGreaterThan(25);
        assertThat(new TreeSet<>(covered)).isEqualTo(written);
    }

    @Test
    void aKindIsCoveredByTheFamilyOfItsFirstWordAlone() {
        assertThat(covering("code.refused")).containsExactly(EventFamily.VERIFICATION);
        assertThat(covering("branch.named")).containsExactly(EventFamily.BRANCH);
        assertThat(covering("password.unlocked")).containsExactly(EventFamily.COUNTER);
        assertThat(covering("codes.refused")).isEmpty();
    }

    private static List<EventFamily> covering(String kind) {
        return Arrays.stream(EventFamily.values())
                .filter(family -> family.covers(kind))
                .toList();
    }

    private static Set<String> written() throws IOException {
        Set<String> words = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(EventFamilyTest::isDomain).toList()) {
                String source = Files.readString(file);
                Matcher kind = KIND.matcher(WRITES.matcher(source).find() ? source : "");
                while (kind.find()) {
                    words.add(kind.group(1));
                }
            }
        }
        return words;
    }

    private static boolean isDomain(Path file) {
        Path module = SOURCES.relativize(file).getName(0);
        return file.toString().endsWith(".java") && !PAGES.contains(module.toString());
    }
}
