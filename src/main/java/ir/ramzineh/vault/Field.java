package ir.ramzineh.vault;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The place a sealed value lives in: the table and the sealed column. It goes into the associated data of the
 * encryption together with the row id, so a value moved to another row, column or table does not open.
 *
 * <p>The look-up hash of a value is made with the <em>same</em> field, named after the sealed column and not after the
 * hash column; the rotation relies on it.
 *
 * @param table name of the table, lower case
 * @param column name of the sealed column, lower case
 */
public record Field(String table, String column) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");

    public Field {
        if (!NAME.matcher(table).matches() || !NAME.matcher(column).matches()) {
            throw new IllegalArgumentException("A field is a lower-case table and column name");
        }
    }

    /** Names cannot hold a dot, so that two different fields never give the same bytes. */
    byte[] domain() {
        return (table + "." + column).getBytes(StandardCharsets.US_ASCII);
    }
}
