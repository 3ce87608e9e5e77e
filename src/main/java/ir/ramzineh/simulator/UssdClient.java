package ir.ramzineh.simulator;

import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.MobileNumber;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The USSD gateway of a network, with its own key. */
@Component
class UssdClient {
    /** What the telephone shows. */
    record Screen(String text, boolean last) {}

    private final ChannelHttp http;
    private final IdSource ids;
    private final JsonMapper json;

    UssdClient(ChannelHttp http, IdSource ids, JsonMapper json) {
        this.http = http;
        this.ids = ids;
        this.json = json;
    }

    String newSession() {
        return "simulator-" + ids.next();
    }

    /**
     * One step.
     *
     * @param input empty when dialling
     * @throws InvalidValueException {@code simulator.ussd.failed} or {@code simulator.failed}: no screen came back
     */
    Screen step(String session, int step, MobileNumber from, String serviceCode, String input) {
        Map<String, Object> body = new HashMap<>(Map.of("step", step, "from", from.e164(), "serviceCode", serviceCode));
        if (!input.isEmpty()) {
            body.put("input", input);
        }
        ChannelHttp.Answer answer = http.post("ussd-gateway", "ussd/sessions/" + session, body);
        if (answer.status() != 200) {
            throw new InvalidValueException("simulator.ussd.failed");
        }
        JsonNode screen = json.readTree(answer.body());
        return new Screen(screen.at("/text").asString(), screen.at("/last").asBoolean());
    }
}
