package ir.ramzineh.ussd;

/**
 * One step of a dialogue, as the gateway of the network hands it over.
 *
 * @param channel registered client that asks
 * @param session the gateway's id of the dialogue
 * @param step 1 for the dialling, then one more each time; repeated, it gives the same screen
 * @param from the telephone, as the network knows it
 * @param serviceCode what was dialled: {@code *737*60#}
 * @param input what was typed on the screen before; empty in step 1
 */
public record UssdStep(String channel, String session, int step, String from, String serviceCode, String input) {
    /** Without the telephone. */
    @Override
    public String toString() {
        return "UssdStep[channel=" + channel + ", step=" + step + "]";
    }
}
