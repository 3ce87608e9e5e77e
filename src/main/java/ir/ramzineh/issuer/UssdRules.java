package ir.ramzineh.issuer;

/**
 * Codes read on the screen of any telephone (S0.7, I16).
 *
 * @param serviceCode what is dialled: {@code *737*60#}
 */
public record UssdRules(String serviceCode) {}
