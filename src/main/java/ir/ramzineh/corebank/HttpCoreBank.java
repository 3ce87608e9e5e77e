package ir.ramzineh.corebank;

import ir.ramzineh.corebank.BankAnswers.AccountsAnswer;
import ir.ramzineh.corebank.BankAnswers.CardAnswer;
import ir.ramzineh.corebank.BankAnswers.CardsAnswer;
import ir.ramzineh.corebank.BankAnswers.CustomerAnswer;
import ir.ramzineh.corebank.BankAnswers.CustomersAnswer;
import ir.ramzineh.corebank.BankAnswers.MovementsAnswer;
import ir.ramzineh.corebank.BankAnswers.NumberAnswer;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.NationalId;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Asks the bank's own service in the terms of docs/protocol/corebank-http.md. */
@Component
@ConditionalOnProperty(name = "ramzineh.corebank.adapter", havingValue = "http")
class HttpCoreBank implements CoreBank, AutoCloseable {
    private final BankService service;

    @Autowired
    HttpCoreBank(CoreBankProperties properties) {
        this(new BankService(properties.http()));
    }

    HttpCoreBank(BankService service) {
        this.service = service;
    }

    @Override
    public Optional<BankCustomer> customer(NationalId nationalId) {
        return usable("customer", () -> {
            CustomerAnswer answer =
                    service.ask("customer", Map.of("nationalId", nationalId.digits()), CustomerAnswer.class);
            return Optional.ofNullable(answer.customer()).map(customer -> customer.of(nationalId));
        });
    }

    @Override
    public List<BankCustomer> customersByMobile(MobileNumber mobile) {
        return usable("customers-by-mobile", () -> {
            CustomersAnswer answer =
                    service.ask("customers-by-mobile", Map.of("mobile", mobile.e164()), CustomersAnswer.class);
            return answer.customers().stream()
                    .map(customer -> customer.withNumber(mobile))
                    .toList();
        });
    }

    @Override
    public List<BankCard> cards(NationalId owner) {
        return usable("cards", () -> {
            CardsAnswer answer = service.ask("cards", Map.of("nationalId", owner.digits()), CardsAnswer.class);
            return answer.cards().stream().map(card -> card.ownedBy(owner)).toList();
        });
    }

    @Override
    public Optional<BankCard> card(CardNumber number) {
        return usable("card", () -> {
            CardAnswer answer = service.ask("card", Map.of("number", number.digits()), CardAnswer.class);
            return Optional.ofNullable(answer.card()).map(card -> card.withNumber(number));
        });
    }

    @Override
    public List<Account> accounts(NationalId owner) {
        return usable("accounts", () -> {
            AccountsAnswer answer = service.ask("accounts", Map.of("nationalId", owner.digits()), AccountsAnswer.class);
            return answer.accounts().stream()
                    .map(account -> account.ownedBy(owner))
                    .toList();
        });
    }

    @Override
    public List<Movement> movements(Account account, int limit) {
        if (limit < 1 || limit > MOVEMENTS_MAX) {
            throw new IllegalArgumentException("limit is 1 to " + MOVEMENTS_MAX);
        }
        Map<String, Object> question =
                Map.of("bank", account.bank(), "number", account.number().digits(), "limit", limit);
        return usable("movements", () -> {
            MovementsAnswer answer = service.ask("movements", question, MovementsAnswer.class);
            return answer.movements().stream()
                    .limit(limit)
                    .map(BankAnswers.MovementLine::movement)
                    .toList();
        });
    }

    @Override
    public NumberWritten changeNumber(NationalId owner, MobileNumber from, MobileNumber to, NumberWriting change) {
        Map<String, Object> question = Map.of(
                "nationalId",
                owner.digits(),
                "from",
                from.e164(),
                "to",
                to.e164(),
                "change",
                Long.toString(change.id()),
                "back",
                change.back());
        return usable(
                "change-number",
                () -> Objects.requireNonNull(service.ask("change-number", question, NumberAnswer.class)
                        .result()));
    }

    /** Missing fields and values that break their own rule make the whole answer unusable. */
    private static <T> T usable(String question, Supplier<T> answer) {
        try {
            return answer.get();
        } catch (NullPointerException | IllegalArgumentException | DateTimeException _) {
            throw BankService.malformed(question);
        }
    }

    @Override
    public void close() {
        service.close();
    }
}
