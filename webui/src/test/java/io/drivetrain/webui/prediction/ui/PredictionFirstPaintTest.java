package io.drivetrain.webui.prediction.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.drivetrain.registry.client.memory.InMemoryRegistry;
import io.drivetrain.webui.ServiceDoublesResource;
import io.drivetrain.webui.language.Language;
import io.drivetrain.webui.prediction.PredictionFixtures;
import io.drivetrain.webui.prediction.ProductionModel;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceDoublesResource.class)
class PredictionFirstPaintTest {
  @Inject ProductionModel production;
  @Inject PredictionFirstPaint firstPaint;
  InMemoryRegistry registry;

  @Test
  void firstPaintHasTheWordsAndFieldsOfTheForm() {
    String version = registry.promote(PredictionFixtures.cars());
    await().until(() -> production.model().filter(m -> m.version().equals(version)).isPresent());

    Element page = firstPaint.of("", Language.ENGLISH).orElseThrow();

    assertThat(page.select("h1").text()).isEqualTo("Estimate: price");
    assertThat(page.select("label span").eachText()).contains("Make", "Mileage").hasSize(9);
    assertThat(page.select("input[value=50\u00a0000]")).hasSize(1);
  }

  @Test
  void otherPagesHaveNone() {
    assertThat(firstPaint.of("pipelines", Language.FRENCH)).isEmpty();
  }
}
