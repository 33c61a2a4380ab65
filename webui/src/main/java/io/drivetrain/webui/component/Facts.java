package io.drivetrain.webui.component;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Map;

/** Names and values. A value is written as it is; a nested one as Java writes maps and lists. */
public class Facts extends DescriptionList {
  private final KeyedList<Map.Entry<String, ?>, Fact> facts =
      new KeyedList<>(this, Map.Entry::getKey, Fact::new);

  public Facts() {
    addClassName("facts");
  }

  public void show(Map<String, ?> values) {
    setVisible(!values.isEmpty());
    facts.show(List.copyOf(values.entrySet()), (fact, entry) -> fact.show(entry.getValue()));
  }

  private static final class Fact extends Div {
    private final Description description = new Description();

    Fact(Map.Entry<String, ?> entry) {
      add(new Term(entry.getKey()), description);
    }

    void show(Object value) {
      description.setText(String.valueOf(value));
    }
  }
}
