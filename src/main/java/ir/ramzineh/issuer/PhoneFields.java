package ir.ramzineh.issuer;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a profile says about text messages and dialled codes. */
final class PhoneFields {
    private static final int NAME_MAX = 60;
    private static final Pattern SENDER = Pattern.compile("[A-Za-z][A-Za-z ]{1,10}|\\+?[0-9]{4,14}");
    private static final Pattern SHORT_NUMBER = Pattern.compile("[1-9][0-9]{3,13}");
    private static final Pattern SERVICE_CODE = Pattern.compile("\\*[0-9]{1,6}(\\*[0-9]{1,6}){0,3}#");

    private PhoneFields() {}

    static SmsSender sms(ProfileNode top, PasswordProfile first, PasswordProfile second) {
        try (ProfileNode node = top.group("sms")) {
            boolean needed = offered(CodeChannel.SMS_TEXT_IN, first, second);
            if (needed && !node.has("short-number")) {
                throw node.problem("short-number", "to be given with the channel sms-text-in");
            }
            return new SmsSender(
                    node.matching("sender", SENDER, "2 to 11 Latin letters and spaces, or a number in quotes"),
                    node.localized("bank-name", NAME_MAX),
                    node.has("short-number")
                            ? Optional.of(node.matching(
                                    "short-number", SHORT_NUMBER, "4 to 14 digits in quotes, without a leading zero"))
                            : Optional.empty());
        }
    }

    static Optional<UssdRules> ussd(ProfileNode top, PasswordProfile first, PasswordProfile second) {
        boolean needed = offered(CodeChannel.USSD, first, second);
        if (top.has("ussd") != needed) {
            throw top.problem("ussd", needed ? "to be given with the channel ussd" : "only with the channel ussd");
        }
        if (!needed) {
            return Optional.empty();
        }
        try (ProfileNode node = top.group("ussd")) {
            return Optional.of(new UssdRules(
                    node.matching("service-code", SERVICE_CODE, "a code to dial in quotes, such as \"*737*60#\"")));
        }
    }

    private static boolean offered(CodeChannel channel, PasswordProfile first, PasswordProfile second) {
        return first.channels().contains(channel) || second.channels().contains(channel);
    }
}
