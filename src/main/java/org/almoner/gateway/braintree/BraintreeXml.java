package org.almoner.gateway.braintree;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.almoner.queue.InvalidMessage;
import org.almoner.queue.StorableText;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** An element of what Braintree wrote; read without a document type, so that it can name no file and grow no larger. */
record BraintreeXml(Element element) {

    static BraintreeXml of(byte[] text) {
        try {
            var builder = factory().newDocumentBuilder();
            builder.setErrorHandler(null); // would print what it cannot read
            return new BraintreeXml(
                    builder.parse(new ByteArrayInputStream(text)).getDocumentElement());
        } catch (SAXException | IOException e) { // neither may be told: it quotes
            throw new InvalidMessage("bt_payload is not XML, or has a document type");
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("XML cannot be read safely", e);
        }
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        return factory;
    }

    String name() {
        return element.getTagName();
    }

    /** The first child that is called so. */
    Optional<BraintreeXml> child(String name) {
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child && child.getTagName().equals(name)) {
                return Optional.of(new BraintreeXml(child));
            }
        }
        return Optional.empty();
    }

    /** The text of the first child that is called so; blank counts as absent. */
    Optional<String> text(String name) {
        return child(name).map(child -> child.element.getTextContent().strip()).filter(text -> {
            StorableText.check(text);
            return !text.isEmpty();
        });
    }
}
