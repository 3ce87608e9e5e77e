package ir.ramzineh.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.corebank.BankCustomer;
import ir.ramzineh.corebank.CoreBank;
import ir.ramzineh.corebank.LocalizedName;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.customer.CustomerExistsException;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.customer.NewCustomer;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.NationalId;
import ir.ramzineh.trial.DemonstrationPeople;
import ir.ramzineh.trial.DemonstrationPerson;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** People whom the bank knows and the portal does not (S3, S4, S6, S7, S9, S11.7, S13, S14). */
@PortalIT
class CardDirectoryIT {
    @Autowired
    private CardDirectory directory;

    @Autowired
    private Customers customers;

    @Autowired
    private CoreBank bank;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void theCardOfSomebodyWhoNeverSignedUpIsFoundWithTheRegisteredNumber() {
        DemonstrationPerson person = DemonstrationPeople.TARANEH;

        FoundCard found = directory.find(person.card()).orElseThrow();

        assertThat(found.mobile()).isEqualTo(person.mobile());
        assertThat(found.usable()).isTrue();
        assertThat(found.number()).isEqualTo(person.card());
        assertThat(directory.find(person.card())).contains(found);
        assertThat(customers.byId(found.customer()).orElseThrow().signedUp()).isFalse();
        assertThat(customers.byNationalId(person.nationalId())).isEmpty();
    }

    @Test
    void allCardsOfARegisteredNumberAreFoundAndNoneOfAnother() {
        DemonstrationPerson person = DemonstrationPeople.SHIRIN;

        assertThat(directory.ofMobile(person.mobile()))
                .extracting(FoundCard::number)
                .containsExactlyInAnyOrderElementsOf(person.cards());
        assertThat(directory.ofMobile(DemonstrationPeople.BEHROUZ_NUMBER_IN_USE))
                .isEmpty();
    }

    @Test
    void cardsThatNoBankHasAreNotFound() {
        assertThat(directory.find(CardNumber.of("6104330000009004"))).isEmpty();
        assertThat(directory.find(CardNumber.of("4111111111111111"))).isEmpty();
    }

    @Test
    void anEndedAndABlockedCardAreFoundAsNotUsable() {
        assertThat(directory
                        .find(DemonstrationPeople.MAHIN.card())
                        .orElseThrow()
                        .usable())
                .isFalse();
        assertThat(directory
                        .find(DemonstrationPeople.LALEH.cards().getLast())
                        .orElseThrow()
                        .usable())
                .isFalse();
    }

    @Test
    void whoIsKnownThroughTheBankSignsUpUnderTheSameId() {
        BankCustomer person = somebody();
        CustomerId known = customers.known(person);

        CustomerId signedUp = transaction.execute(status -> customers.register(signUp(person)));

        assertThat(signedUp).isEqualTo(known);
        assertThat(customers.byNationalId(person.nationalId()))
                .map(Customer::id)
                .contains(known);
        assertThat(customers.known(person)).isEqualTo(known);
    }

    @Test
    void ofManySignUpsOfAKnownPersonAtOnceOneWins() throws Exception {
        BankCustomer person = somebody();
        customers.known(person);
        Callable<Boolean> attempt = () -> {
            try {
                transaction.executeWithoutResult(status -> customers.register(signUp(person)));
                return true;
            } catch (CustomerExistsException late) {
                return false;
            }
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            int winners = 0;
            for (Future<Boolean> one :
                    threads.invokeAll(List.of(attempt, attempt, attempt, attempt, attempt, attempt))) {
                winners += one.get() ? 1 : 0;
            }
            assertThat(winners).isOne();
        }
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> customers.register(signUp(person))))
                .isInstanceOf(CustomerExistsException.class);
    }

    @Test
    void aNumberThatChangedAtTheBankIsTheOnlyOneFromThenOn() {
        BankCustomer before = somebody();
        CustomerId id = customers.known(before);
        BankCustomer after =
                new BankCustomer(before.nationalId(), before.name(), before.birthDate(), PeopleFixtures.randomMobile());

        assertThat(customers.known(after)).isEqualTo(id);

        assertThat(customers.byId(id).orElseThrow().mobile()).isEqualTo(after.mobile());
        assertThat(customers.byMobile(before.mobile())).isEmpty();
        assertThat(customers.byMobile(after.mobile())).extracting(Customer::id).containsExactly(id);
    }

    @Test
    void theBankFindsPeopleByTheirRegisteredNumber() {
        assertThat(bank.customersByMobile(DemonstrationPeople.ARASH.mobile()))
                .extracting(BankCustomer::nationalId)
                .containsExactly(DemonstrationPeople.ARASH.nationalId());
    }

    private static BankCustomer somebody() {
        NationalId nationalId = PeopleFixtures.randomNationalId();
        MobileNumber mobile = PeopleFixtures.randomMobile();
        return new BankCustomer(nationalId, new LocalizedName("ناشناس", "Stranger"), LocalDate.of(1990, 1, 1), mobile);
    }

    private static NewCustomer signUp(BankCustomer person) {
        return new NewCustomer(person.nationalId(), person.mobile(), person.name(), Locale.of("fa"));
    }
}
