package ir.ramzineh.verification;

import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.kernel.Transaction;
import ir.ramzineh.kernel.TransactionType;
import ir.ramzineh.otp.HashAlgorithm;
import ir.ramzineh.otp.OtpKey;
import ir.ramzineh.otp.TotpSpec;
import ir.ramzineh.vault.Field;
import ir.ramzineh.vault.Vault;
import java.security.SecureRandom;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A card with a live authenticator, and the phone that holds its key. */
public final class PlayedCard {
    static final int LIMIT = 3;
    private static final String BANK_WITH_LIMIT_THREE = "610433";

    final CardId id;
    final CardNumber number;
    final TotpSpec spec = new TotpSpec(HashAlgorithm.SHA256, 7, 60);
    private final OtpKey key;
    private final JdbcClient jdbc;

    private PlayedCard(CardId id, CardNumber number, OtpKey key, JdbcClient jdbc) {
        this.id = id;
        this.number = number;
        this.key = key;
        this.jdbc = jdbc;
    }

    public static PlayedCard dynamic(JdbcClient jdbc, Vault vault, IdSource ids) {
        SecureRandom random = new SecureRandom();
        long id = ids.next();
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        PlayedCard card = new PlayedCard(new CardId(id), number(random), new OtpKey(secret), jdbc);
        Field pan = new Field("card", "pan_sealed");
        Field owner = new Field("card", "owner_sealed");
        jdbc.sql("""
                insert into card (id, pan_sealed, pan_hash, owner_sealed, owner_hash, issuer, product,
                                  holder_fa, holder_en, expiry_year, expiry_month, active, created_at)
                values (:id, :pan, :panHash, :owner, :ownerHash, 'mellat', 'NORMAL', 'آزمون', 'Test', 1420, 1, true,
                        utc_timestamp(3))
                """)
                .param("id", id)
                .param("pan", vault.seal(pan, id, card.number.digits()))
                .param("panHash", vault.lookupHash(pan, card.number.digits()))
                .param("owner", vault.seal(owner, id, "0012345679"))
                .param("ownerHash", vault.lookupHash(owner, "0012345679"))
                .update();
        jdbc.sql(
                        "insert into card_password (card_id, kind, state) values (:id, 'FIRST', 'STATIC'), (:id, 'SECOND', 'DYNAMIC')")
                .param("id", id)
                .update();
        long token = ids.next();
        jdbc.sql("""
                insert into token (id, customer_id, card_id, kind, way, state, active_slot, key_sealed, algorithm, digits,
                                   period_seconds, created_at)
                values (:token, 1, :id, 'SECOND', 'QR', 'ACTIVE', 1, :key, 'SHA256', 7, 60, utc_timestamp(3))
                """)
                .param("token", token)
                .param("id", id)
                .param("key", vault.sealBytes(new Field("token", "key_sealed"), token, secret))
                .update();
        return card;
    }

    OtpKey key() {
        return key;
    }

    /** What the phone shows at a moment. */
    public String code(Instant at) {
        return spec.code(key, spec.step(at));
    }

    /** A code that is none, now or near. */
    String wrongCode(Instant at, int salt) {
        for (int candidate = salt; ; candidate++) {
            String code = String.format("%07d", Math.floorMod(candidate * 7919, 10_000_000));
            boolean near = false;
            for (long step = spec.step(at) - 8; step <= spec.step(at) + 8; step++) {
                near |= spec.code(key, step).equals(code);
            }
            if (!near) {
                return code;
            }
        }
    }

    public CardId id() {
        return id;
    }

    public CardNumber number() {
        return number;
    }

    /** The body of a question to {@code /api/v1/verifications}; each card pays at a terminal of its own. */
    public String question(String requestId, String code) {
        return """
                {"requestId":"%s","card":"%s","password":"SECOND","code":"%s",
                 "transaction":{"type":"PURCHASE","amount":1000000,"merchantId":"M1","terminalId":"T%d"}}
                """.formatted(requestId, number.digits(), code, id.value());
    }

    VerificationRequest ask(String requestId, String code) {
        return ask(requestId, code, TransactionType.PURCHASE, 1_000_000);
    }

    VerificationRequest ask(String requestId, String code, TransactionType type, long amount) {
        return new VerificationRequest(
                requestId, number, PasswordKind.SECOND, code, new Transaction(type, new Rial(amount), "M1", "T1"));
    }

    /** Changes a column of the second password behind the portal's back. */
    public void set(String assignment) {
        jdbc.sql("update card_password set " + assignment + " where card_id = :id and kind = 'SECOND'")
                .param("id", id.value())
                .update();
    }

    int failedAttempts() {
        return jdbc.sql("select failed_attempts from card_password where card_id = :id and kind = 'SECOND'")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    String state() {
        return jdbc.sql("select state from card_password where card_id = :id and kind = 'SECOND'")
                .param("id", id.value())
                .query(String.class)
                .single();
    }

    /** How many questions about this card ended with a reason. */
    int count(Reason reason) {
        return jdbc.sql("select count(*) from verification where card_id = :id and reason = :reason")
                .param("id", id.value())
                .param("reason", reason.name())
                .query(Integer.class)
                .single();
    }

    Reason lastReason() {
        return Reason.valueOf(jdbc.sql("select reason from verification where card_id = :id order by id desc limit 1")
                .param("id", id.value())
                .query(String.class)
                .single());
    }

    /** The number of a card nobody has. */
    static CardNumber strange() {
        return number(new SecureRandom());
    }

    private static CardNumber number(SecureRandom random) {
        String body = BANK_WITH_LIMIT_THREE + String.format("%09d", random.nextInt(1_000_000_000));
        for (char check = '0'; check <= '9'; check++) {
            try {
                return new CardNumber(body + check);
            } catch (IllegalArgumentException notThisOne) {
                continue;
            }
        }
        throw new IllegalStateException("one of ten check digits fits");
    }
}
