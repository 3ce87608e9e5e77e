package ir.ramzineh.helpdesk;

import ir.ramzineh.fraudcase.FraudCase;

/**
 * A case in the queue.
 *
 * @param maskedNumber of the card it is about; empty where the portal has the card no more
 */
public record CaseLine(FraudCase report, String maskedNumber) {}
