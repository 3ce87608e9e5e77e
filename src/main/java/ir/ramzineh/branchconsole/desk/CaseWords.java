package ir.ramzineh.branchconsole.desk;

import ir.ramzineh.fraudcase.CaseHandling;
import ir.ramzineh.fraudcase.CaseState;
import ir.ramzineh.fraudcase.FraudCase;
import ir.ramzineh.fraudcase.Suspect;
import ir.ramzineh.kernel.Rial;

/** What a case is about, and where it stands, in a few words. */
final class CaseWords {
    private CaseWords() {}

    static String what(FraudCase one, DeskWords words) {
        Rial amount = one.amount();
        String merchant = one.merchant();
        String subject = words.get(
                switch (one.suspect()) {
                    case Suspect.WholeCard() -> "desk.case.card";
                    case Suspect.Payment payment -> "desk.case.payment";
                    case Suspect.Request request -> "desk.case.request";
                    case Suspect.Message message -> "desk.case.message";
                    case Suspect.Activity activity -> "desk.case.activity";
                });
        StringBuilder what = new StringBuilder(subject);
        if (amount != null) {
            what.append(" · ").append(words.formats().money(amount));
        }
        if (merchant != null) {
            what.append(" · ").append(DeskWords.foreign(merchant));
        }
        return what.toString();
    }

    static String state(FraudCase one, DeskWords words) {
        if (one.state() == CaseState.OPEN) {
            return words.get(one.handling().isPresent() ? "desk.case.in-hand" : "desk.case.waiting");
        }
        return one.handling()
                .flatMap(CaseHandling::outcome)
                .map(outcome -> words.get("desk.outcome." + DeskWords.part(outcome)))
                .orElse(words.get("desk.case.closed"));
    }
}
