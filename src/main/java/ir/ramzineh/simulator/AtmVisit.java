package ir.ramzineh.simulator;

import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.simulator.AtmStep.Asked;
import ir.ramzineh.simulator.AtmStep.Choice;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * One customer at the simulated ATM: from the card to the receipt. It knows of the banks only what the terminal API
 * says; the first password is checked by the switch, which is simulated too, so any is right.
 */
final class AtmVisit {
    private static final int MOBILE_LENGTH = 11;

    private final AtmClient client;
    private final CardNumber card;
    private final Locale language;
    private final Function<String, String> words;
    private final Deque<JsonNode> path = new ArrayDeque<>();
    private final Deque<String> toAsk = new ArrayDeque<>();
    private final Map<String, Object> given = new HashMap<>();
    private final JsonNode offer;
    private String pinOnce = "";
    private String asking = "";
    private AtmStep step;

    AtmVisit(AtmClient client, CardNumber card, Locale language, Function<String, String> words) {
        this.client = client;
        this.card = card;
        this.language = language;
        this.words = words;
        this.offer = client.ask("offers", card, language, Map.of());
        this.step = new AtmStep.Keys(Asked.FIRST_PASSWORD, true, 4, 12);
    }

    AtmStep step() {
        return step;
    }

    JsonNode offer() {
        return offer;
    }

    /** Digits were typed and confirmed. */
    void typed(String digits) {
        if (!(step instanceof AtmStep.Keys keys)) {
            return;
        }
        switch (keys.asked()) {
            case FIRST_PASSWORD -> begin();
            case MOBILE -> {
                given.put("mobile", digits);
                step = new AtmStep.Question(
                        label(path.getFirst()),
                        List.of(
                                words.apply("simulator.atm.card") + " " + isolated(text(offer, "card")),
                                words.apply("simulator.atm.mobile") + " " + isolated(digits)),
                        words.apply("simulator.atm.yes"),
                        words.apply("simulator.atm.no"));
            }
            case PIN -> {
                pinOnce = digits;
                step = pin(Asked.PIN_AGAIN);
            }
            case PIN_AGAIN -> {
                if (digits.equals(pinOnce)) {
                    given.put("pin", digits);
                    next();
                } else {
                    step = new AtmStep.Outcome(false, words.apply("simulator.atm.pin.differs"), List.of());
                }
            }
            case CODE -> {
                given.put("code", digits);
                next();
            }
        }
    }

    /** A line of the menu was chosen. */
    void chosen(String id) {
        JsonNode entries = path.isEmpty() ? offer.get("menu") : path.getFirst().get("entries");
        for (JsonNode entry : entries) {
            if (text(entry, "id").equals(id)) {
                path.push(entry);
                open(entry);
                return;
            }
        }
    }

    void yes() {
        if (asking.equals("MOBILE_SHOWN")) {
            given.put("mobileConfirmed", true);
        }
        next();
    }

    /** The customer does not agree; a number that is not right is a matter of a branch. */
    void no() {
        if (asking.equals("MOBILE_SHOWN")) {
            step = new AtmStep.Outcome(false, text(offer, "branchText"), List.of());
        } else {
            back();
        }
    }

    /** Back to the menu before. */
    void back() {
        asking = "";
        given.clear();
        toAsk.clear();
        if (!path.isEmpty()) {
            path.pop();
        }
        step = menu();
    }

    private void begin() {
        String refusal = text(offer, "refusal");
        step = refusal.isEmpty() ? menu() : new AtmStep.Outcome(false, refusal, List.of());
    }

    private AtmStep menu() {
        JsonNode entries = path.isEmpty() ? offer.get("menu") : path.getFirst().get("entries");
        List<Choice> choices = new ArrayList<>();
        for (JsonNode entry : entries) {
            choices.add(new Choice(text(entry, "id"), label(entry)));
        }
        String title = path.isEmpty() ? words.apply("simulator.atm.menu") : label(path.getFirst());
        return new AtmStep.Menu(title, choices);
    }

    private void open(JsonNode entry) {
        if (!entry.get("entries").isEmpty()) {
            step = menu();
            return;
        }
        entry.get("asks").forEach(ask -> toAsk.add(ask.stringValue()));
        next();
    }

    private void next() {
        String ask = toAsk.poll();
        asking = ask == null ? "" : ask;
        JsonNode entry = path.getFirst();
        step = switch (asking) {
            case "" -> act(entry);
            case "MESSAGE" -> question(label(entry), List.of(text(entry, "message")), "simulator.atm.ok");
            case "MOBILE_SHOWN" ->
                question(
                        label(entry),
                        List.of(words.apply("simulator.atm.mobile.shown"), isolated(text(offer, "mobile"))),
                        "simulator.atm.yes");
            case "MOBILE_TYPED" -> new AtmStep.Keys(Asked.MOBILE, false, MOBILE_LENGTH, MOBILE_LENGTH);
            case "PIN" -> pin(Asked.PIN);
            case "CODE" -> new AtmStep.Keys(Asked.CODE, false, 4, 10);
            case "REMAINS" -> question(label(entry), remains(entry), "simulator.atm.yes");
            default -> throw new IllegalStateException("the terminal API asks for something unknown");
        };
    }

    private AtmStep.Keys pin(Asked asked) {
        int length = offer.get("pinDigits").intValue();
        return new AtmStep.Keys(asked, true, length, length);
    }

    private AtmStep.Question question(String title, List<String> lines, String yes) {
        return new AtmStep.Question(title, lines, words.apply(yes), words.apply("simulator.atm.no"));
    }

    private List<String> remains(JsonNode entry) {
        List<String> lines = new ArrayList<>();
        lines.add(words.apply("simulator.atm.card") + " " + isolated(text(offer, "card")));
        client.ask("remains", card, language, Map.of("entry", text(entry, "id")))
                .get("sentences")
                .forEach(sentence -> lines.add(sentence.stringValue()));
        return lines;
    }

    private AtmStep act(JsonNode entry) {
        Map<String, Object> wish = new HashMap<>(given);
        wish.put("requestId", client.newRequestId());
        wish.put("entry", text(entry, "id"));
        JsonNode answer = client.ask("actions", card, language, wish);
        List<String> receipt = new ArrayList<>();
        answer.get("receipt").forEach(line -> receipt.add(line.stringValue()));
        given.clear();
        return new AtmStep.Outcome(text(answer, "result").equals("DONE"), text(answer, "text"), receipt);
    }

    /** Numbers with marks in them would turn round in a Persian sentence. */
    private static String isolated(String number) {
        return '\u2066' + number + '\u2069';
    }

    private static String label(JsonNode entry) {
        return text(entry, "label");
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).stringValue();
    }
}
