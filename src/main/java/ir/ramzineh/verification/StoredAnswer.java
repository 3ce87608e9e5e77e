package ir.ramzineh.verification;

/**
 * The answer to a question that was asked before.
 *
 * @param digest keyed hash of that question, in hexadecimal
 */
record StoredAnswer(String digest, Verdict verdict) {}
