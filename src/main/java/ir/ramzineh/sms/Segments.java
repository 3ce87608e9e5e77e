package ir.ramzineh.sms;

/**
 * How many segments a text takes (3GPP TS 23.038 and 23.040): 160 signs of the GSM alphabet or 70 of UCS-2 in one, 153
 * and 67 in each of several, since the joining header takes its share.
 */
final class Segments {
    static final int UCS2_SINGLE = 70;
    private static final int UCS2_EACH = 67;
    private static final int GSM_SINGLE = 160;
    private static final int GSM_EACH = 153;

    private Segments() {}

    static int of(String text) {
        return GsmAlphabet.holds(text)
                ? count(GsmAlphabet.encoded(text).length, GSM_SINGLE, GSM_EACH)
                : count(text.length(), UCS2_SINGLE, UCS2_EACH);
    }

    private static int count(int length, int single, int each) {
        return length <= single ? 1 : Math.ceilDiv(length, each);
    }
}
