package ir.ramzineh.corebank;

import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.NationalId;
import ir.ramzineh.kernel.Rial;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the bank's service answers, as JSON has it. Turning a line into a value checks every field; a missing or wrong
 * one ends in a {@link NullPointerException}, {@link IllegalArgumentException} or {@link java.time.DateTimeException}.
 * An answer about another person or card than asked for is wrong as well.
 */
final class BankAnswers {
    private BankAnswers() {}

    record CustomerAnswer(@Nullable CustomerLine customer) {}

    record CustomersAnswer(List<CustomerLine> customers) {}

    record CardsAnswer(List<CardLine> cards) {}

    record CardAnswer(@Nullable CardLine card) {}

    record AccountsAnswer(List<AccountLine> accounts) {}

    record MovementsAnswer(List<MovementLine> movements) {}

    record NumberAnswer(@Nullable NumberWritten result) {}

    record CustomerLine(
            String nationalId,
            String nameFa,
            String nameEn,
            String birthDate,
            String mobile,
            @Nullable String branch,
            @Nullable String mobileSince) {
        BankCustomer of(NationalId asked) {
            BankCustomer customer = customer();
            requireSame(asked, customer.nationalId());
            return customer;
        }

        BankCustomer withNumber(MobileNumber asked) {
            BankCustomer customer = customer();
            requireSame(asked, customer.mobile());
            return customer;
        }

        private BankCustomer customer() {
            return new BankCustomer(
                    new NationalId(nationalId),
                    new LocalizedName(nameFa, nameEn),
                    LocalDate.parse(birthDate),
                    new MobileNumber(mobile),
                    branch == null ? null : new BranchCode(branch),
                    moment(mobileSince));
        }
    }

    record CardLine(
            String number,
            String nationalId,
            String holderFa,
            String holderEn,
            ExpiryLine expiry,
            CardProduct product,
            @Nullable Boolean active) {
        BankCard ownedBy(NationalId asked) {
            BankCard card = card();
            requireSame(asked, card.owner());
            return card;
        }

        BankCard withNumber(CardNumber asked) {
            BankCard card = card();
            requireSame(asked, card.number());
            return card;
        }

        private BankCard card() {
            return new BankCard(
                    new CardNumber(number),
                    new NationalId(nationalId),
                    new LocalizedName(holderFa, holderEn),
                    new CardExpiry(expiry.year(), expiry.month()),
                    required(product),
                    required(active));
        }
    }

    record ExpiryLine(int year, int month) {}

    record AccountLine(
            String bank,
            String number,
            AccountKind kind,
            @Nullable Long balance) {
        Account ownedBy(NationalId owner) {
            return new Account(
                    required(bank), new AccountNumber(number), owner, required(kind), new Rial(required(balance)));
        }
    }

    record MovementLine(
            String reference,
            String at,
            MovementKind kind,
            Movement.Direction direction,
            @Nullable Long amount,
            @Nullable Long balanceAfter,
            String partyFa,
            String partyEn) {
        Movement movement() {
            return new Movement(
                    required(reference),
                    OffsetDateTime.parse(at).toInstant(),
                    required(kind),
                    required(direction),
                    new Rial(required(amount)),
                    new Rial(required(balanceAfter)),
                    new LocalizedName(partyFa, partyEn));
        }
    }

    /** What cannot be read is as good as nothing: the number waits then as one of which the bank says nothing. */
    private static @Nullable Instant moment(@Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("a field is missing");
        }
        return value;
    }

    private static void requireSame(Object asked, Object answered) {
        if (!asked.equals(answered)) {
            throw new IllegalArgumentException("the answer is about somebody else");
        }
    }
}
