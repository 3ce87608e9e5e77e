package ir.ramzineh.issuer;

import ir.ramzineh.kernel.StartupProblem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Collects the files of all banks: the bundled ones, then the operator's, who has the last word. */
final class ProfileFolder {
    private static final Pattern FILE_NAME = Pattern.compile("([a-z][a-z0-9-]{1,38})\\.yaml");

    private ProfileFolder() {}

    /**
     * Reads every file.
     *
     * @throws StartupProblem if one is wrong, or two banks claim the same BIN
     */
    static Collection<ProfileFile> read(@Nullable Path directory) {
        Map<String, ProfileFile> files = new TreeMap<>();
        try {
            for (Resource resource :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:issuers/*.yaml")) {
                String name = String.valueOf(resource.getFilename());
                files.put(key(name, name), read(name, "issuers/" + name, resource.getContentAsByteArray()));
            }
            if (directory != null) {
                addOwn(directory, files);
            }
        } catch (IOException e) {
            throw new StartupProblem("The issuer profiles cannot be read: %s.".formatted(e), e);
        }
        requireDistinctBins(files.values());
        return files.values();
    }

    /** Reads one file that is not in the folder. */
    static ProfileFile read(String fileName, byte[] content) {
        try {
            return read(fileName, fileName, content);
        } catch (IOException e) {
            throw new StartupProblem("%s: expected UTF-8 text.".formatted(fileName), e);
        }
    }

    private static void addOwn(Path directory, Map<String, ProfileFile> files) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new StartupProblem(
                    "ramzineh.issuer.directory names %s, which is no folder; correct the setting or create it."
                            .formatted(directory));
        }
        try (DirectoryStream<Path> own = Files.newDirectoryStream(directory, "*.{yaml,yml}")) {
            for (Path path : own) {
                String name = path.getFileName().toString();
                files.put(key(name, path.toString()), read(name, path.toString(), Files.readAllBytes(path)));
            }
        }
    }

    private static ProfileFile read(String fileName, String name, byte[] content) throws IOException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(java.nio.ByteBuffer.wrap(content))
                    .toString();
            return ProfileFile.read(key(fileName, name), name, text);
        } catch (CharacterCodingException e) {
            throw new StartupProblem("%s: expected UTF-8 text.".formatted(name), e);
        }
    }

    private static String key(String fileName, String name) {
        Matcher matcher = FILE_NAME.matcher(fileName);
        if (!matcher.matches()) {
            throw new StartupProblem(
                    "%s: expected a file name of small letters, digits and dashes that ends with .yaml, such as mehr-iran.yaml."
                            .formatted(name));
        }
        return matcher.group(1);
    }

    private static void requireDistinctBins(Collection<ProfileFile> files) {
        Map<String, ProfileFile> owners = new HashMap<>();
        for (ProfileFile file : files) {
            file.binLines().forEach((bin, line) -> {
                ProfileFile other = owners.put(bin, file);
                if (other != null) {
                    throw new StartupProblem(
                            "%s, line %d, field bins: expected BINs of this bank alone, but %s has %s too."
                                    .formatted(file.name(), line, other.name(), bin));
                }
            });
        }
    }
}
