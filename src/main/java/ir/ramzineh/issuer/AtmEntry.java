package ir.ramzineh.issuer;

import ir.ramzineh.kernel.PasswordKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One line of a bank's ATM menu, in the bank's own words. */
public sealed interface AtmEntry {
    /** Its place in the menu, from 1: {@code 2}, {@code 2-1}. */
    String id();

    LocalizedText label();

    /** This entry and all below it. */
    Stream<AtmEntry> flat();

    /** Leads to further entries, at least one and at most {@value AtmProfile#ENTRIES_MAX}. */
    record Group(String id, LocalizedText label, List<AtmEntry> entries) implements AtmEntry {
        public Group {
            entries = List.copyOf(entries);
        }

        @Override
        public Stream<AtmEntry> flat() {
            return Stream.concat(Stream.of(this), entries.stream().flatMap(AtmEntry::flat));
        }
    }

    /**
     * Does something.
     *
     * @param passwords which passwords it is about; more than one only where both are switched off together (S14.8)
     * @param way how the key travels; present exactly for {@link AtmAction#ACTIVATE}
     * @param channel present exactly for {@link AtmAction#ACTIVATE_CHANNEL} and {@link AtmAction#DEACTIVATE_CHANNEL}
     * @param message what the customer reads and confirms before it is done (S7.2, S9.2)
     * @param done what the customer reads afterwards (D8); otherwise the portal's own words
     */
    record Action(
            String id,
            LocalizedText label,
            AtmAction action,
            Set<PasswordKind> passwords,
            Optional<ActivationWay> way,
            Optional<CodeChannel> channel,
            Optional<LocalizedText> message,
            Optional<LocalizedText> done)
            implements AtmEntry {
        public Action {
            passwords = Set.copyOf(passwords);
        }

        @Override
        public Stream<AtmEntry> flat() {
            return Stream.of(this);
        }

        /** The one password it is about. */
        public PasswordKind password() {
            return passwords.iterator().next();
        }
    }
}
