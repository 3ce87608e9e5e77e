package ir.ramzineh.branchconsole;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code ramzineh.branchconsole.*}.
 *
 * @param directoryClaim which claim of the bank's identity system is compared with the name stored with a member, such as
 *     {@code email} or {@code sub}
 */
@ConfigurationProperties("ramzineh.branchconsole")
record BranchSettings(@DefaultValue("email") String directoryClaim) {}
