package io.drivetrain.webui.prediction.ui;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.card.Card;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.Row;
import io.drivetrain.webui.component.CopyButton;
import java.net.URI;
import java.net.URL;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** The request that brings the same answer through the API, for a terminal. */
class RequestSnippet extends Card {
  private static final ObjectWriter JSON = new ObjectMapper().writerWithDefaultPrettyPrinter();

  private final Code code = new Code();
  private final String body;

  RequestSnippet(FeatureSchema schema, Row row) {
    body = json(schema, row);
    setId("request");
    setWidthFull();
    code.setId("request-code");
    Div box =
        new Div(
            new Pre(code),
            new CopyButton(
                getTranslation("request.copy"),
                "document.getElementById('request-code').textContent"));
    box.addClassName("snippet");
    add(new Details(getTranslation("request.title"), box));
  }

  @Override
  protected void onAttach(AttachEvent attach) {
    attach.getUI().getPage().fetchCurrentURL(page -> code.setText(command(page)));
  }

  private String command(URL page) {
    String address = URI.create(page.toString()).resolve("/predict").toString();
    return """
    curl %s \\
      -H 'Content-Type: application/json' \\
      -d '%s'\
    """
        .formatted(address, body.replace("'", "'\\''"));
  }

  private static String json(FeatureSchema schema, Row row) {
    Map<String, Object> values = new LinkedHashMap<>();
    schema.values(row).forEach((name, value) -> values.put(name, plain(value)));
    try {
      return JSON.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Plain values are always JSON", e);
    }
  }

  private static Object plain(Object value) {
    return switch (value) {
      case Double number when number == Math.rint(number) -> number.longValue();
      case LocalDate date -> date.toString();
      default -> value;
    };
  }
}
