package org.almoner.donation;

import static java.util.Map.entry;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the donor database calls the methods and submethods of forms and gateways. */
final class PaymentInstruments {

    private static final Map<String, String> METHODS = Map.ofEntries(
            entry("apple", "Apple Pay"),
            entry("google", "Google Pay"),
            entry("bt", "Bank Transfer"),
            entry("cc", "Credit Card"),
            entry("dd", "Direct Debit"),
            entry("paypal", "Paypal"),
            entry("venmo", "Venmo"),
            entry("eft", "EFT"),
            entry("check", "Check"),
            entry("stock", "Stock"),
            entry("cash", "Cash"));

    /** Of which the method alone says too little. */
    private static final Map<String, String> SUBMETHODS = Map.ofEntries(
            entry("ew_paypal", "Paypal"),
            entry("ew_webmoney", "Webmoney"),
            entry("ew_moneybookers", "Moneybookers"),
            entry("ew_yandex", "Yandex"),
            entry("ew_alipay", "Alipay"),
            entry("ew_cashu", "cashU"),
            entry("bpay", "Bpay"),
            entry("rtbt_ideal", "iDeal"),
            entry("ideal", "iDeal"),
            entry("rtbt_eps", "EPS"),
            entry("rtbt_enets", "eNETS"),
            entry("rtbt_sofortuberweisung", "Sofort"),
            entry("rtbt_nordea_sweden", "Nordea"),
            entry("sepadirectdebit", "SEPA Direct Debit"));

    private static final Map<String, String> CARDS = Map.ofEntries(
            entry("visa", "Visa"),
            entry("visa-beneficial", "Visa Beneficial"),
            entry("visa-debit", "Visa Debit"),
            entry("visa-electron", "Visa Electron"),
            entry("mc", "MasterCard"),
            entry("mc-debit", "MasterCard"),
            entry("amex", "American Express"),
            entry("discover", "Discover"),
            entry("diners", "Diners"),
            entry("jcb", "JCB"),
            entry("maestro", "Maestro"),
            entry("cb", "Carte Bleue"),
            entry("cartebleue", "Carte Bleue"),
            entry("bc", "Carte Bancaire"),
            entry("dankort", "Dankort"),
            entry("laser", "Laser"),
            entry("solo", "Solo"),
            entry("elo", "Elo"),
            entry("hiper", "Hiper"),
            entry("hipercard", "Hipercard"),
            entry("mercadolivre", "MercadoLivre"),
            entry("cabal", "Cabal"),
            entry("naranja", "Naranja"),
            entry("shopping", "Shopping"),
            entry("magna", "Magna"),
            entry("presto", "Presto"),
            entry("lider", "Lider"),
            entry("rupay", "RuPay"));

    private static final Map<String, String> BANKS = Map.ofEntries(
            entry("banco_do_brasil", "Banco do Brasil"),
            entry("bradesco", "Bradesco"),
            entry("caixa", "Caixa"),
            entry("itau", "Itau"),
            entry("santander", "Santander"),
            entry("santander_rio", "Santander Rio"),
            entry("hsbc", "HSBC"),
            entry("webpay", "WebPay"),
            entry("netbanking", "Netbanking"),
            entry("upi", "UPI"),
            entry("paytmwallet", "Paytm Wallet"),
            entry("pix", "Pix"),
            entry("pse", "PSE"),
            entry("picpay", "PicPay"),
            entry("bcp", "BCP"),
            entry("interbank", "Interbank"),
            entry("bbva", "BBVA"),
            entry("blik", "Blik"),
            entry("onlinebanking_cz", "Online Banking CZ"));

    private static final Map<String, String> CASH = Map.ofEntries(
            entry("boleto", "Boleto"),
            entry("cash_boleto", "Boleto"),
            entry("oxxo", "OXXO"),
            entry("cash_oxxo", "OXXO"),
            entry("cash_pago_facil", "Pago Facil"),
            entry("cash_rapipago", "Rapipago"),
            entry("cash_provencia_pagos", "Provencia Pagos"),
            entry("cash_red_pagos", "Red Pagos"),
            entry("cash_abitab", "Abitab"),
            entry("cash_efecty", "Efecty"),
            entry("cash_davivienda", "Davivienda"),
            entry("cash_pago_efectivo", "Pago Efectivo"),
            entry("pix", "Bank Transfer: Pix"),
            entry("cash_pix", "Bank Transfer: Pix"));

    private static final Map<String, String> GATEWAYS = Map.of(
            "amazon", "Amazon",
            "paypal", "Paypal",
            "paypal_ec", "Paypal",
            "braintree", "Venmo",
            "square", "Square Cash",
            "trilogy", "Trilogy");

    private PaymentInstruments() {}

    static @Nullable String of(@Nullable String method, @Nullable String submethod, @Nullable String gateway) {
        String instrument = method == null ? null : of(method, submethod == null ? "" : submethod);
        if (instrument == null && gateway != null) {
            instrument = GATEWAYS.get(gateway);
        }
        return instrument == null ? method : instrument;
    }

    private static @Nullable String of(String method, String submethod) {
        return switch (method) {
            case "cc", "apple", "google" -> detailed(METHODS.get(method), CARDS.get(submethod));
            case "bt" -> detailed(METHODS.get(method), BANKS.get(submethod));
            case "dd" -> submethod.equals("ach") ? "ACH" : METHODS.get(method);
            case "cash" -> CASH.getOrDefault(submethod, METHODS.get(method));
            case "ew", "obt", "rtbt" -> SUBMETHODS.get(submethod);
            default -> METHODS.get(method);
        };
    }

    private static @Nullable String detailed(@Nullable String method, @Nullable String detail) {
        return detail == null ? method : method + ": " + detail;
    }
}
