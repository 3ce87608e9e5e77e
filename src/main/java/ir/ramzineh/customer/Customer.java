package ir.ramzineh.customer;

import ir.ramzineh.corebank.LocalizedName;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.NationalId;
import java.time.Instant;
import java.util.Locale;

/**
 * Somebody who signed up for the portal.
 *
 * @param mobile the number registered at the bank when the customer signed up; codes go only here (D3)
 * @param locale the language of pages and text messages
 * @param secondFactorAlways {@code true}: every sign-in asks for an SMS code; {@code false}: only one on a new device
 */
public record Customer(
        CustomerId id,
        NationalId nationalId,
        MobileNumber mobile,
        LocalizedName name,
        Locale locale,
        boolean secondFactorAlways,
        Instant registeredAt) {}
