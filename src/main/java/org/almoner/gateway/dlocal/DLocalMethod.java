package org.almoner.gateway.dlocal;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a donor paid, in our words.
 *
 * @param method nothing where dLocal's word is not known here: then the front end's counts
 */
record DLocalMethod(@Nullable String method, @Nullable String submethod) {

    private static final Map<String, String> CARDS = Map.ofEntries(
            Map.entry("VI", "visa"),
            Map.entry("VD", "visa-debit"),
            Map.entry("MC", "mc"),
            Map.entry("MD", "mc-debit"),
            Map.entry("AE", "amex"),
            Map.entry("DC", "diners"),
            Map.entry("DS", "discover"),
            Map.entry("JC", "jcb"),
            Map.entry("EL", "elo"),
            Map.entry("RU", "rupay"));

    private static final Map<String, DLocalMethod> OTHERS = Map.of(
            "IR", new DLocalMethod("bt", "upi"),
            "UI", new DLocalMethod("bt", "upi"),
            "PW", new DLocalMethod("bt", "paytmwallet"),
            "NB", new DLocalMethod("bt", "netbanking"),
            "PC", new DLocalMethod("bt", "pse"),
            "IX", new DLocalMethod("cash", "pix"),
            "BL", new DLocalMethod("cash", "cash_boleto"),
            "OX", new DLocalMethod("cash", "cash_oxxo"),
            "EY", new DLocalMethod("cash", "cash_efecty"));

    private static final DLocalMethod UNKNOWN = new DLocalMethod(null, null);

    /**
     * @param id dLocal's for each method, such as {@code VI}
     * @param type dLocal's for each kind of them, such as {@code CARD}
     */
    static DLocalMethod of(@Nullable String id, @Nullable String type) {
        String known = id == null ? "" : id;
        if ("CARD".equals(type) || CARDS.containsKey(known)) {
            return new DLocalMethod("cc", CARDS.get(known));
        }
        return OTHERS.getOrDefault(known, UNKNOWN);
    }
}
