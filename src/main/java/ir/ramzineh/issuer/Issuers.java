package ir.ramzineh.issuer;

import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.StartupProblem;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/**
 * The banks whose cards the portal knows. All profiles are read and checked before the portal starts. {@link #reload}
 * reads them again and puts all of them into use in one step, or none.
 */
@Service
public class Issuers {
    private static final int[] BIN_LENGTHS_LONGEST_FIRST = {8, 6};
    private static final int FINGERPRINT_LENGTH = 12;

    private final @Nullable Path directory;
    private volatile Loaded loaded;

    @Autowired
    Issuers(IssuerProperties properties) {
        this.directory = properties.directory();
        this.loaded = read();
    }

    /** What is in use, replaced as a whole. */
    private record Loaded(List<IssuerProfile> profiles, Map<String, IssuerProfile> byBin, String fingerprint) {
        static Loaded of(Collection<ProfileFile> files) {
            List<IssuerProfile> profiles = files.stream()
                    .map(ProfileFile::profile)
                    .sorted(Comparator.comparing(IssuerProfile::key))
                    .toList();
            Map<String, IssuerProfile> byBin = new HashMap<>();
            profiles.forEach(profile -> profile.bins().forEach(bin -> byBin.put(bin, profile)));
            String texts = files.stream()
                    .map(file -> file.profile().key() + " " + file.digest())
                    .sorted()
                    .collect(Collectors.joining("\n"));
            return new Loaded(
                    profiles, Map.copyOf(byBin), ProfileFile.digest(texts).substring(0, FINGERPRINT_LENGTH));
        }
    }

    /** The bundled banks alone, for whoever needs them without the portal around. */
    public static Issuers bundled() {
        return new Issuers(new IssuerProperties(null));
    }

    private Loaded read() {
        Collection<ProfileFile> files = ProfileFolder.read(directory);
        if (files.isEmpty()) {
            throw new StartupProblem("There is no issuer profile; put one into the folder ramzineh.issuer.directory.");
        }
        return Loaded.of(files);
    }

    /**
     * Reads the files again. A profile that is no longer there would leave its cards without a bank, so it must stay.
     *
     * @return what was wrong; empty when the profiles are in use now. After a problem those before stay in use.
     */
    public Optional<ProfileProblem> reload() {
        try {
            Loaded fresh = read();
            for (IssuerProfile before : loaded.profiles()) {
                if (fresh.profiles().stream().noneMatch(profile -> profile.key().equals(before.key()))) {
                    return Optional.of(ProfileProblem.gone(before.key()));
                }
            }
            loaded = fresh;
            return Optional.empty();
        } catch (StartupProblem wrong) {
            return Optional.of(ProfileProblem.of(wrong));
        }
    }

    /**
     * Checks a file without using it, together with the BINs of the other banks in use.
     *
     * @param fileName such as {@code mehr-iran.yaml}
     * @param content of the file
     */
    public Optional<ProfileProblem> check(String fileName, byte[] content) {
        try {
            ProfileFile file = ProfileFolder.read(fileName, content);
            for (Map.Entry<String, Integer> bin : file.binLines().entrySet()) {
                IssuerProfile owner = loaded.byBin().get(bin.getKey());
                if (owner != null && !owner.key().equals(file.profile().key())) {
                    return Optional.of(new ProfileProblem(fileName, bin.getValue(), "bins", "BINs of this bank alone"));
                }
            }
            return Optional.empty();
        } catch (StartupProblem wrong) {
            return Optional.of(ProfileProblem.of(wrong));
        }
    }

    /** Names the texts of the files in use: the same on every node that uses the same. */
    public String fingerprint() {
        return loaded.fingerprint();
    }

    /** The folder of the operator, if one is set. */
    public Optional<Path> directory() {
        return Optional.ofNullable(directory);
    }

    /** The bank of a card by the longest prefix that fits; empty for cards of other banks. */
    public Optional<IssuerProfile> of(CardNumber card) {
        Map<String, IssuerProfile> byBin = loaded.byBin();
        return bin(card, byBin).map(byBin::get);
    }

    /** The prefix of a card's number that names its bank, 6 or 8 digits; empty for cards of other banks. */
    public Optional<String> binOf(CardNumber card) {
        return bin(card, loaded.byBin());
    }

    private static Optional<String> bin(CardNumber card, Map<String, IssuerProfile> byBin) {
        for (int length : BIN_LENGTHS_LONGEST_FIRST) {
            String bin = card.digits().substring(0, length);
            if (byBin.containsKey(bin)) {
                return Optional.of(bin);
            }
        }
        return Optional.empty();
    }

    /** The bank of one of its prefixes. */
    public Optional<IssuerProfile> ofBin(String bin) {
        return Optional.ofNullable(loaded.byBin().get(bin));
    }

    /** The bank with this key. */
    public Optional<IssuerProfile> byKey(String key) {
        return loaded.profiles().stream()
                .filter(profile -> profile.key().equals(key))
                .findFirst();
    }

    /** All banks, by key. */
    public List<IssuerProfile> all() {
        return loaded.profiles();
    }
}
