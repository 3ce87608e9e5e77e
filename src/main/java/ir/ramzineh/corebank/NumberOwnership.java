package ir.ramzineh.corebank;

import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.NationalId;

/**
 * Whose number it is, by the register of the country (Shahkar). Asked before a branch writes a number down for somebody;
 * an answer may take seconds, so no caller holds a transaction.
 */
public interface NumberOwnership {
    /** What the register says. */
    Answer ask(NationalId person, MobileNumber number);

    /** What the register may say. */
    enum Answer {
        /** The number is registered to this person. */
        OWNER,
        /** It is registered to somebody else, or to nobody. */
        NOT_OWNER,
        /** There is no usable answer: nothing is known. */
        NO_ANSWER
    }
}
