package ir.ramzineh.trial;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import ir.ramzineh.corebank.Account;
import ir.ramzineh.corebank.BankCard;
import ir.ramzineh.corebank.BankCustomer;
import ir.ramzineh.corebank.CardProduct;
import ir.ramzineh.corebank.CoreBank;
import ir.ramzineh.issuer.IssuerProfile;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.JalaliDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalIT
class DemonstrationBankIT {
    private static final JalaliDate TODAY = new JalaliDate(1405, 9, 1);

    @Autowired
    CoreBank bank;

    @Autowired
    Issuers issuers;

    @Test
    void thePeopleOfTheListAreTheCustomersOfTheBank() {
        for (DemonstrationPerson person : DemonstrationPeople.all()) {
            BankCustomer customer = bank.customer(person.nationalId()).orElseThrow();
            assertThat(customer.name().fa()).isEqualTo(person.nameFa());
            assertThat(customer.name().en()).isEqualTo(person.nameEn());
            assertThat(customer.mobile()).isEqualTo(person.mobile());
            assertThat(customer.birthDate()).isEqualTo(person.birthDate().toLocalDate());
            assertThat(bank.cards(person.nationalId()))
                    .extracting(BankCard::number)
                    .containsExactlyElementsOf(person.cards());
            for (CardNumber card : person.cards()) {
                assertThat(issuers.of(card)).isPresent();
            }
        }
    }

    @Test
    void onePersonCanTryEveryBank() {
        Set<String> banks = bank.cards(DemonstrationPeople.PARSA.nationalId()).stream()
                .filter(card ->
                        card.product() == CardProduct.NORMAL && !card.expiry().isPast(TODAY))
                .map(card -> issuers.of(card.number()).map(IssuerProfile::key).orElseThrow())
                .collect(Collectors.toSet());

        assertThat(banks).hasSize(7);
    }

    @Test
    void theSpecialCasesAreThere() {
        List<CardNumber> twins = DemonstrationPeople.SHIRIN.cards();
        assertThat(twins.get(0).lastFour()).isEqualTo(twins.get(1).lastFour());
        assertThat(issuers.of(twins.get(0))).isEqualTo(issuers.of(twins.get(1)));
        assertThat(bank.cards(DemonstrationPeople.MAHIN.nationalId()))
                .allMatch(card -> card.expiry().isPast(TODAY));
        assertThat(bank.cards(DemonstrationPeople.KIAN.nationalId()))
                .filteredOn(card -> card.product() == CardProduct.GIFT)
                .hasSize(2);
        assertThat(bank.cards(DemonstrationPeople.LALEH.nationalId())).anyMatch(card -> !card.active());
        assertThat(DemonstrationPeople.BEHROUZ.mobile()).isNotEqualTo(DemonstrationPeople.BEHROUZ_NUMBER_IN_USE);
    }

    @Test
    void S1_11_accountsShowTenToTwentyMovementsThatAddUp() {
        for (DemonstrationPerson person : DemonstrationPeople.all()) {
            for (Account account : bank.accounts(person.nationalId())) {
                var movements = bank.movements(account, CoreBank.MOVEMENTS_MAX);
                assertThat(movements).hasSizeBetween(10, 20);
                assertThat(movements.getFirst().balanceAfter()).isEqualTo(account.balance());
                assertThat(issuers.byKey(account.bank())).isPresent();
            }
        }
    }
}
