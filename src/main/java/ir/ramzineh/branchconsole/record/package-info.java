/** The record, for auditors and managers: the trail and its seal, reports, replays of policies. */
@NullMarked
package ir.ramzineh.branchconsole.record;

import org.jspecify.annotations.NullMarked;
