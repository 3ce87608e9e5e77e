package ir.ramzineh.card;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * What another module wants to be read in the same statement as a password, from a table of its own.
 *
 * @param columns what to select, under names that neither {@code card} nor {@code card_password} uses
 * @param join a left join; {@code p.card_id} and {@code p.kind} name the password
 * @param reader makes something of a row, or nothing where the join found none
 */
public record ReadAlong<T>(String columns, String join, Reader<T> reader) {
    /** Reads the columns asked for. */
    @FunctionalInterface
    public interface Reader<T> {
        Optional<T> read(ResultSet row) throws SQLException;
    }
}
