package ir.ramzineh.credential;

import ir.ramzineh.kernel.ClientAddress;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.MobileNumber;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A wish for a texted code.
 *
 * @param person what the visible waits are counted on besides number and address, such as a national ID; with it a
 *     stranger who types somebody's number beside other data uses up nothing of that somebody
 * @param genuine whether the data belong together. If not, everything happens as usual except that no message goes out
 *     and no code is right.
 */
public record CodeRequest(
        CodePurpose purpose,
        MobileNumber to,
        String person,
        ClientAddress address,
        Locale locale,
        @Nullable CustomerId customer,
        boolean genuine) {
    @Override
    public String toString() {
        return "CodeRequest[" + purpose + ", " + to + "]";
    }
}
