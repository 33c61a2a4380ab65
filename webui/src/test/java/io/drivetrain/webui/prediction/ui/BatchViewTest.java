package io.drivetrain.webui.prediction.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Paragraph;
import io.drivetrain.registry.client.memory.InMemoryRegistry;
import io.drivetrain.webui.CdiBrowserlessTest;
import io.drivetrain.webui.ServiceDoublesResource;
import io.drivetrain.webui.prediction.PredictionFixtures;
import io.drivetrain.webui.prediction.ProductionModel;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceDoublesResource.class)
class BatchViewTest extends CdiBrowserlessTest {
  private static final String FILE =
      """
      brand;model;year;mileage_km;fuel;fiscal_power;gearbox;first_hand;condition;note
      Dacia;Logan;2015;120000;Diesel;6;Manuelle;Non;Bon;=1+1
      Dacia;Logan;soon;120000;Diesel;6;Manuelle;Non;Bon;second
      """;

  @Inject ProductionModel production;
  InMemoryRegistry registry;

  @BeforeEach
  void openPage() {
    UI.getCurrent().setLocale(Locale.FRENCH);
    String version = registry.promote(PredictionFixtures.cars());
    await().until(() -> production.model().filter(m -> m.version().equals(version)).isPresent());
    navigate(BatchView.class);
  }

  @Test
  void fileIsShownBeforeItIsPredicted() {
    open(FILE);

    assertThat(text(find(BatchPanel.class).single()))
        .contains(
            "2 lignes, encodage UTF-8, séparateur ;", "Colonnes non utilisées : note", "Dacia");
    assertThat(find(BatchResults.class).all()).isEmpty();
  }

  @Test
  void wrongRowIsToldWithItsLineAndReasonAndDoesNotStopTheOthers() {
    open(FILE);

    predict();

    assertThat(find(Paragraph.class).id("batch-progress").getText())
        .isEqualTo("1 estimées, 1 refusées");
    Grid<?> grid = find(Grid.class).single();
    assertThat(test(grid).getCellText(0, 1)).isEqualTo("57\u00a0815\u00a0MAD");
    assertThat(test(grid).getCellText(1, 0)).isEqualTo("3");
    assertThat(test(grid).getCellText(1, 1)).isEqualTo("refusée");
    assertThat(test(grid).getCellText(1, 3)).startsWith("Année-Modèle – Entrez un nombre");

    test(find(Checkbox.class).id("batch-errors-only")).click();

    assertThat(test(grid).size()).isEqualTo(1);
  }

  @Test
  void unreadableFileSaysWhy() {
    open("a;b\n1;2\n");

    assertThat(find(Paragraph.class).id("batch-problem").getText())
        .startsWith("Aucune colonne n’est un champ du modèle");
    assertThat(find(BatchPanel.class).all()).isEmpty();
  }

  private void open(String file) {
    find(BatchView.class).single().open("cars.csv", file.getBytes(StandardCharsets.UTF_8));
  }

  private void predict() {
    test(find(Button.class).id("batch-start")).click();
    await()
        .pollInSameThread()
        .until(() -> {
          roundTrip();
          return !find(BatchResults.class).all().isEmpty();
        });
  }

  private static String text(Component component) {
    return component.getElement().getTextRecursively();
  }
}
