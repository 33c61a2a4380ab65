package io.drivetrain.webui.run.ui;

import com.fasterxml.jackson.databind.JsonNode;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import io.drivetrain.pipeline.api.step.StepDocument;
import io.drivetrain.webui.component.Facts;
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
            plain.put(field.getKey(), value.asText());
          } else if (value.isContainerNode() && !value.isEmpty()) {
            add(new Details(field.getKey(), new Pre(value.toPrettyString())));
          }
        });
    facts.show(plain);
    setVisible(!output.isEmpty());
  }
}
