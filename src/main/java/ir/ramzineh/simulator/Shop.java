package ir.ramzineh.simulator;

import java.util.Locale;

/** Shops that exist in the simulator only. */
enum Shop {
    BOOKS("ketab.example", "000000000000101", "SIM-0101"),
    BAZAAR("bazaar.example", "000000000000102", "SIM-0102"),
    CHARITY("kheyrieh.example", "000000000000103", "SIM-0103");

    private final String site;
    private final String merchantId;
    private final String terminalId;

    Shop(String site, String merchantId, String terminalId) {
        this.site = site;
        this.merchantId = merchantId;
        this.terminalId = terminalId;
    }

    String site() {
        return site;
    }

    String merchantId() {
        return merchantId;
    }

    String terminalId() {
        return terminalId;
    }

    String nameKey() {
        return "simulator.shop." + name().toLowerCase(Locale.ROOT);
    }
}
