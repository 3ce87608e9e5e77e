package ir.ramzineh.corebank;

/**
 * Which change of a number it is, for a bank that must tell a late copy from a new wish.
 *
 * @param id of the change
 * @param back {@code true}: the change is taken back, and {@code id} never comes forward again
 */
public record NumberWriting(long id, boolean back) {}
