package ir.ramzineh.simulator;

import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.InvalidValueException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The ATM, with the key of the terminals. */
@Component
class AtmClient {
    private static final String TERMINAL = "SIM-ATM-1";

    private final ChannelHttp http;
    private final IdSource ids;
    private final JsonMapper json;

    AtmClient(ChannelHttp http, IdSource ids, JsonMapper json) {
        this.http = http;
        this.ids = ids;
        this.json = json;
    }

    String newRequestId() {
        return "atm-" + ids.next();
    }

    /**
     * Asks the portal.
     *
     * @param path last part of the address: {@code offers}, {@code remains} or {@code actions}
     * @param more fields beside terminal, card and language
     * @throws InvalidValueException {@code simulator.atm.failed} or {@code simulator.failed}: no usable answer
     */
    JsonNode ask(String path, CardNumber card, Locale language, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("terminalId", TERMINAL);
        body.put("card", card.digits());
        body.put("language", language.getLanguage().equals("en") ? "en" : "fa");
        ChannelHttp.Answer answer = http.post("terminal", "terminals/" + path, body);
        if (answer.status() != 200) {
            throw new InvalidValueException("simulator.atm.failed");
        }
        return json.readTree(answer.body());
    }
}
