package ir.ramzineh.approval;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code ramzineh.approval.*}.
 *
 * @param life how long a proposal waits for a decision
 */
@ConfigurationProperties("ramzineh.approval")
record ApprovalSettings(@DefaultValue("24h") Duration life) {}
