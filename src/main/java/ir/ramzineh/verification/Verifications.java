package ir.ramzineh.verification;

import org.springframework.stereotype.Service;

/** The one door for the question "is this code good?", whatever channel it comes from. */
@Service
public class Verifications {
    /**
     * Answers once and durably: when this returns, the outcome is committed. One time step of one token is accepted at
     * most once (RFC 6238, section 5.2), on any number of nodes.
     *
     * @param channel id of the channel client; request ids are its own
     * @throws RequestIdReusedException the same request id with another question
     * @throws org.springframework.dao.DataAccessException the database did not answer in time: nothing was decided,
     *     the same request may be asked again
     */
    public Verdict verify(String channel, VerificationRequest request) {
        throw new UnsupportedOperationException();
    }
}
