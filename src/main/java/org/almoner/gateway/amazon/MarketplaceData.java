package org.almoner.gateway.amazon;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.almoner.queue.InvalidMessage;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The XML in notifications of Amazon's older kind. */
record MarketplaceData(Element details) {

    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    static MarketplaceData of(String xml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setExpandEntityReferences(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(NO_DOCTYPE, true); // it could name files and hosts of ours
            var parser = factory.newDocumentBuilder();
            parser.setErrorHandler(null); // else it prints
            return new MarketplaceData(
                    parser.parse(new InputSource(new StringReader(xml))).getDocumentElement());
        } catch (SAXException | IOException e) {
            throw new InvalidMessage("NotificationData is no XML");
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this JDK reads no XML without a doctype", e);
        }
    }

    /** Of the first element of that name, wherever; empty if there is none. */
    String text(String name) {
        return text(details, name);
    }

    boolean isIn(String status, String state) {
        return inside(status, "State").equals(state);
    }

    boolean hasTimedOut() {
        return inside("AuthorizationStatus", "ReasonCode").equals(RetryAuthorization.REASON);
    }

    String id() {
        return Stream.of("AmazonCaptureId", "AmazonRefundId", "AmazonAuthorizationId")
                .map(this::text)
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** As the job that records it says it. */
    ObjectNode payment() {
        String order = text("CaptureReferenceId");
        var payment = AmazonJobs.payload()
                .put("date", seconds(text("CreationTimestamp")))
                .put("gateway", "amazon")
                .put("gross", inside("CaptureAmount", "Amount"))
                .put("currency", inside("CaptureAmount", "CurrencyCode"))
                .put("gateway_status", inside("CaptureStatus", "State"))
                .put("gateway_txn_id", id())
                .put("order_id", order)
                .put("payment_method", "amazon")
                .put("fee", inside("CaptureFee", "Amount"))
                .put("order_reference_id", RecordedPayment.reference(id()));
        if (RecordedPayment.isOurs(order)) {
            payment.put("contribution_tracking_id", RecordedPayment.trackingId(order));
        }
        return payment;
    }

    /** As the job that tries it again says it. */
    ObjectNode authorization() {
        return AmazonJobs.payload()
                .put("gross", inside("AuthorizationAmount", "Amount"))
                .put("currency", inside("AuthorizationAmount", "CurrencyCode"))
                .put("gateway_txn_id", id())
                .put("order_id", text("AuthorizationReferenceId"))
                .put("order_reference_id", RecordedPayment.reference(id()));
    }

    private String inside(String outer, String name) {
        return details.getElementsByTagNameNS("*", outer).item(0) instanceof Element element ? text(element, name) : "";
    }

    private static String text(Element within, String name) {
        var found = within.getElementsByTagNameNS("*", name).item(0);
        return found == null ? "" : found.getTextContent().strip();
    }

    private static long seconds(String time) {
        try {
            return Instant.parse(time).getEpochSecond();
        } catch (DateTimeException e) {
            throw new InvalidMessage("CreationTimestamp is not a time");
        }
    }

    @Override
    public String toString() {
        return "MarketplaceData[…]";
    }
}
