/** Providers that speak SMPP 3.4: submission, delivery receipts and messages from phones over one kept connection. */
@NullMarked
package ir.ramzineh.sms.smpp;

import org.jspecify.annotations.NullMarked;
