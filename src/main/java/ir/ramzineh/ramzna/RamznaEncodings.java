package ir.ramzineh.ramzna;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * The files as they travel compressed (RFC 9110, section 8.4): gzip made once, as small as it gets, and Brotli where the
 * files bring it along. What other people's code is in Brotli lies beside it; the hashes of the service worker would refuse it
 * if it were anything else.
 */
final class RamznaEncodings {
    /** How a file beside another one ends that is the same in Brotli. */
    static final String BROTLI_ENDING = ".br";

    private static final String AS_IT_IS = "identity";

    private final Map<String, List<Encoded>> smaller = new HashMap<>();

    /** Content in one encoding, with its name for {@code Content-Encoding}. */
    static final class Encoded {
        private final String name;
        private final byte[] content;

        private Encoded(String name, byte[] content) {
            this.name = name;
            this.content = content;
        }

        String name() {
            return name;
        }

        byte[] content() {
            return content;
        }

        boolean asItIs() {
            return name.equals(AS_IT_IS);
        }
    }

    /**
     * @param files that are served
     * @param brotli the same by path, for those that have it
     */
    RamznaEncodings(Collection<RamznaFile> files, Map<String, byte[]> brotli) {
        for (RamznaFile file : files) {
            List<Encoded> forms = new ArrayList<>();
            if (brotli.containsKey(file.path())) {
                forms.add(new Encoded("br", brotli.get(file.path())));
            }
            byte[] gzip = gzip(file.content());
            if (gzip.length < file.content().length) {
                forms.add(new Encoded("gzip", gzip));
            }
            smaller.put(file.path(), forms);
        }
    }

    /** Whether the answer depends on what the browser reads. */
    boolean differs(RamznaFile file) {
        return !formsOf(file).isEmpty();
    }

    /**
     * The smallest that the browser reads.
     *
     * @param accepted {@code Accept-Encoding} of the request, empty for none
     */
    Encoded best(RamznaFile file, String accepted) {
        List<String> read =
                List.of(accepted.toLowerCase(Locale.ROOT).replace(" ", "").split(",", -1));
        return formsOf(file).stream()
                .filter(form -> read.contains(form.name()))
                .findFirst()
                .orElse(new Encoded(AS_IT_IS, file.content()));
    }

    private List<Encoded> formsOf(RamznaFile file) {
        return smaller.getOrDefault(file.path(), List.of());
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new Smallest(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static final class Smallest extends GZIPOutputStream {
        Smallest(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
