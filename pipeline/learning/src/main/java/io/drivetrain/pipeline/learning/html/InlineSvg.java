package io.drivetrain.pipeline.learning.html;

import java.awt.Graphics2D;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What is painted, as an {@code <svg>} element within a page: no ids, no links, no namespace. */
final class InlineSvg {
  private static final String NAMESPACE = "http://www.w3.org/2000/svg";
  private static final List<String> COLOURS = List.of("fill", "stroke");

  private InlineSvg() {}

  /**
   * @param label what the picture shows, for people who do not see it
   * @param width in pixels; a narrower page scales it down
   */
  static String paint(String label, int width, int height, Consumer<Graphics2D> painting) {
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
    context.setPrecision(1);
    context.setComment(null);
    SVGGraphics2D graphics = new SVGGraphics2D(context, false);
    painting.accept(graphics);
    Element svg = graphics.getRoot();
    graphics.dispose();
    clean(svg);
    svg.setAttribute("width", String.valueOf(width));
    svg.setAttribute("viewBox", "0 0 %d %d".formatted(width, height));
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", label);
    return text(svg);
  }

  /** Clipping needs ids, which are unique in a page only; nothing is painted beyond its plot. */
  private static void clean(Element element) {
    element.removeAttribute("clip-path");
    element.removeAttribute("id");
    for (String attribute : COLOURS) {
      Ink.of(element.getAttribute(attribute))
          .ifPresent(ink -> element.setAttribute(attribute, ink.css()));
    }
    for (Node child : children(element)) {
      if (child instanceof Element inner && !inner.getTagName().equals("defs")) {
        clean(inner);
      } else {
        element.removeChild(child);
      }
    }
  }

  private static List<Node> children(Element element) {
    NodeList children = element.getChildNodes();
    return IntStream.range(0, children.getLength()).mapToObj(children::item).toList();
  }

  private static Document document() {
    try {
      return DocumentBuilderFactory.newDefaultInstance()
          .newDocumentBuilder()
          .getDOMImplementation()
          .createDocument(NAMESPACE, "svg", null);
    } catch (ParserConfigurationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String text(Element svg) {
    try {
      Transformer writer = TransformerFactory.newDefaultInstance().newTransformer();
      writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      StringWriter text = new StringWriter();
      writer.transform(new DOMSource(svg), new StreamResult(text));
      return text.toString().replaceAll(" xmlns(:xlink)?=\"[^\"]*\"", "");
    } catch (TransformerException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
