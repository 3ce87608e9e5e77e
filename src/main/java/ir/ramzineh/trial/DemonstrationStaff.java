package ir.ramzineh.trial;

import ir.ramzineh.corebank.LocalizedName;
import ir.ramzineh.credential.Password;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.NationalId;
import ir.ramzineh.otp.HashAlgorithm;
import ir.ramzineh.otp.OtpKey;
import ir.ramzineh.otp.TotpSpec;
import ir.ramzineh.staff.Branch;
import ir.ramzineh.staff.NewStaffMember;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffSetup;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * One invented colleague for each role, a second administrator, for it takes two, and a teller of another branch. Their password and their authenticators are no secret:
 * the simulated authenticator shows the codes.
 */
@Component
@ConditionalOnProperty(TrialEnvironment.DEMONSTRATION)
public class DemonstrationStaff implements SmartInitializingSingleton {
    /** Where most of the demonstration people are at home. */
    public static final BranchCode BRANCH = new BranchCode("1203");

    /** Where two of them are. */
    public static final BranchCode OTHER_BRANCH = new BranchCode("1405");

    /** No secret: it opens nothing but invented accounts on the visitor's own machine. */
    public static final String PASSWORD = "Kouh-Baran-64";

    private static final TotpSpec SPEC = new TotpSpec(HashAlgorithm.SHA1, 6, 30);

    private static final List<Colleague> ALL = List.of(
            colleague("demo.teller", "سارا باجه‌ای", "Sara Bajei", "9990020078", Role.TELLER),
            colleague("demo.manager", "مهران رئیسی‌نما", "Mehran Raeisinama", "9990020140", Role.BRANCH_MANAGER),
            colleague("demo.support", "پویا پاسخگو", "Pouya Pasokhgou", "9990020213", Role.SUPPORT),
            colleague("demo.auditor", "نسرین بازبین", "Nasrin Bazbin", "9990020280", Role.AUDITOR),
            colleague("demo.administrator", "کاوه سامانه", "Kaveh Samaneh", "9990020353", Role.ADMINISTRATOR),
            colleague("demo.administrator2", "لیلا دومین", "Leila Dovomin", "9990020493", Role.ADMINISTRATOR),
            new Colleague(new NewStaffMember(
                    "demo.teller2",
                    new LocalizedName("بهار شعبه‌ای", "Bahar Shobei"),
                    NationalId.of("9990020426"),
                    Role.TELLER,
                    OTHER_BRANCH)));

    private final StaffSetup setup;

    DemonstrationStaff(StaffSetup setup) {
        this.setup = setup;
    }

    /** Somebody to sign in as. */
    public record Colleague(NewStaffMember member) {
        /** What this colleague's authenticator shows at a moment. */
        public String code(Instant at) {
            return SPEC.code(key(), SPEC.step(at));
        }

        /** When that code makes room for the next one. */
        public Instant codeEnds(Instant at) {
            return SPEC.endOf(SPEC.step(at));
        }

        /** The same on every machine: whoever has the program can know it. */
        private OtpKey key() {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256")
                        .digest(("Ramzineh demonstration " + member.userName()).getBytes(StandardCharsets.UTF_8));
                return new OtpKey(Arrays.copyOf(hash, SPEC.algorithm().keyBytes()));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("SHA-256 is part of every JDK", e);
            }
        }
    }

    /** Everybody, the teller first. */
    public static List<Colleague> all() {
        return ALL;
    }

    @Override
    public void afterSingletonsInstantiated() {
        setup.demonstrate(new Branch(BRANCH, new LocalizedName("میدان نمونه", "Nemouneh Square")));
        setup.demonstrate(new Branch(OTHER_BRANCH, new LocalizedName("بلوار آزمایش", "Azmayesh Boulevard")));
        ALL.forEach(colleague -> setup.demonstrate(colleague.member(), new Password(PASSWORD), colleague.key()));
    }

    private static Colleague colleague(String userName, String nameFa, String nameEn, String nationalId, Role role) {
        return new Colleague(new NewStaffMember(
                userName, new LocalizedName(nameFa, nameEn), NationalId.of(nationalId), role, BRANCH));
    }
}
