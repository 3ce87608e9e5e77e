package ir.ramzineh.customer;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.corebank.BankCustomer;
import ir.ramzineh.corebank.CoreBank;
import ir.ramzineh.corebank.CsvImport;
import ir.ramzineh.corebank.ImportProgress;
import ir.ramzineh.corebank.ImportReport.Outcome;
import ir.ramzineh.corebank.LocalizedName;
import ir.ramzineh.kernel.MobileNumber;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** The bank says since when it has a number: the time without codes is counted from there, never longer (decision 014). */
@PortalIT
class NumberSinceIT {
    private static final Duration DAY = Duration.ofHours(24);

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private Customers customers;

    @Autowired
    private CsvImport csvImport;

    @Autowired
    private CoreBank bank;

    @Autowired
    private TestClock clock;

    private Customer customer;

    @BeforeEach
    void somebodyWhomThePortalMetThreeDaysAgo() {
        customer = PeopleFixtures.of(beans).customer(PeopleFixtures.randomUserName());
        clock.advance(Duration.ofDays(3));
    }

    @AfterEach
    void time() {
        clock.reset();
    }

    @Test
    void aNumberThatTheBankRegisteredTwoDaysAgoGetsItsCodesAtTheFirstContact() {
        MobileNumber after = PeopleFixtures.randomMobile();
        customers.known(atTheBank(after, clock.instant().minus(DAY.multipliedBy(2))));

        assertThat(now().mobile()).isEqualTo(after);
        assertThat(codesWait()).isEmpty();
    }

    @Test
    void aNumberOfThisMorningWaitsForTheRestOfItsDay() {
        customers.known(atTheBank(PeopleFixtures.randomMobile(), clock.instant().minus(Duration.ofHours(10))));

        assertThat(codesWait().orElseThrow()).isBetween(Duration.ofMinutes(13 * 60 + 59), Duration.ofHours(14));
    }

    /** A wrong moment is worth nothing: neither less than the whole day nor more. */
    @Test
    void aMomentInTheFutureOrFromBeforeTheOtherNumberWasHeardOfIsNone() {
        List<Function<Customer, Instant>> wrong = List.of(
                other -> clock.instant().plus(Duration.ofDays(20)),
                other -> clock.instant().plus(Duration.ofMinutes(5)),
                other -> other.registeredAt().minusSeconds(1),
                other -> clock.instant().minus(Duration.ofDays(300)),
                other -> Instant.EPOCH,
                other -> Instant.MIN,
                other -> null);
        for (int i = 0; i < wrong.size(); i++) {
            Customer other = customer = PeopleFixtures.of(beans).customer(PeopleFixtures.randomUserName());
            clock.advance(Duration.ofMinutes(1));
            customers.known(
                    atTheBank(PeopleFixtures.randomMobile(), wrong.get(i).apply(other)));

            assertThat(codesWait().orElseThrow())
                    .as("moment %s of %s", i, other.id())
                    .isBetween(DAY.minusMinutes(1), DAY);
        }
    }

    /** To and fro: the second number is from after the first was taken over, or it is not believed. */
    @Test
    void aMomentFromBeforeTheNumberBeforeWasTakenOverIsNone() {
        Instant early = clock.instant().minus(DAY.multipliedBy(2));
        customers.known(atTheBank(PeopleFixtures.randomMobile(), early));
        assertThat(codesWait()).isEmpty();

        customers.known(atTheBank(PeopleFixtures.randomMobile(), early.plusSeconds(1)));

        assertThat(codesWait().orElseThrow()).isBetween(DAY.minusMinutes(1), DAY);
    }

    @Test
    void aFileThatNamesTheMomentIsBelievedAndOneWithoutItIsNot() {
        MobileNumber first = PeopleFixtures.randomMobile();
        imported(
                first,
                clock.instant()
                        .minus(DAY.multipliedBy(2))
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString());
        customers.known(bank.customer(customer.nationalId()).orElseThrow());
        assertThat(now().mobile()).isEqualTo(first);
        assertThat(codesWait()).isEmpty();

        // The column is for the number of its row alone.
        MobileNumber second = PeopleFixtures.randomMobile();
        imported(second, "");
        assertThat(bank.customer(customer.nationalId()).orElseThrow().mobileSince())
                .isNull();
        customers.known(bank.customer(customer.nationalId()).orElseThrow());
        assertThat(now().mobile()).isEqualTo(second);
        assertThat(codesWait()).isPresent();

        // A file that says nothing more about the same number takes no moment away.
        Instant since = clock.instant().minus(DAY).truncatedTo(ChronoUnit.SECONDS);
        imported(second, since.toString());
        imported(second, "");
        assertThat(bank.customer(customer.nationalId()).orElseThrow().mobileSince())
                .isEqualTo(since);
    }

    @Test
    void aFileWithAMomentThatIsNoneIsRefused() {
        for (String wrong : new String[] {"yesterday", "0001-01-01T00:00:00Z", "+99999-01-01T00:00:00Z"}) {
            assertThat(run(PeopleFixtures.randomMobile(), wrong)).as(wrong).isEqualTo(Outcome.REFUSED);
        }
    }

    private void imported(MobileNumber mobile, String since) {
        assertThat(run(mobile, since)).isEqualTo(Outcome.IMPORTED);
    }

    private Outcome run(MobileNumber mobile, String since) {
        String file = "national_id,name_fa,name_en,birth_date,mobile,mobile_since\n%s,آزمون,Test,1372/11/03,%s,%s\n"
                .formatted(customer.nationalId().digits(), mobile.national(), since);
        return csvImport
                .run(
                        name -> {
                            if (!name.equals("customers.csv")) {
                                throw new NoSuchFileException(name);
                            }
                            return new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
                        },
                        false,
                        ImportProgress.none())
                .outcome();
    }

    private BankCustomer atTheBank(MobileNumber number, @Nullable Instant since) {
        return new BankCustomer(
                customer.nationalId(),
                new LocalizedName("آزمون", "Test"),
                LocalDate.of(1991, 3, 21),
                number,
                null,
                since);
    }

    private Customer now() {
        return customers.byId(customer.id()).orElseThrow();
    }

    private Optional<Duration> codesWait() {
        return now().codesWait(clock.instant());
    }
}
