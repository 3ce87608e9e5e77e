package ir.ramzineh.webhook;

/** A receiver. */
public record WebhookId(long value) {}
