package ir.ramzineh.channelapi;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The same for every card there is or is not (S11.4).
 *
 * @param message what the page shows, in Persian and English
 * @param secondsLeft of the countdown, by the clock of the server
 * @param requestsLeft how often the button may be pressed again
 * @param nextInSeconds when it may be pressed again
 */
public record PaymentCodeAnswer(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Message message,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) int secondsLeft,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) int requestsLeft,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) int nextInSeconds) {

    /** In two languages. */
    public record Message(String fa, String en) {}

    /** Verbatim (S11.4). */
    static final Message SENT = new Message(
            "مشتری گرامی، درخواست شما به بانک صادرکننده ارسال شد؛ درصورت صحت اطلاعات وارد شده، رمز پویا از طریق پیامک"
                    + " به شماره تلفن همراه تاییده شده شما ارسال خواهد شد",
            "Dear customer, your request was sent to the issuing bank; if the data you entered are right, the dynamic"
                    + " password will be sent by SMS to your confirmed mobile number.");
}
