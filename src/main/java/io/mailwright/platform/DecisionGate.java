package io.mailwright.platform;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Decision tables speak FEEL and nothing else. */
final class DecisionGate {
    private static final Set<String> FEEL = Set.of(
            "feel",
            "http://www.omg.org/spec/feel/20140401",
            "http://www.omg.org/spec/dmn/20151101/feel.xsd",
            "https://www.omg.org/spec/dmn/20191111/feel/");

    private DecisionGate() {}

    static boolean isDecision(String resource) {
        return resource.endsWith("dmn") || resource.endsWith("dmn11.xml") || resource.endsWith("dmn10.xml");
    }

    /** @return what is wrong, naming the element, or nothing */
    static Optional<String> problem(byte[] model) {
        NodeList elements;
        try {
            elements = elements(model);
        } catch (SAXException | IOException | ParserConfigurationException e) {
            return Optional.of("it is not readable XML: " + e.getMessage());
        }
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            String language = element.getAttribute("expressionLanguage");
            if (!language.isEmpty() && !FEEL.contains(language.toLowerCase(Locale.ROOT))) {
                Element holder = holder(element);
                return Optional.of(DeploymentGate.words(
                                holder.hasAttribute("id") ? holder.getAttribute("id") : "definitions",
                                holder.getAttribute("name"))
                        + "expression language '" + language + "' is not run here; write it in FEEL.");
            }
        }
        return Optional.empty();
    }

    /** All elements of a model, in their order. */
    static NodeList elements(byte[] model) throws SAXException, IOException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(model))
                .getElementsByTagName("*");
    }

    private static Element holder(Element element) {
        return element.hasAttribute("id") || !(element.getParentNode() instanceof Element outer)
                ? element
                : holder(outer);
    }
}
