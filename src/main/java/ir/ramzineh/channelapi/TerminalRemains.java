package ir.ramzineh.channelapi;

import java.util.List;

/**
 * What will be true after an entry that switches something off.
 *
 * @param sentences to be read before the customer says yes
 */
public record TerminalRemains(List<String> sentences) {
    public TerminalRemains {
        sentences = List.copyOf(sentences);
    }
}
