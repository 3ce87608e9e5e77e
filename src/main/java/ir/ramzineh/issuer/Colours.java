package ir.ramzineh.issuer;

/**
 * The bank's colours for the drawing of its cards.
 *
 * @param light in light mode
 * @param dark in dark mode
 */
public record Colours(Gradient light, Gradient dark) {
    /**
     * A gradient and what is written on it; each colour is {@code #rrggbb}. The ink keeps a contrast of at least 4.5
     * to both ends (WCAG 2.2, 1.4.3), which is checked when the profile is read.
     *
     * @param from colour at the start of the card
     * @param to colour at its end
     * @param ink colour of numbers and names on it
     */
    public record Gradient(String from, String to, String ink) {}
}
