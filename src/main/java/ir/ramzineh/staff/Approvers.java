package ir.ramzineh.staff;

/**
 * Whether anybody could approve what an administrator proposes about members of staff; one person alone cannot, nor can the
 * member it is about.
 *
 * @see <a href="file:docs/design-decisions/017-two-administrators.md">decision 017</a>
 */
public enum Approvers {
    /** Another administrator is there, who can sign in. */
    SOMEBODY,
    /** Others are there, none of whom has set up the sign-in. */
    NOT_SET_UP,
    /** The only other administrator who can sign in is whom it is about. */
    ONLY_THE_MEMBER,
    /** No other administrator is active. */
    NOBODY;

    /**
     * @param others active administrators beside the one who proposes
     * @param signIn how many of these can sign in
     * @param judges how many of those who can sign in it is not about
     */
    static Approvers among(long others, long signIn, long judges) {
        if (judges > 0) {
            return SOMEBODY;
        }
        if (others == 0) {
            return NOBODY;
        }
        return signIn > 0 ? ONLY_THE_MEMBER : NOT_SET_UP;
    }
}
