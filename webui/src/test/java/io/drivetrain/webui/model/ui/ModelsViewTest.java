package io.drivetrain.webui.model.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import io.drivetrain.registry.client.RegistryClient;
import io.drivetrain.registry.client.memory.InMemoryRegistry;
import io.drivetrain.webui.CdiBrowserlessTest;
import io.drivetrain.webui.ServiceDoublesResource;
import io.drivetrain.webui.component.ConnectionNotice;
import io.drivetrain.webui.component.PageLink;
import io.drivetrain.webui.model.ModelFixtures;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceDoublesResource.class)
class ModelsViewTest extends CdiBrowserlessTest {
  @Inject RegistryClient client;
  InMemoryRegistry registry;
  private ModelFixtures model;

  @BeforeEach
  void register() {
    UI.getCurrent().setLocale(Locale.ENGLISH);
    model = ModelFixtures.linked(client, registry);
  }

  @Test
  void everyModelSaysWhatIsInProductionSinceWhen() {
    model.promote();
    model.add(Map.of());

    open();

    assertThat(cell("production")).startsWith("Version 1Productionsince ");
    assertThat(cell("latest")).isEqualTo("Version 2");
    assertThat(cell("aliases")).isEqualTo("@champion");
    assertThat(find(Anchor.class, component("name")).single().getHref())
        .isEqualTo(PageLink.model(model.name()));
  }

  @Test
  void modelWithoutProductionSaysSo() {
    open();

    assertThat(cell("production")).isEqualTo("Nothing in production");
  }

  @Test
  void nameThatNothingHasShowsAnEmptyListWithWords() {
    UI.getCurrent().navigate("models", QueryParameters.of("name", "no such model"));

    assertThat(find(TextField.class).id("model-name").getValue()).isEqualTo("no such model");
    assertThat(test(grid()).size()).isZero();
    assertThat(text(grid().getEmptyStateComponent())).contains("No model has this in its name");
  }

  @Test
  void registryThatIsDownIsSaidInWords() {
    registry.stop();
    try {
      UI.getCurrent().navigate("models", QueryParameters.of("name", "any"));
      test(grid()).size();

      assertThat(find(ConnectionNotice.class).single().getText()).contains("not reachable");
    } finally {
      registry.restart();
    }
  }

  private void open() {
    UI.getCurrent().navigate("models", QueryParameters.of("name", model.name()));
    assertThat(test(grid()).size()).isOne();
  }

  @SuppressWarnings("unchecked")
  private Grid<Object> grid() {
    return find(Grid.class).single();
  }

  private Component component(String column) {
    return test(grid()).getCellComponent(0, column);
  }

  private String cell(String column) {
    return text(component(column));
  }

  private static String text(Component component) {
    return component.getElement().getTextRecursively();
  }
}
