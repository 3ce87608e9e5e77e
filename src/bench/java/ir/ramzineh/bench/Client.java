package ir.ramzineh.bench;

import java.io.IOException;
import java.sql.SQLException;

/** One of the clients of a load. */
interface Client extends AutoCloseable {
    /** Does its thing once; {@code false} when the answer was not the expected one. */
    boolean once() throws Exception;

    @Override
    void close() throws IOException, SQLException;
}
