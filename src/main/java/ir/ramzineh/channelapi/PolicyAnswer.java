package ir.ramzineh.channelapi;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Which passwords count now.
 *
 * @param staticPasswordAllowed the fixed password may be taken
 * @param oneTimeCodeAllowed codes may be taken; ask for a verification
 */
public record PolicyAnswer(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) boolean staticPasswordAllowed,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) boolean oneTimeCodeAllowed) {}
