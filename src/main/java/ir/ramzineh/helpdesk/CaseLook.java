package ir.ramzineh.helpdesk;

import java.util.Optional;

/**
 * A look at one case.
 *
 * @param look whether it opened
 * @param file empty unless it opened
 */
public record CaseLook(LookOutcome look, Optional<CaseFile> file) {}
