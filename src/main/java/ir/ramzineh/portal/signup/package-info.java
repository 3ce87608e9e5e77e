/** The pages of sign-up in four steps, and the ways back after a lost user name or password. */
@NullMarked
package ir.ramzineh.portal.signup;

import org.jspecify.annotations.NullMarked;
