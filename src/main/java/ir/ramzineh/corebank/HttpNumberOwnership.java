package ir.ramzineh.corebank;

import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.NationalId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Asks the register in the terms of docs/protocol/number-ownership.md. */
@Component
@ConditionalOnProperty(name = "ramzineh.number-ownership.adapter", havingValue = "http")
class HttpNumberOwnership implements NumberOwnership, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpNumberOwnership.class);

    private final BankService service;

    @Autowired
    HttpNumberOwnership(NumberOwnershipProperties properties) {
        this(new BankService(properties.http(), "ramzineh.number-ownership"));
    }

    HttpNumberOwnership(BankService service) {
        this.service = service;
    }

    /** {@code person} and {@code number} come back, so that an answer about others is not taken for this one. */
    record OwnerAnswer(
            @Nullable String nationalId,
            @Nullable String mobile,
            @Nullable Boolean owner) {}

    @Override
    public Answer ask(NationalId person, MobileNumber number) {
        try {
            OwnerAnswer answer = service.ask(
                    "number-owner", Map.of("nationalId", person.digits(), "mobile", number.e164()), OwnerAnswer.class);
            Boolean owner = answer.owner();
            if (owner == null
                    || !person.digits().equals(answer.nationalId())
                    || !number.e164().equals(answer.mobile())) {
                return unusable("malformed");
            }
            return owner ? Answer.OWNER : Answer.NOT_OWNER;
        } catch (CoreBankUnavailableException away) {
            return unusable(String.valueOf(away.getMessage()));
        }
    }

    private static Answer unusable(String why) {
        LOG.warn("The register of numbers gave no usable answer: {}", why);
        return Answer.NO_ANSWER;
    }

    @Override
    public void close() {
        service.close();
    }
}
