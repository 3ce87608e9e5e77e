package ir.ramzineh.bench;

import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.otp.Base32;
import ir.ramzineh.otp.HashAlgorithm;
import ir.ramzineh.otp.OtpKey;
import ir.ramzineh.otp.TotpSpec;
import ir.ramzineh.vault.Field;
import ir.ramzineh.vault.Vault;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.stream.IntStream;

/**
 * Cards with a live app token whose key the load driver knows. The rows are those an activation leaves, sealed by the
 * portal's own vault; only the way there, one token after the other, is cut short.
 */
final class LoadedCards {
    static final TotpSpec SPEC = new TotpSpec(HashAlgorithm.SHA256, 7, 60);

    private static final String BIN = "610433";
    private static final String OWNER = "0012345679";
    private static final int KEY_BYTES = 32;
    private static final int BATCH = 1_000;
    private static final Field PAN = new Field("card", "pan_sealed");
    private static final Field OWNER_SEALED = new Field("card", "owner_sealed");
    private static final Field KEY = new Field("token", "key_sealed");

    private final String[] numbers;
    private final byte[][] keys;
    private final long firstId;

    private LoadedCards(int count, long firstId) {
        this.numbers = new String[count];
        this.keys = new byte[count][KEY_BYTES];
        this.firstId = firstId;
    }

    /** Loads {@code count} cards and writes {@code card,id,key,digits,period,algorithm} lines for other load drivers. */
    static LoadedCards load(Connection connection, Vault vault, int count, Path csv) throws SQLException, IOException {
        SecureRandom random = new SecureRandom();
        // Ids of one block: the source itself draws at random and may draw one twice at this speed.
        LoadedCards cards = new LoadedCards(count, new IdSource(Clock.systemUTC(), random).next());
        for (int i = 0; i < count; i++) {
            cards.numbers[i] = made(i);
            random.nextBytes(cards.keys[i]);
        }
        for (int from = 0; from < count; from += BATCH) {
            cards.insert(connection, vault, from, Math.min(count, from + BATCH));
            connection.commit();
        }
        cards.write(csv);
        return cards;
    }

    int count() {
        return numbers.length;
    }

    String number(int card) {
        return numbers[card];
    }

    /** What the phone of a card shows in a time step. */
    String code(int card, long step) {
        return SPEC.code(new OtpKey(keys[card]), step);
    }

    private long id(int card) {
        return firstId + card;
    }

    private void insert(Connection connection, Vault vault, int from, int to) throws SQLException {
        try (PreparedStatement card = connection.prepareStatement("""
                        insert into card (id, pan_sealed, pan_hash, owner_sealed, owner_hash, issuer, product,
                                          holder_fa, holder_en, expiry_year, expiry_month, active, created_at)
                        values (?, ?, ?, ?, ?, 'mellat', 'NORMAL', 'بار سنجش', 'Load', 1420, 1, true, utc_timestamp(3))
                        """);
                PreparedStatement password = connection.prepareStatement("""
                        insert into card_password (card_id, kind, state) values (?, ?, ?)
                        """);
                PreparedStatement token = connection.prepareStatement("""
                        insert into token (id, customer_id, card_id, kind, way, state, active_slot, key_sealed,
                                           algorithm, digits, period_seconds, created_at)
                        values (?, 1, ?, 'SECOND', 'QR', 'ACTIVE', 1, ?, ?, ?, ?, utc_timestamp(3))
                        """)) {
            for (int i = from; i < to; i++) {
                card.setLong(1, id(i));
                card.setBytes(2, vault.seal(PAN, id(i), numbers[i]));
                card.setBytes(3, vault.lookupHash(PAN, numbers[i]));
                card.setBytes(4, vault.seal(OWNER_SEALED, id(i), OWNER));
                card.setBytes(5, vault.lookupHash(OWNER_SEALED, OWNER));
                card.addBatch();
                addPassword(password, id(i), "FIRST", "STATIC");
                addPassword(password, id(i), "SECOND", "DYNAMIC");
                token.setLong(1, id(i));
                token.setLong(2, id(i));
                token.setBytes(3, vault.sealBytes(KEY, id(i), keys[i]));
                token.setString(4, SPEC.algorithm().name());
                token.setInt(5, SPEC.digits());
                token.setInt(6, SPEC.periodSeconds());
                token.addBatch();
            }
            card.executeBatch();
            password.executeBatch();
            token.executeBatch();
        }
    }

    private static void addPassword(PreparedStatement password, long card, String kind, String state)
            throws SQLException {
        password.setLong(1, card);
        password.setString(2, kind);
        password.setString(3, state);
        password.addBatch();
    }

    private void write(Path csv) throws IOException {
        try (BufferedWriter lines = Files.newBufferedWriter(csv)) {
            lines.write("card,id,key,digits,period,algorithm\n");
            for (int i = 0; i < numbers.length; i++) {
                lines.write("%s,%d,%s,%d,%d,%s\n"
                        .formatted(
                                numbers[i],
                                id(i),
                                Base32.encode(keys[i]),
                                SPEC.digits(),
                                SPEC.periodSeconds(),
                                SPEC.algorithm()));
            }
        }
    }

    /** Of a bank whose limit is three wrong codes. */
    private static String made(int sequence) {
        String body = BIN + "%09d".formatted(sequence);
        return IntStream.rangeClosed(0, 9)
                .mapToObj(check -> body + check)
                .filter(LoadedCards::isCardNumber)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isCardNumber(String digits) {
        try {
            return new CardNumber(digits).digits().equals(digits);
        } catch (InvalidValueException checkDigit) {
            return false;
        }
    }
}
