package ir.ramzineh.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.TestPhone;
import ir.ramzineh.corebank.Account;
import ir.ramzineh.corebank.BankCard;
import ir.ramzineh.corebank.BankCustomer;
import ir.ramzineh.corebank.CardExpiry;
import ir.ramzineh.corebank.CardProduct;
import ir.ramzineh.corebank.CoreBank;
import ir.ramzineh.corebank.LocalizedName;
import ir.ramzineh.corebank.Movement;
import ir.ramzineh.corebank.NumberWriting;
import ir.ramzineh.corebank.NumberWritten;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.NationalId;
import ir.ramzineh.simulator.SimulatorInbox;
import ir.ramzineh.terminal.TerminalAnswer;
import ir.ramzineh.terminal.TerminalAnswer.Result;
import ir.ramzineh.terminal.TerminalRequest;
import ir.ramzineh.terminal.Terminals;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** A bank that nobody programmed: its file alone brings its ATM, its split of the key and its words. */
@PortalIT
class EighthBankIT {
    private static final Locale PERSIAN = Locale.of("fa");
    private static final CardNumber CARD = CardNumber.of("5892101000000006");
    private static final Bank BANK = new Bank(new BankCustomer(
            PeopleFixtures.randomNationalId(),
            new LocalizedName("مشتری هشتم", "Eighth Customer"),
            LocalDate.of(1990, 1, 1),
            PeopleFixtures.randomMobile()));

    @TempDir
    Path folder;

    @Autowired
    private ApplicationContext portal;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private SimulatorInbox inbox;

    @Autowired
    private TestClock clock;

    @Test
    void anEighthBankIsAFileAndItsAtmActivates() throws Exception {
        Files.writeString(folder.resolve("hashtom.yaml"), eighth());
        try (AnnotationConfigApplicationContext node = nodeWith(new Issuers(new IssuerProperties(folder)))) {
            Terminals terminals = node.getBean(Terminals.class);
            assertThat(terminals.offer(CARD, PERSIAN).menu().getFirst().label()).isEqualTo("خدمات رمز بانک هشتم");

            TerminalAnswer begun = act(terminals, "1-2", null);
            assertThat(begun.result()).isEqualTo(Result.DONE);
            String receipt = begun.receipt().stream()
                    .filter(line -> line.matches("[0-9 ]{12}"))
                    .findFirst()
                    .orElseThrow();
            PeopleFixtures.of(beans).text(BANK.customer().mobile(), 0);
            String sms = inbox.of(BANK.customer().mobile(), 1)
                    .getFirst()
                    .text()
                    .lines()
                    .toList()
                    .getLast();
            assertThat(sms).hasSize(60);

            TestPhone phone = new TestPhone(URI.create("http://localhost"));
            phone.typeBothParts(receipt, sms, true, 8, 60);
            assertThat(act(terminals, "1-5", phone.code(clock.instant())).result())
                    .isEqualTo(Result.DONE);
        }
    }

    private static TerminalAnswer act(Terminals terminals, String entry, String code) {
        return terminals.act(new TerminalRequest(
                "atm-of-the-eighth",
                UUID.randomUUID().toString(),
                "ATM-8",
                CARD,
                entry,
                PERSIAN,
                BANK.customer().mobile().national(),
                false,
                null,
                code));
    }

    /** The portal of the test with other profiles and a bank of one card. */
    private AnnotationConfigApplicationContext nodeWith(Issuers issuers) {
        var node = new AnnotationConfigApplicationContext();
        node.setParent(portal);
        node.registerBean("issuers", Issuers.class, () -> issuers);
        node.registerBean("tablesCoreBank", CoreBank.class, () -> BANK);
        node.register(Transactions.class);
        node.scan("ir.ramzineh.card", "ir.ramzineh.token", "ir.ramzineh.terminal");
        node.refresh();
        return node;
    }

    private static String eighth() throws IOException {
        try (var file = Issuers.class.getResourceAsStream("/issuers/noor.yaml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("507677", "58921010")
                    .replace("\"عملیات رمز\"", "\"خدمات رمز بانک هشتم\"")
                    .replace(
                            "receipt-part: {length: 8, alphabet: base32}",
                            "receipt-part: {length: 10, alphabet: digits}")
                    .replace("receipt-sms-part: {length: 120", "receipt-sms-part: {length: 60");
        }
    }

    /** No configuration of the test itself, which would take the place of the portal's. */
    @EnableTransactionManagement(proxyTargetClass = true)
    static class Transactions {}

    private record Bank(BankCustomer customer) implements CoreBank {
        @Override
        public NumberWritten changeNumber(NationalId owner, MobileNumber from, MobileNumber to, NumberWriting change) {
            throw new UnsupportedOperationException("nobody changes a number here");
        }

        @Override
        public Optional<BankCustomer> customer(NationalId nationalId) {
            return Optional.of(customer).filter(person -> person.nationalId().equals(nationalId));
        }

        @Override
        public List<BankCustomer> customersByMobile(MobileNumber mobile) {
            return List.of();
        }

        @Override
        public List<BankCard> cards(NationalId owner) {
            return List.of();
        }

        @Override
        public Optional<BankCard> card(CardNumber number) {
            return Optional.of(new BankCard(
                    CARD, customer.nationalId(), customer.name(), new CardExpiry(1420, 1), CardProduct.NORMAL, true));
        }

        @Override
        public List<Account> accounts(NationalId owner) {
            return List.of();
        }

        @Override
        public List<Movement> movements(Account account, int limit) {
            return List.of();
        }
    }
}
