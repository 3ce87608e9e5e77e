package ir.ramzineh.card;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What another module wants to be read in the same statement as a password, from a table of its own.
 *
 * @param columns what to select, under names that neither {@code card} nor {@code card_password} uses
 * @param join a left join; {@code p.card_id} and {@code p.kind} name the password
 * @param parameters of the join, other than {@code kind} and {@code hashes}
 * @param reader makes something of a row, or nothing where the join found none
 */
public record ReadAlong<T>(String columns, String join, Map<String, Object> parameters, Reader<T> reader) {
    /** Reads the columns asked for. */
    @FunctionalInterface
    public interface Reader<T> {
        Optional<T> read(ResultSet row) throws SQLException;
    }

    public ReadAlong {
        parameters = Map.copyOf(parameters);
    }

    /** Without parameters. */
    public ReadAlong(String columns, String join, Reader<T> reader) {
        this(columns, join, Map.of(), reader);
    }

    /** Both in one statement, put together row by row. */
    public <U, R> ReadAlong<R> with(ReadAlong<U> other, BiFunction<Optional<T>, Optional<U>, R> together) {
        Map<String, Object> both = new HashMap<>(parameters);
        both.putAll(other.parameters);
        return new ReadAlong<>(
                columns + ", " + other.columns,
                join + other.join,
                both,
                row -> Optional.of(together.apply(reader.read(row), other.reader.read(row))));
    }
}
