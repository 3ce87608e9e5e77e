package ir.ramzineh.sms;

/** How providers of one kind are made from their settings; each kind is a bean in a sub-package of its own. */
public interface SmsProviderKind {
    /** The word in {@code ramzineh.sms.providers[n].kind}. */
    String word();

    /**
     * Makes a provider. It connects to nobody before {@link SmsProvider#start}.
     *
     * @param name its name among the providers
     * @param settings where its settings stand: {@code ramzineh.sms.providers[0]}
     * @throws ir.ramzineh.kernel.StartupProblem naming the setting that is missing or wrong
     */
    SmsProvider provider(String name, String settings);
}
