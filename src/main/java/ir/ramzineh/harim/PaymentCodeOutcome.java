package ir.ramzineh.harim;

import java.time.Duration;

/** What a payment page is told. It is the same whether or not the card, its number or the data exist (S11.4). */
public sealed interface PaymentCodeOutcome {
    /**
     * The request is on its way to the bank of the card.
     *
     * @param secondsLeft until the end of the countdown, by the clock of the server; asking again does not move it
     * @param requestsLeft how often the button may be pressed again before that
     * @param nextInSeconds when it may be pressed again
     */
    record Received(int secondsLeft, int requestsLeft, int nextInSeconds) implements PaymentCodeOutcome {}

    /** Too soon, or too often; nothing was sent and nothing moved. */
    record Wait(Duration time) implements PaymentCodeOutcome {}
}
