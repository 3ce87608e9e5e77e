package ir.ramzineh.fraudcase;

/**
 * What a report brought about.
 *
 * @param caseId the open case, which a second press finds again
 * @param opened whether this press opened it
 * @param stopped whether this press stopped codes that were good until then
 */
public record Reported(long caseId, boolean opened, boolean stopped) {}
