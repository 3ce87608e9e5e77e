package ir.ramzineh.token;

/** Ends listening; closing twice does no harm. */
public interface Subscription extends AutoCloseable {
    @Override
    void close();
}
