package ir.ramzineh.staff;

import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * The secret by which somebody sets up the own sign-in, once. It is shown to the administrator once and never travels in
 * an address.
 *
 * @param reveal 16 signs out of 32, 80 bits
 */
public record InvitationCode(String reveal) {
    private static final String SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 16;
    private static final int GROUP = 4;
    private static final int TYPED_LENGTH_MAX = 64;

    static InvitationCode random(RandomGenerator random) {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return new InvitationCode(code.toString());
    }

    /** What somebody meant who typed it, with or without the hyphens, in any case. */
    static InvitationCode typed(String text) {
        String bounded = text.length() > TYPED_LENGTH_MAX ? "" : text;
        return new InvitationCode(bounded.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", ""));
    }

    /** In four groups, as it is shown. */
    public String grouped() {
        return reveal.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }

    @Override
    public String toString() {
        return "InvitationCode[***]";
    }
}
