package ir.ramzineh;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many connections a node holds at most, besides the portal's {@code spring.datasource.hikari.maximum-pool-size}.
 *
 * @param channelConnections for requests below {@code /api}
 * @param verificationConnections for the answers to the card switch
 */
@ConfigurationProperties("ramzineh.database")
record DatabaseSettings(
        @DefaultValue("12") int channelConnections,
        @DefaultValue("12") int verificationConnections) {}
