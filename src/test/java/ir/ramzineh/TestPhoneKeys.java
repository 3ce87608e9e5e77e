package ir.ramzineh;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What phones compute keys with, by hand: HKDF-SHA-256 (RFC 5869) and base32 (RFC 4648); no class of the portal. */
final class TestPhoneKeys {
    private TestPhoneKeys() {}

    static byte[] derive(byte[] material, byte[] salt, byte[] info, int length) {
        byte[] prk = hmac(salt, material);
        byte[] result = new byte[length];
        byte[] block = new byte[0];
        for (int done = 0, i = 1; done < length; i++) {
            byte[] input = Arrays.copyOf(block, block.length + info.length + 1);
            System.arraycopy(info, 0, input, block.length, info.length);
            input[input.length - 1] = (byte) i;
            block = hmac(prk, input);
            int take = Math.min(block.length, length - done);
            System.arraycopy(block, 0, result, done, take);
            done += take;
        }
        return result;
    }

    static byte[] hmac(byte[] key, byte[] data) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] base32(String text) {
        BigInteger bits = BigInteger.ZERO;
        for (char sign : text.toCharArray()) {
            bits = bits.shiftLeft(5).or(BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(sign)));
        }
        byte[] bytes = new byte[text.length() * 5 / 8];
        bits = bits.shiftRight(text.length() * 5 % 8);
        for (int i = bytes.length - 1; i >= 0; i--, bits = bits.shiftRight(8)) {
            bytes[i] = bits.byteValue();
        }
        return bytes;
    }
}
