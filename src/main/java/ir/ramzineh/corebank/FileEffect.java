package ir.ramzineh.corebank;

/**
 * What a file of customers or cards would do to what stands in the tables, in rows.
 *
 * @param added of somebody, or of a card, that the tables do not know
 * @param changed known, and at least one value is another
 * @param unchanged known, and every value is the one that stands
 * @param mobiles of {@code changed}: the registered mobile number becomes another. A number that gives way to the correction
 *     of a branch is none
 * @param owners of {@code changed}: the card becomes another person's
 * @param stopped of {@code changed}: the card is active and will not be
 * @param resumed of {@code changed}: the card is not active and will be
 */
public record FileEffect(
        long added, long changed, long unchanged, long mobiles, long owners, long stopped, long resumed) {
    /** A file without rows. */
    public static final FileEffect NONE = new FileEffect(0, 0, 0, 0, 0, 0, 0);

    /** A file that only brings something new. */
    public static FileEffect allNew(long rows) {
        return new FileEffect(rows, 0, 0, 0, 0, 0, 0);
    }

    FileEffect plus(FileEffect more) {
        return new FileEffect(
                added + more.added,
                changed + more.changed,
                unchanged + more.unchanged,
                mobiles + more.mobiles,
                owners + more.owners,
                stopped + more.stopped,
                resumed + more.resumed);
    }
}
