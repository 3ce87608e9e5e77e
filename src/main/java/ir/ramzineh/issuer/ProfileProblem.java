package ir.ramzineh.issuer;

import ir.ramzineh.kernel.StartupProblem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is wrong with a profile file.
 *
 * @param file name of the file; empty where no single one is to blame
 * @param line from 1; 0 where the whole file is meant
 * @param field dotted name; empty for the top of the file
 * @param expected what was expected there, in English
 */
public record ProfileProblem(String file, int line, String field, String expected) {
    private static final Pattern AT_A_FIELD =
            Pattern.compile("(.+?), line (\\d+), (?:field ([^:]+?)|top of the file): expected (.+)\\.", Pattern.DOTALL);
    private static final Pattern MISSING =
            Pattern.compile("(.+?), line (\\d+): the field ([^ ]+) is missing; expected (.+)\\.", Pattern.DOTALL);
    private static final Pattern AT_A_LINE = Pattern.compile("(.+?), line (\\d+): expected (.+)\\.", Pattern.DOTALL);
    private static final Pattern FILE = Pattern.compile("(.+?): expected (.+)\\.", Pattern.DOTALL);

    static ProfileProblem of(StartupProblem problem) {
        String sentence = String.valueOf(problem.getMessage());
        Matcher field = AT_A_FIELD.matcher(sentence);
        if (field.matches()) {
            String name = field.group(3) == null ? "" : field.group(3);
            return new ProfileProblem(
                    shortened(field.group(1)), Integer.parseInt(field.group(2)), name, field.group(4));
        }
        Matcher missing = MISSING.matcher(sentence);
        if (missing.matches()) {
            return new ProfileProblem(
                    shortened(missing.group(1)),
                    Integer.parseInt(missing.group(2)),
                    missing.group(3),
                    missing.group(4));
        }
        Matcher line = AT_A_LINE.matcher(sentence);
        if (line.matches()) {
            return new ProfileProblem(shortened(line.group(1)), Integer.parseInt(line.group(2)), "", line.group(3));
        }
        Matcher file = FILE.matcher(sentence);
        return file.matches()
                ? new ProfileProblem(shortened(file.group(1)), 0, "", file.group(2))
                : new ProfileProblem("", 0, "", sentence);
    }

    static ProfileProblem gone(String key) {
        return new ProfileProblem(key + ".yaml", 0, "", "the file to be there, as its bank is in use");
    }

    /** Without folders: where they lie on the node is nobody's business on a page. */
    private static String shortened(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
