package io.drivetrain.webui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Tabs whose choice is in the address. A part is made when it is first looked at, and kept. */
public final class AddressTabs extends Div {
  private final AddressState state;
  private final String name;
  private final Tabs tabs = new Tabs();
  private final Div content = new Div();
  private final Map<Tab, String> keys = new LinkedHashMap<>();
  private final Map<String, Supplier<Component>> makers = new HashMap<>();
  private final Map<String, Component> made = new HashMap<>();

  /**
   * @param name of the choice in the address
   * @param label of all tabs, for those who do not see them
   */
  public AddressTabs(AddressState state, String name, String label) {
    this.state = state;
    this.name = name;
    tabs.getElement().setAttribute("aria-label", label);
    content.addClassName("tab-content");
    add(tabs, content);
    tabs.setAutoselect(false);
    tabs.addSelectedChangeListener(change -> {
      String key = keys.get(change.getSelectedTab());
      if (change.isFromClient()) {
        state.choose(name, key);
      }
      show(key);
    });
  }

  /** Adds a tab; the first one is looked at unless the address names another. */
  public AddressTabs with(String key, String label, Supplier<Component> maker) {
    Tab tab = new Tab(label);
    tab.setId("tab-" + key);
    keys.put(tab, key);
    makers.put(key, maker);
    tabs.add(tab);
    return this;
  }

  /** Shows the tab of the address, once all tabs are added. */
  public AddressTabs open() {
    String asked = state.one(name).orElse("");
    tabs.setSelectedTab(
        keys.entrySet().stream()
            .filter(entry -> entry.getValue().equals(asked))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(keys.keySet().iterator().next()));
    return this;
  }

  private void show(String key) {
    content.removeAll();
    content.add(made.computeIfAbsent(key, _ -> makers.get(key).get()));
  }
}
