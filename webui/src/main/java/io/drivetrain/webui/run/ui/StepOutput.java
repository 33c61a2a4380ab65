package io.drivetrain.webui.run.ui;

import com.fasterxml.jackson.databind.JsonNode;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import io.drivetrain.pipeline.api.step.StepDocument;
import io.drivetrain.webui.component.Facts;
import io.drivetrain.webui.component.Quantities;
import io.drivetrain.webui.language.Translations;
import java.util.LinkedHashMap;
import java.util.Map;

/** The result of a step: short values at once, nested ones on demand, as JSON. */
class StepOutput extends Div {
  private StepDocument shown = StepDocument.NONE;

  StepOutput() {
    addClassName("output");
    setVisible(false);
  }

  void show(StepDocument output) {
    if (output.equals(shown)) {
      return;
    }
    shown = output;
    Map<String, Object> plain = new LinkedHashMap<>();
    Facts facts = new Facts();
    removeAll();
    add(facts);
    output
        .fields()
        .properties()
        .forEach(field -> {
          JsonNode value = field.getValue();
          if (value.isValueNode() && !value.asText("").isEmpty()) {
            plain.put(name(field.getKey()), value.asText());
          } else if (value.isContainerNode() && !value.isEmpty()) {
            add(new Details(name(field.getKey()), content(field.getKey(), value)));
          }
        });
    facts.show(plain);
    setVisible(!output.isEmpty());
  }

  /** A field of a kind of step that is not known here has its own name. */
  private String name(String field) {
    String key = "output." + field;
    return Translations.has(key) ? getTranslation(key) : field;
  }

  /** Numbers by name, as metrics are, in lines; what is deeper, as JSON. */
  private Component content(String field, JsonNode value) {
    boolean isFlat = value.isObject() && value.valueStream().allMatch(JsonNode::isValueNode);
    if (!isFlat) {
      return new Pre(value.toPrettyString());
    }
    Map<String, Object> named = new LinkedHashMap<>();
    value.properties().forEach(one -> named.put(named(field, one.getKey()), text(one.getValue())));
    Facts facts = new Facts();
    facts.show(named);
    return facts;
  }

  private String named(String field, String name) {
    String key = field.equals("metrics") ? "metric." + name : "output." + name;
    return Translations.has(key) ? getTranslation(key) : name;
  }

  private String text(JsonNode value) {
    return value.isNumber() ? new Quantities(getLocale()).of(value.asDouble(), "") : value.asText();
  }
}
