package ir.ramzineh.registration;

import ir.ramzineh.kernel.NationalId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts the cards a person tries in a day, over all sign-ups. Only somebody who has proven the person's phone and birth
 * date comes this far, so strangers cannot use the tries up.
 */
@Component
class CardTries {
    private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");

    private final JdbcClient jdbc;
    private final Person person;
    private final Clock clock;
    private final RegistrationSettings settings;

    CardTries(JdbcClient jdbc, Person person, Clock clock, RegistrationSettings settings) {
        this.jdbc = jdbc;
        this.person = person;
        this.clock = clock;
        this.settings = settings;
    }

    /** Counts one try before it is looked at; {@code false} when today's are used up. */
    boolean reserve(NationalId nationalId) {
        byte[] key = person.hash(nationalId);
        return count(key) || (insert(key) && count(key));
    }

    int left(NationalId nationalId) {
        return settings.cardTriesPerDay() - used(person.hash(nationalId)).orElse(0);
    }

    private boolean count(byte[] key) {
        return jdbc.sql("""
                                update registration_card_tries set tries = tries + 1
                                where person = :person and day = :day and tries < :max
                                """)
                        .param("person", key)
                        .param("day", today())
                        .param("max", settings.cardTriesPerDay())
                        .update()
                == 1;
    }

    private boolean insert(byte[] key) {
        if (used(key).isPresent()) {
            return false;
        }
        try {
            jdbc.sql("insert into registration_card_tries (person, day, tries) values (:person, :day, 0)")
                    .param("person", key)
                    .param("day", today())
                    .update();
        } catch (DuplicateKeyException e) {
            // Another tab made today's row; it serves as well.
            return true;
        }
        return true;
    }

    private Optional<Integer> used(byte[] key) {
        return jdbc.sql("select tries from registration_card_tries where person = :person and day = :day")
                .param("person", key)
                .param("day", today())
                .query(Integer.class)
                .optional();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), TEHRAN);
    }
}
