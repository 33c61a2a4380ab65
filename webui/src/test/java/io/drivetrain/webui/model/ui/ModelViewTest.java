package io.drivetrain.webui.model.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import io.drivetrain.registry.client.RegistryClient;
import io.drivetrain.registry.client.memory.InMemoryRegistry;
import io.drivetrain.registry.client.model.Stage;
import io.drivetrain.webui.CdiBrowserlessTest;
import io.drivetrain.webui.ServiceDoublesResource;
import io.drivetrain.webui.component.DialogError;
import io.drivetrain.webui.component.PageLink;
import io.drivetrain.webui.component.ReasonDialog;
import io.drivetrain.webui.model.ModelFixtures;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceDoublesResource.class)
class ModelViewTest extends CdiBrowserlessTest {
  @Inject RegistryClient client;
  InMemoryRegistry registry;
  private ModelFixtures model;

  @BeforeEach
  void promoteTwoVersions() {
    UI.getCurrent().setLocale(Locale.ENGLISH);
    model = ModelFixtures.linked(client, registry);
    model.promote();
    model.promote();
  }

  @Test
  void versionsAreListedTheNewestFirst() {
    open();

    Grid<?> versions = find(Grid.class).single();
    assertThat(test(versions).size()).isEqualTo(2);
    assertThat(text(test(versions).getCellComponent(0, "version"))).isEqualTo("Version 2");
    assertThat(text(test(versions).getCellComponent(0, "stage"))).isEqualTo("Production");
    assertThat(text(test(versions).getCellComponent(1, "stage"))).isEqualTo("Archived");
    assertThat(find(Anchor.class).id("production-version").getHref())
        .isEqualTo(PageLink.version(model.name(), "2"));
  }

  @Test
  void rollbackPutsTheFormerVersionBackWithItsAliasAndReason() {
    open();

    rollBack("prices are far too high");

    assertThat(model.stageOf("1")).isEqualTo(Stage.PRODUCTION);
    assertThat(model.stageOf("2")).isEqualTo(Stage.ARCHIVED);
    assertThat(model.champion()).isEqualTo("1");
    assertThat(find(ReasonDialog.class).all()).isEmpty();
    assertThat(find(Anchor.class).id("production-version").getText()).isEqualTo("Version 1");
    assertThat(text(find(AuditPanel.class).single()))
        .contains("Version 1: Archived \u2192 Production", "prices are far too high");
    assertThat(find(RollbackButton.class).all()).isEmpty();
  }

  @Test
  void rollbackNeedsAReason() {
    open();

    rollBack("  ");

    assertThat(find(TextArea.class, find(ReasonDialog.class).single()).single().isInvalid())
        .isTrue();
    assertThat(model.champion()).isEqualTo("2");
  }

  @Test
  void rollbackOfAStalePageIsRefusedInWordsAndThePageIsBroughtUpToDate() {
    open();
    model.promote();

    rollBack("prices are far too high");

    assertThat(model.champion()).isEqualTo("3");
    assertThat(text(find(DialogError.class).single())).contains("Nothing was changed");
    assertThat(find(Anchor.class).id("production-version").getText()).isEqualTo("Version 3");
  }

  @Test
  void descriptionIsEdited() {
    open();
    assertThat(find(Paragraph.class).id("description").getText()).isEqualTo("No description");

    test(find(Button.class).id("edit-description")).click();
    find(TextArea.class).id("description-text").setValue("Rents of flats");
    test(find(Button.class).id("save")).click();

    assertThat(find(Paragraph.class).id("description").getText()).isEqualTo("Rents of flats");
  }

  @Test
  void unknownModelSaysSo() {
    UI.getCurrent().navigate("models/no_such_model");

    assertThat(text(find(ModelView.class).single())).contains("Model not found", "no_such_model");
  }

  private void open() {
    UI.getCurrent().navigate(PageLink.model(model.name()));
  }

  private void rollBack(String reason) {
    test(find(RollbackButton.class).single()).click();
    ReasonDialog dialog = find(ReasonDialog.class).single();
    find(TextArea.class, dialog).single().setValue(reason);
    test(find(Button.class).id("confirm")).click();
  }

  private static String text(Component component) {
    return component.getElement().getTextRecursively();
  }
}
