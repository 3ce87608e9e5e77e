package ir.ramzineh;

import ir.ramzineh.kernel.IdSource;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.OptionalInt;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** The one place where time and chance enter the system; everybody else asks for these beans. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Application {
    public static void main(String[] args) {
        OptionalInt keysMade = NewKeyFile.run(args, new SecureRandom(), Clock.systemUTC(), System.out);
        if (keysMade.isPresent()) {
            System.exit(keysMade.getAsInt());
        }
        SpringApplication.run(Application.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }

    @Bean
    IdSource idSource(Clock clock, SecureRandom random) {
        return new IdSource(clock, random);
    }
}
