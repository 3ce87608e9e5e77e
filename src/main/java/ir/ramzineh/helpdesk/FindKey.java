package ir.ramzineh.helpdesk;

import ir.ramzineh.credential.UserName;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.Digits;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.NationalId;

/** What a customer is found by: the whole value, never a part of it. */
public sealed interface FindKey {
    record ByNationalId(NationalId value) implements FindKey {}

    record ByMobile(MobileNumber value) implements FindKey {}

    record ByCard(CardNumber value) implements FindKey {}

    record ByUserName(UserName value) implements FindKey {}

    /** The serial number of a token, on a receipt; Latin digits. */
    record BySerial(String value) implements FindKey {
        @Override
        public String toString() {
            return "BySerial[...]";
        }
    }

    /** What staff may say the value is; {@link #ANY} leaves it to its shape. */
    enum Kind {
        ANY,
        NATIONAL_ID,
        MOBILE,
        CARD,
        USER_NAME,
        SERIAL
    }

    /**
     * Reads what was typed, in any digits. Without a kind its shape decides: letters are a user name, 16 to 19 digits a
     * card, 09 and nine digits (or +98) a mobile, ten a national ID, anything else in digits a serial number.
     *
     * @throws InvalidValueException if it breaks the rule of its kind
     */
    static FindKey read(Kind kind, String typed) {
        Kind meant = kind == Kind.ANY ? shape(typed) : kind;
        return switch (meant) {
            case NATIONAL_ID -> new ByNationalId(NationalId.of(typed));
            case MOBILE -> new ByMobile(MobileNumber.of(typed));
            case CARD -> new ByCard(CardNumber.of(typed));
            case USER_NAME -> new ByUserName(new UserName(typed));
            case SERIAL, ANY -> serial(typed);
        };
    }

    /** The kind, as the trail names it. */
    default Kind kind() {
        return switch (this) {
            case ByNationalId id -> Kind.NATIONAL_ID;
            case ByMobile mobile -> Kind.MOBILE;
            case ByCard card -> Kind.CARD;
            case ByUserName name -> Kind.USER_NAME;
            case BySerial serial -> Kind.SERIAL;
        };
    }

    private static Kind shape(String typed) {
        String plain = Digits.typed(typed);
        if (plain.chars().anyMatch(Character::isLetter)) {
            return Kind.USER_NAME;
        }
        if (plain.matches("[0-9]{16,19}")) {
            return Kind.CARD;
        }
        if (plain.matches("(\\+?98|0098|0)9[0-9]{9}")) {
            return Kind.MOBILE;
        }
        return plain.matches("[0-9]{10}") ? Kind.NATIONAL_ID : Kind.SERIAL;
    }

    private static BySerial serial(String typed) {
        String plain = Digits.typed(typed);
        if (!plain.matches("[0-9]{6,40}")) {
            throw new InvalidValueException("error.desk.find");
        }
        return new BySerial(plain);
    }
}
