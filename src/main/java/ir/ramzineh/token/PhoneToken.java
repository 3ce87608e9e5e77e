package ir.ramzineh.token;

import ir.ramzineh.kernel.PasswordKind;

/**
 * What a phone needs beside the key to show codes.
 *
 * @param algorithm hash under the codes: SHA1, SHA256 or SHA512
 * @param periodSeconds life of a code in seconds
 * @param issuer key of the issuer's profile
 * @param cardLastFour last four digits of the card
 * @param pinDigits digits of the personal PIN that opens the key for each code (S7.11); 0 where there is none
 */
public record PhoneToken(
        PasswordKind kind,
        String algorithm,
        int digits,
        int periodSeconds,
        String issuer,
        String cardLastFour,
        int pinDigits) {}
