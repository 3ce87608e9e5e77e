package ir.ramzineh;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many connections a node holds at most, besides the portal's {@code spring.datasource.hikari.maximum-pool-size}.
 *
 * @param channelConnections for requests below {@code /api}
 * @param verificationConnections for the answers to the card switch
 * @param asideConnections for rows about refusals, which are committed by themselves
 */
@ConfigurationProperties("ramzineh.database")
record DatabaseSettings(
        @DefaultValue("12") int channelConnections,
        @DefaultValue("12") int verificationConnections,
        @DefaultValue("4") int asideConnections) {}
