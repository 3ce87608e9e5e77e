package ir.ramzineh.fraudcase;

import java.time.Instant;
import java.util.Optional;

/**
 * What staff did about a case.
 *
 * @param by user name of who holds it, or closed it
 * @param since when that member took it
 * @param outcome empty while the case is open
 * @param closedAt empty while the case is open
 */
public record CaseHandling(String by, Instant since, Optional<CaseOutcome> outcome, Optional<Instant> closedAt) {}
