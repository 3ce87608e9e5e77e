package ir.ramzineh.credential;

import org.jspecify.annotations.Nullable;

/**
 * What a sign-in rests on.
 *
 * @param passwordVersion which of the customer's passwords was given, counted from 1
 * @param knownDevice the known browser it came from or made known, if any
 */
public record SignInMark(int passwordVersion, @Nullable Long knownDevice) {}
