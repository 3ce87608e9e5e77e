package ir.ramzineh.channelapi;

import io.swagger.v3.oas.annotations.media.Schema;
import ir.ramzineh.verification.Verdict;

/** The verdict and nothing more: a channel never learns why. */
public record VerificationAnswer(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Verdict verdict) {}
