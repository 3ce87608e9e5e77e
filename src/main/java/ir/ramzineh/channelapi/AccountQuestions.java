package ir.ramzineh.channelapi;

import ir.ramzineh.corebank.AccountNumber;
import ir.ramzineh.gatewaytoken.GatewayQuestion;
import ir.ramzineh.gatewaytoken.GatewaySubject;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.NationalId;
import ir.ramzineh.kernel.Transaction;
import ir.ramzineh.verification.VerificationRequest;
import java.util.stream.Stream;

/** Reads questions about passwords of accounts and gateways, whose customer is named by exactly one of three. */
final class AccountQuestions {
    private static final int BANK_LENGTH_MAX = 30;
    private static final int NUMBER_LENGTH_MAX = 20;
    private static final int USER_NAME_LENGTH_MAX = 64;
    private static final int NATIONAL_ID_LENGTH_MAX = 10;

    private AccountQuestions() {}

    static GatewayQuestion read(String requestId, AskedPassword password, StrictJson json) {
        GatewaySubject subject = subject(json);
        String code = json.string("code", VerificationRequest.CODE_LENGTH_MAX);
        Transaction transaction = AskedTransaction.read(json);
        json.end();
        try {
            return new GatewayQuestion(requestId, subject, password.scope(), code, transaction);
        } catch (InvalidValueException broken) {
            throw new MalformedInputException("requestId", "breaks the rule " + broken.key());
        }
    }

    private static GatewaySubject subject(StrictJson json) {
        if (Stream.of("account", "userName", "nationalId").filter(json::has).count() != 1) {
            throw new MalformedInputException("", "must have exactly one of account, userName and nationalId");
        }
        if (json.has("userName")) {
            return new GatewaySubject.OfUser(json.string("userName", USER_NAME_LENGTH_MAX));
        }
        if (json.has("nationalId")) {
            return new GatewaySubject.OfPerson(json.value("nationalId", NATIONAL_ID_LENGTH_MAX, NationalId::new));
        }
        StrictJson account = json.object("account");
        String bank = account.string("bank", BANK_LENGTH_MAX);
        AccountNumber number = account.value("number", NUMBER_LENGTH_MAX, AccountNumber::new);
        account.end();
        try {
            return new GatewaySubject.OfAccount(bank, number);
        } catch (InvalidValueException broken) {
            throw new MalformedInputException("account.bank", "breaks the rule " + broken.key());
        }
    }
}
