package ir.ramzineh.fraudcase;

import java.time.Instant;

/**
 * What a member of staff wrote about a case.
 *
 * @param author user name
 */
public record CaseNote(Instant at, String author, String text) {}
