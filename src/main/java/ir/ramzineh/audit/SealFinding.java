package ir.ramzineh.audit;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong.
 *
 * @param block its number; 0 where no block is meant
 * @param row id of the row in the trail, where one can be named
 */
public record SealFinding(
        SealFault fault, long block, @Nullable Long row) {}
