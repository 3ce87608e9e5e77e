package ir.ramzineh.vault;

import java.util.List;

/**
 * A table that holds sealed columns. Each module announces its own as Spring beans, so that {@link VaultRotation} finds
 * every sealed value there is; a column left out would keep its old key alive for ever.
 *
 * @param table name of the table
 * @param idColumn its {@code bigint} primary key, the row id given to {@link Vault#seal}
 * @param columns the sealed columns, each with its hash column where it has one
 */
public record SealedTable(String table, String idColumn, List<SealedColumn> columns) {
    public SealedTable {
        columns = List.copyOf(columns);
        new Field(table, idColumn);
        for (SealedColumn column : columns) {
            new Field(table, column.sealedColumn());
            if (column.hashColumn() != null) {
                new Field(table, column.hashColumn());
            }
        }
    }

    public static SealedTable of(String table, String idColumn, SealedColumn... columns) {
        return new SealedTable(table, idColumn, List.of(columns));
    }
}
