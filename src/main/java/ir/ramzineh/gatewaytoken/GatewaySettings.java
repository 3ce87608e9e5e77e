package ir.ramzineh.gatewaytoken;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code ramzineh.gateway-token}.
 *
 * @param issuer key of the profile of the bank whose branches issue tokens; shape and life of codes are those of its second password
 * @param codeLife how long an activation code counts
 * @param codeTriesMax activation codes that are looked at for one token; one more ends it
 * @param proofTriesMax first codes that are looked at for one token; one more ends it
 * @param tokensMax living tokens of one customer
 * @param wrongCodesMax wrong codes of channels that lock what a token is linked to
 * @param answerTime how long an answer to a phone takes at least; it is a multiple of this
 * @param keepFor how long dead tokens stay, without keys
 * @param retention how long a question of a channel and its answer are kept
 */
@ConfigurationProperties("ramzineh.gateway-token")
record GatewaySettings(
        @DefaultValue("maskan") String issuer,
        @DefaultValue("24h") Duration codeLife,
        @DefaultValue("5") int codeTriesMax,
        @DefaultValue("5") int proofTriesMax,
        @DefaultValue("5") int tokensMax,
        @DefaultValue("5") int wrongCodesMax,
        @DefaultValue("200ms") Duration answerTime,
        @DefaultValue("400d") Duration keepFor,
        @DefaultValue("400d") Duration retention) {}
