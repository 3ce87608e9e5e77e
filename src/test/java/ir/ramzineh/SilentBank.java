package ir.ramzineh;

import ir.ramzineh.corebank.CoreBank;
import ir.ramzineh.corebank.CoreBankUnavailableException;
import ir.ramzineh.kernel.NationalId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The bank's system of the tests, which can be told to keep silent about one person; for everybody else it answers. */
public final class SilentBank implements BeanPostProcessor {
    public static final String CHANGE = "changeNumber";
    public static final String CUSTOMER = "customer";

    private final Map<NationalId, Set<String>> deaf = new ConcurrentHashMap<>();
    private final Map<NationalId, Set<String>> mute = new ConcurrentHashMap<>();

    /** Questions with these names about this person are neither dealt with nor answered. */
    public void deaf(NationalId person, String... questions) {
        deaf.put(person, Set.of(questions));
    }

    /** Questions with these names about this person are dealt with, but the answer is lost. */
    public void mute(NationalId person, String... questions) {
        mute.put(person, Set.of(questions));
    }

    public void answers(NationalId person) {
        deaf.remove(person);
        mute.remove(person);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof CoreBank bank
                ? Proxy.newProxyInstance(
                        CoreBank.class.getClassLoader(),
                        new Class<?>[] {CoreBank.class},
                        (proxy, method, arguments) -> {
                            Object about = arguments == null ? null : arguments[0];
                            if (about instanceof NationalId person) {
                                hush(deaf, person, method.getName());
                            }
                            Object answer;
                            try {
                                answer = method.invoke(bank, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                            if (about instanceof NationalId person) {
                                hush(mute, person, method.getName());
                            }
                            return answer;
                        })
                : bean;
    }

    private static void hush(Map<NationalId, Set<String>> silent, NationalId person, String question) {
        if (silent.getOrDefault(person, Set.of()).contains(question)) {
            throw new CoreBankUnavailableException("played: no answer to " + question);
        }
    }

    @TestConfiguration
    public static class Configuration {
        @Bean
        static SilentBank silentBank() {
            return new SilentBank();
        }
    }
}
