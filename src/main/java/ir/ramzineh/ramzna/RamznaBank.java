package ir.ramzineh.ramzna;

import ir.ramzineh.issuer.ActivationRules.Alphabet;
import ir.ramzineh.issuer.ActivationRules.TextPart;
import ir.ramzineh.issuer.ActivationWay;
import ir.ramzineh.issuer.AtmEntry;
import ir.ramzineh.issuer.AtmProfile;
import ir.ramzineh.issuer.Colours;
import ir.ramzineh.issuer.IssuerProfile;
import ir.ramzineh.issuer.LocalizedText;
import ir.ramzineh.issuer.PasswordProfile;
import ir.ramzineh.issuer.PinRule;
import ir.ramzineh.kernel.Rial;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the app must know of a bank while it has no network: how it looks, and the shape of codes and parts. Nothing in
 * it is secret.
 *
 * @param bins prefixes of its card numbers
 * @param smsCode the code that comes by SMS alone, or with a serial number
 * @param receipt the two parts of a key that begins at an ATM; null where none does
 * @param serial the serial number on a receipt; null where there is none
 * @param cardAndCode whether an ATM of the bank sends codes that are typed with the number of the card
 * @param pinDigits digits of the personal PIN of keys that begin at an ATM, 0 for none
 * @param boundCodes lives and largest amounts to choose from (S5.6); null where there are none
 */
record RamznaBank(
        String key,
        LocalizedText name,
        List<String> bins,
        Colours colours,
        Passwords passwords,
        LocalizedText financialOnly,
        Shape smsCode,
        @Nullable Parts receipt,
        @Nullable Shape serial,
        boolean cardAndCode,
        int pinDigits,
        @Nullable Choices boundCodes) {

    record Passwords(CodeShape first, CodeShape second) {}

    record CodeShape(int digits, int periodSeconds) {}

    /** As docs/protocol/activation.md names the alphabets: {@code digits} or {@code letters}. */
    record Shape(int length, String alphabet) {}

    record Parts(Shape receipt, Shape sms) {}

    record Choices(List<Integer> lives, List<Long> limits) {}

    static RamznaBank of(IssuerProfile bank) {
        Optional<AtmProfile> atm = bank.atm();
        return new RamznaBank(
                bank.key(),
                bank.name(),
                bank.bins(),
                bank.colours(),
                new Passwords(shape(bank.first()), shape(bank.second())),
                bank.financialOnlyText(),
                shape(bank.activation().smsCode()),
                atm.flatMap(AtmProfile::receiptPart)
                        .flatMap(receipt -> atm.flatMap(AtmProfile::receiptSmsPart)
                                .map(sms -> new Parts(shape(receipt), shape(sms))))
                        .orElse(null),
                atm.flatMap(AtmProfile::serial).map(RamznaBank::shape).orElse(null),
                atm.map(RamznaBank::ways).orElse(Set.of()).contains(ActivationWay.SMS_CODE),
                atm.flatMap(AtmProfile::pin).map(PinRule::length).orElse(0),
                bank.boundCodes()
                        .map(bound -> new Choices(
                                bound.livesSeconds(),
                                bound.caps().stream().map(Rial::amount).toList()))
                        .orElse(null));
    }

    private static Set<ActivationWay> ways(AtmProfile atm) {
        return atm.menu().stream()
                .flatMap(AtmEntry::flat)
                .filter(AtmEntry.Action.class::isInstance)
                .map(AtmEntry.Action.class::cast)
                .flatMap(action -> action.way().stream())
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    private static CodeShape shape(PasswordProfile password) {
        return new CodeShape(password.digits(), password.lifeSeconds());
    }

    private static Shape shape(TextPart part) {
        return new Shape(part.length(), part.alphabet() == Alphabet.DIGITS ? "digits" : "letters");
    }
}
