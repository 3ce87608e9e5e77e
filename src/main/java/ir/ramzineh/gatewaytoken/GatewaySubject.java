package ir.ramzineh.gatewaytoken;

import ir.ramzineh.corebank.AccountNumber;
import ir.ramzineh.kernel.NationalId;

/** Whose password a channel asks about: told by one of these. Whether anybody is known by it, no answer says. */
public sealed interface GatewaySubject {
    /**
     * By an account.
     *
     * @param bank key of the issuer profile of the bank that keeps it
     */
    record OfAccount(String bank, AccountNumber number) implements GatewaySubject {
        /** Checks the shape of the key. */
        public OfAccount {
            if (!bank.matches("[a-z0-9-]{1,30}")) {
                throw new ir.ramzineh.kernel.InvalidValueException("error.issuer");
            }
        }
    }

    /**
     * By the user name of the portal, as typed.
     *
     * @param typed of any length and signs
     */
    record OfUser(String typed) implements GatewaySubject {
        @Override
        public String toString() {
            return "OfUser[]";
        }
    }

    /** By the national ID of somebody who signed up. */
    record OfPerson(NationalId nationalId) implements GatewaySubject {}
}
