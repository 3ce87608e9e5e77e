package ir.ramzineh.bulkimport;

import java.util.Locale;

/** How an import stands. */
public enum ImportState {
    /** A second person decides. */
    WAITING,
    /** Begins within seconds. */
    APPROVED,
    RUNNING,
    DONE,
    /** Stopped; nothing of customers and cards was taken over. */
    CANCELLED,
    /** Something was wrong; nothing of customers and cards was taken over. */
    FAILED,
    /** Nobody decided in time; the file is erased. */
    EXPIRED,
    /** The second person refused it; the file is erased. */
    REFUSED,
    /** Its maker took it back; the file is erased. */
    WITHDRAWN;

    /** The text that names it. */
    public String key() {
        return "import.state." + name().toLowerCase(Locale.ROOT);
    }
}
