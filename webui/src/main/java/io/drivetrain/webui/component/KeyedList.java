package io.drivetrain.webui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Components for a list that changes: one for each key, which stays as long as its key does. So a
 * page that is brought up to date loses neither the focus nor the place.
 */
public final class KeyedList<V, C extends Component> {
  private final HasComponents parent;
  private final Function<V, Object> key;
  private final Function<V, C> make;
  private Map<Object, C> components = Map.of();

  public KeyedList(HasComponents parent, Function<V, Object> key, Function<V, C> make) {
    this.parent = parent;
    this.key = key;
    this.make = make;
  }

  public void show(List<V> values, BiConsumer<C, V> show) {
    Map<Object, C> next = new LinkedHashMap<>();
    for (V value : values) {
      C component =
          next.computeIfAbsent(
              key.apply(value),
              id -> components.containsKey(id) ? components.get(id) : make.apply(value));
      show.accept(component, value);
    }
    if (!List.copyOf(next.keySet()).equals(List.copyOf(components.keySet()))) {
      components.values().forEach(parent::remove);
      next.values().forEach(parent::add);
    }
    components = next;
  }
}
