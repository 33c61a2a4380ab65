package io.drivetrain.webui.run.ui;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import io.drivetrain.webui.component.Facts;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a step told when it ended: short values at once, nested ones on demand, as JSON. */
class StepOutput extends Div {
  private static final ObjectWriter JSON = new ObjectMapper().writerWithDefaultPrettyPrinter();

  private Map<String, Object> shown = Map.of();

  StepOutput() {
    addClassName("output");
    setVisible(false);
  }

  void show(Map<String, Object> output) {
    if (output.equals(shown)) {
      return;
    }
    shown = output;
    Map<String, Object> plain = new LinkedHashMap<>();
    Facts facts = new Facts();
    removeAll();
    add(facts);
    output.forEach((name, value) -> {
      if (isEmpty(value)) {
        return;
      }
      if (value instanceof Map || value instanceof Collection) {
        add(new Details(name, new Pre(json(value))));
      } else {
        plain.put(name, value);
      }
    });
    facts.show(plain);
    setVisible(!output.isEmpty());
  }

  private static boolean isEmpty(Object value) {
    return switch (value) {
      case null -> true;
      case Map<?, ?> map -> map.isEmpty();
      case Collection<?> list -> list.isEmpty();
      default -> value.toString().isEmpty();
    };
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("what was read from JSON is JSON", impossible);
    }
  }
}
