package ir.ramzineh.portal.signup;

import ir.ramzineh.issuer.Colours;
import ir.ramzineh.issuer.IssuerProfile;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.ui.BankMark;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whose card it is, told from its first digits while it is still being typed. */
@Component
class BankMarks {
    private final Issuers issuers;

    BankMarks(Issuers issuers) {
        this.issuers = issuers;
    }

    /** The mark of the bank these first digits belong to; the longest prefix wins. */
    Optional<BankMark> of(String digits) {
        return issuers.all().stream()
                .flatMap(issuer ->
                        issuer.bins().stream().filter(digits::startsWith).map(bin -> new Match(bin.length(), issuer)))
                .max(Comparator.comparingInt(Match::length))
                .map(match -> mark(match.issuer()));
    }

    private static BankMark mark(IssuerProfile issuer) {
        Colours.Gradient colours = issuer.colours().light();
        // Every name begins with the word for bank; the letter that tells them apart comes after it.
        String name = issuer.name().fa().replace("بانک ", "");
        BankMark mark = new BankMark(name, colours.from(), colours.ink());
        mark.setTitle(issuer.name().fa());
        return mark;
    }

    private record Match(int length, IssuerProfile issuer) {}
}
