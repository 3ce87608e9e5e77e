package ir.ramzineh.bulkimport;

import java.util.Locale;

/** What a file holds. */
public enum ImportKind {
    /** {@code customers.csv} of docs/operations/csv-import.md. */
    CUSTOMERS("customers.csv"),
    /** {@code cards.csv} of the same. */
    CARDS("cards.csv"),
    /** One serial number of a gateway token on each line. */
    SERIALS("serials.csv");

    private final String fileName;

    ImportKind(String fileName) {
        this.fileName = fileName;
    }

    /** How the format's description calls the file. */
    public String fileName() {
        return fileName;
    }

    /** The text that names it. */
    public String key() {
        return "import.kind." + name().toLowerCase(Locale.ROOT);
    }
}
