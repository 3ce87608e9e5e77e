package ir.ramzineh.token;

import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.otp.TotpSpec;

/**
 * What a phone needs beside the key to show codes.
 *
 * @param issuer key of the issuer's profile
 * @param cardLastFour last four digits of the card
 */
public record PhoneToken(PasswordKind kind, TotpSpec spec, String issuer, String cardLastFour) {}
