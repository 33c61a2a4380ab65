package io.drivetrain.webui.component;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Choices made on a page, in the query of its address: a reload and a link keep them. */
public class AddressState {
  private final String path;
  private final Map<String, List<String>> values;

  /**
   * @param path of the page, without a query
   */
  public AddressState(String path, QueryParameters query) {
    this.path = path;
    this.values = new LinkedHashMap<>(query.getParameters());
  }

  public final Optional<String> one(String name) {
    return all(name).stream().filter(value -> !value.isEmpty()).findFirst();
  }

  public final List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  public final boolean has(String name) {
    return values.containsKey(name);
  }

  /** Changes the address, and leaves the page as it is. An empty value takes the choice back. */
  public final void choose(String name, String value) {
    choose(name, value.isEmpty() ? List.of() : List.of(value));
  }

  public final void choose(String name, List<String> chosen) {
    if (chosen.isEmpty()) {
      values.remove(name);
    } else {
      values.put(name, List.copyOf(chosen));
    }
    UI.getCurrent()
        .getPage()
        .getHistory()
        .replaceState(null, new Location(path, new QueryParameters(values)));
  }
}
