package ir.ramzineh.customer;

import java.time.Instant;
import java.util.Map;

/**
 * One entry of a customer's inbox in the portal.
 *
 * @param id worth nothing with another customer
 * @param kind text key suffix: the reader sees {@code notice.<kind>.title} and {@code notice.<kind>.text}
 * @param details named arguments of that text; never a secret
 */
public record Notice(long id, String kind, Map<String, String> details, Instant at, boolean read) {}
