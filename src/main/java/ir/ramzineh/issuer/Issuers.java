package ir.ramzineh.issuer;

import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.StartupProblem;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/**
 * The banks whose cards the portal knows. All profiles are read and checked before the portal starts and do not change
 * while it runs.
 */
@Service
public class Issuers {
    private static final int[] BIN_LENGTHS_LONGEST_FIRST = {8, 6};

    private final List<IssuerProfile> profiles;
    private final Map<String, IssuerProfile> byBin = new HashMap<>();

    @Autowired
    Issuers(IssuerProperties properties) {
        this(ProfileFolder.read(properties.directory()).stream()
                .map(ProfileFile::profile)
                .toList());
        if (profiles.isEmpty()) {
            throw new StartupProblem("There is no issuer profile; put one into the folder ramzineh.issuer.directory.");
        }
    }

    private Issuers(List<IssuerProfile> profiles) {
        this.profiles = profiles.stream()
                .sorted(Comparator.comparing(IssuerProfile::key))
                .toList();
        this.profiles.forEach(profile -> profile.bins().forEach(bin -> byBin.put(bin, profile)));
    }

    /** The bundled banks alone, for whoever needs them without the portal around. */
    public static Issuers bundled() {
        return new Issuers(new IssuerProperties(null));
    }

    /** The bank of a card by the longest prefix that fits; empty for cards of other banks. */
    public Optional<IssuerProfile> of(CardNumber card) {
        for (int length : BIN_LENGTHS_LONGEST_FIRST) {
            IssuerProfile profile = byBin.get(card.digits().substring(0, length));
            if (profile != null) {
                return Optional.of(profile);
            }
        }
        return Optional.empty();
    }

    /** The bank with this key. */
    public Optional<IssuerProfile> byKey(String key) {
        return profiles.stream().filter(profile -> profile.key().equals(key)).findFirst();
    }

    /** All banks, by key. */
    public List<IssuerProfile> all() {
        return profiles;
    }
}
