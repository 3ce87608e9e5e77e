package ir.ramzineh.sms;

import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.NationalId;

/**
 * What sending is counted by. Stored only as a keyed hash.
 *
 * @param kind which rules of the policy apply
 * @param value the canonical value
 */
public record LimitSubject(Kind kind, String value) {
    /** What a subject is. */
    public enum Kind {
        NUMBER,
        /** A phone whose owner's password was given; strangers' wishes for messages to it are counted elsewhere. */
        NUMBER_AFTER_PASSWORD,
        /** A phone whose owner is told what happened; no code has to wait for that, nor the other way round. */
        NUMBER_FOR_NEWS,
        NATIONAL_ID,
        ADDRESS,
        /** One payment with one card: the button of a payment page (S11.2). */
        PAYMENT,
        /** Payments with one card at one terminal: a flood from one shop holds up that shop and nobody else. */
        CARD_AT_TERMINAL,
        /** The phone that gets the codes of payments. */
        NUMBER_FOR_PAYMENTS,
        /** The same, as one payment company asks for them: it uses its own share up and not that of the others. */
        NUMBER_AT_GATEWAY,
        /** A phone that wrote to us and gets an answer (S6.3). */
        NUMBER_FOR_ANSWERS,
        /** A phone that writes to us; over its limit it is not heard. */
        SENDER
    }

    /** The phone that would receive the message. */
    public static LimitSubject of(MobileNumber number) {
        return new LimitSubject(Kind.NUMBER, number.e164());
    }

    /** The phone of somebody who has given the right password. */
    public static LimitSubject afterPassword(MobileNumber number) {
        return new LimitSubject(Kind.NUMBER_AFTER_PASSWORD, number.e164());
    }

    /** The phone of a customer who is told what happened to the account. */
    static LimitSubject news(MobileNumber number) {
        return new LimitSubject(Kind.NUMBER_FOR_NEWS, number.e164());
    }

    /** The phone that gets codes for payments. */
    public static LimitSubject payments(MobileNumber number) {
        return new LimitSubject(Kind.NUMBER_FOR_PAYMENTS, number.e164());
    }

    /**
     * The phone that gets codes for payments which one payment company asks for.
     *
     * @param gateway id of its channel client
     */
    public static LimitSubject paymentsAt(MobileNumber number, String gateway) {
        return new LimitSubject(Kind.NUMBER_AT_GATEWAY, number.e164() + "|" + gateway);
    }

    /** One payment; the value names card and payment and is stored as a keyed hash only. */
    public static LimitSubject payment(String value) {
        return new LimitSubject(Kind.PAYMENT, value);
    }

    /** A card at a terminal; as above. */
    public static LimitSubject cardAtTerminal(String value) {
        return new LimitSubject(Kind.CARD_AT_TERMINAL, value);
    }

    /** The person it is about. */
    public static LimitSubject of(NationalId nationalId) {
        return new LimitSubject(Kind.NATIONAL_ID, nationalId.digits());
    }

    /** The network address of the browser that asks, as the portal sees it. */
    public static LimitSubject address(String clientAddress) {
        return new LimitSubject(Kind.ADDRESS, clientAddress);
    }

    /** The phone that gets an answer to what it wrote. */
    public static LimitSubject answers(MobileNumber number) {
        return new LimitSubject(Kind.NUMBER_FOR_ANSWERS, number.e164());
    }

    /** The phone a message came from. */
    static LimitSubject sender(MobileNumber number) {
        return new LimitSubject(Kind.SENDER, number.e164());
    }

    @Override
    public String toString() {
        return kind.toString();
    }
}
