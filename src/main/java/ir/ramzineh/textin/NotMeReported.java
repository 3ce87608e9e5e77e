package ir.ramzineh.textin;

import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import java.time.Instant;

/**
 * The owner of a card texted that a code was not asked for by them; its codes have been stopped. Published in the
 * transaction of that, for whoever keeps cases.
 */
public record NotMeReported(CustomerId customer, CardId card, Instant at) {}
