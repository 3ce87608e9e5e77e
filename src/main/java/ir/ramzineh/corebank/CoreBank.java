package ir.ramzineh.corebank;

import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.NationalId;
import java.util.List;
import java.util.Optional;

/**
 * The bank's own system: the portal asks it, and writes one thing, the registered number that a branch corrected.
 *
 * <p>Two adapters stand behind it, chosen by {@code ramzineh.corebank.adapter}: {@code tables} (filled by {@link
 * CsvImport}) and {@code http} (the bank's own service). An answer may take seconds, so no caller holds a transaction
 * open across a question, and the answer to the card switch never asks.
 *
 * <p>Every method throws {@link CoreBankUnavailableException} when there is no usable answer.
 */
public interface CoreBank {
    /** How many movements may be asked for at once. */
    int MOVEMENTS_MAX = 100;

    /** The person with this national ID, if a customer of the bank. */
    Optional<BankCustomer> customer(NationalId nationalId);

    /** Everybody whose registered number this is (S6.3): mostly one person, sometimes a family; empty for strangers. */
    List<BankCustomer> customersByMobile(MobileNumber mobile);

    /** All cards of a person, also expired and blocked ones; empty for strangers. */
    List<BankCard> cards(NationalId owner);

    /** The card with this number. Whoever asks must compare its owner. */
    Optional<BankCard> card(CardNumber number);

    /** All accounts of a person; empty for strangers. */
    List<Account> accounts(NationalId owner);

    /**
     * The latest movements of an account, newest first.
     *
     * @param limit 1 to {@link #MOVEMENTS_MAX}
     */
    List<Movement> movements(Account account, int limit);

    /**
     * Registers another number, if the registered one is still {@code from}; asked again it changes nothing more. An
     * answer that was lost is asked for again, so every adapter compares and sets in one step.
     *
     * @param change the same for one change and for taking it back; after taking back the bank refuses a late copy of
     *     the change
     */
    NumberWritten changeNumber(NationalId owner, MobileNumber from, MobileNumber to, NumberWriting change);
}
