package ir.ramzineh.cases;

import ir.ramzineh.kernel.Transaction;

/** From where a customer has a code; every one ends up at the card switch. */
enum Source {
    /** The clock of the app. */
    APP("603799", "APP"),
    /** The app, for one payment. */
    BOUND("610433", "APP"),
    /** The button of a payment page (Harim). */
    PAYMENT("610433", "HARIM"),
    /** The answer to four digits (S6). */
    TEXTED("610433", "SMS_TEXT_IN"),
    /** The screen of a dialled code. */
    DIALLED("603799", "USSD");

    private final String bin;
    private final String channel;

    Source(String bin, String channel) {
        this.bin = bin;
        this.channel = channel;
    }

    String bin() {
        return bin;
    }

    boolean ofTheApp() {
        return channel.equals("APP");
    }

    /** Somebody whose codes come this way and no other. */
    Owner owner(CaseScene scene) {
        return scene.owner(bin, channel, ofTheApp());
    }

    /** A good code for a payment, as it reaches the customer. */
    String code(CaseScene scene, Owner owner, Transaction payment) throws Exception {
        return switch (this) {
            case APP -> owner.appCode(scene.clock.instant());
            case BOUND -> owner.appCodeFor(payment, scene.clock.instant());
            case PAYMENT -> scene.askedOnAPaymentPage(owner, payment);
            case TEXTED -> scene.texted(owner);
            case DIALLED -> scene.dialled(owner);
        };
    }
}
