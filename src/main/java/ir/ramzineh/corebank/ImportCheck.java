package ir.ramzineh.corebank;

import ir.ramzineh.corebank.ImportedFile.AccountKey;
import ir.ramzineh.corebank.ImportedFile.AccountMovement;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.NationalId;
import java.util.HashSet;
import java.util.Set;

/**
 * What one row cannot know by itself: whether it came before, and whether the person or account it speaks of exists in
 * the files or in the tables.
 */
final class ImportCheck {
    private final ImportTables tables;
    private final Set<NationalId> customers = new HashSet<>();
    private final Set<CardNumber> cards = new HashSet<>();
    private final Set<AccountKey> accounts = new HashSet<>();
    private final Set<MovementKey> movements = new HashSet<>();

    private record MovementKey(AccountKey account, String reference) {}

    ImportCheck(ImportTables tables) {
        this.tables = tables;
    }

    void customer(CsvRow row, BankCustomer customer) {
        if (!customers.add(customer.nationalId())) {
            row.problem("national_id", "the same customer stands in an earlier row");
        }
    }

    void card(CsvRow row, BankCard card) {
        if (!cards.add(card.number())) {
            row.problem("card_number", "the same card stands in an earlier row");
        }
        owner(row, card.owner());
    }

    void account(CsvRow row, Account account) {
        if (!accounts.add(new AccountKey(account.bank(), account.number()))) {
            row.problem("account_number", "the same account stands in an earlier row");
        }
        owner(row, account.owner());
    }

    void movement(CsvRow row, AccountMovement movement) {
        if (!movements.add(
                new MovementKey(movement.account(), movement.movement().reference()))) {
            row.problem("reference", "the same movement of this account stands in an earlier row");
        }
        AccountKey account = movement.account();
        if (!accounts.contains(account) && tables.accountId(account).isEmpty()) {
            row.problem("account_number", "no such account in accounts.csv, nor from an earlier import");
        }
    }

    private void owner(CsvRow row, NationalId owner) {
        if (!customers.contains(owner) && !tables.hasCustomer(owner)) {
            row.problem("owner_national_id", "no such customer in customers.csv, nor from an earlier import");
        }
    }
}
