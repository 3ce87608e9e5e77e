package ir.ramzineh.sms;

/** One message. The same id goes to the provider with every retry, so that a repeat can be recognised. */
public record SmsId(long value) {}
