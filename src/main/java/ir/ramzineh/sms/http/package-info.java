/** Providers that speak JSON over HTTP: templated submissions, signed callbacks. */
@NullMarked
package ir.ramzineh.sms.http;

import org.jspecify.annotations.NullMarked;
