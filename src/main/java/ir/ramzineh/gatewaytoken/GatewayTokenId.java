package ir.ramzineh.gatewaytoken;

/** Names an account/gateway token; not a secret, worth nothing to anybody but its customer and staff of the branch. */
public record GatewayTokenId(long value) {}
