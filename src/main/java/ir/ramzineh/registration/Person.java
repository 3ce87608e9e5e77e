package ir.ramzineh.registration;

import ir.ramzineh.kernel.NationalId;
import ir.ramzineh.vault.Purpose;
import ir.ramzineh.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** Stands for a national ID where something is only counted. */
@Component
class Person {
    private static final Purpose PERSON = new Purpose("registration.person");

    private final Vault vault;

    Person(Vault vault) {
        this.vault = vault;
    }

    byte[] hash(NationalId nationalId) {
        return vault.mac(PERSON, nationalId.digits().getBytes(StandardCharsets.US_ASCII));
    }

    String text(NationalId nationalId) {
        return HexFormat.of().formatHex(hash(nationalId));
    }
}
