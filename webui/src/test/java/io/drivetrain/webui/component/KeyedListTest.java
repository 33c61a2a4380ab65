package io.drivetrain.webui.component;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyedListTest {
  private final Div parent = new Div();
  private final KeyedList<String, Span> list =
      new KeyedList<>(parent, text -> text.charAt(0), text -> new Span());

  @Test
  void componentStaysAsLongAsItsKey() {
    show("a1", "b1");
    Span b = (Span) parent.getComponentAt(1);

    show("b2", "c2");

    assertThat(parent.getChildren()).hasSize(2);
    assertThat(parent.getComponentAt(0)).isSameAs(b);
    assertThat(b.getText()).isEqualTo("b2");
    assertThat(parent.getComponentAt(1).getElement().getText()).isEqualTo("c2");
  }

  @Test
  void orderIsThatOfTheValues() {
    show("a1", "b1");

    show("b1", "a1");

    assertThat(parent.getChildren().map(child -> child.getElement().getText()))
        .containsExactly("b1", "a1");
  }

  @Test
  void emptyListLeavesNothing() {
    show("a1");

    show();

    assertThat(parent.getChildren()).isEmpty();
  }

  private void show(String... values) {
    list.show(List.of(values), Span::setText);
  }
}
