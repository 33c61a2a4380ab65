package io.drivetrain.webui.experiment.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import io.drivetrain.registry.client.RegistryClient;
import io.drivetrain.webui.CdiBrowserlessTest;
import io.drivetrain.webui.ServiceDoublesResource;
import io.drivetrain.webui.experiment.ExperimentRow;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceDoublesResource.class)
class ExperimentsViewTest extends CdiBrowserlessTest {
  private static final Instant START = Instant.parse("2026-03-01T06:00:00Z");

  @Inject RegistryClient client;

  private String older;
  private String newer;

  @BeforeEach
  void fill() {
    UI.getCurrent().setLocale(Locale.ENGLISH);
    older = client.tracking().getOrCreateExperiment("older " + UUID.randomUUID()).id();
    newer = client.tracking().getOrCreateExperiment("newer " + UUID.randomUUID()).id();
    client.tracking().createRun(older, "one", START, Map.of());
    client.tracking().createRun(older, "two", START.plusSeconds(60), Map.of());
  }

  @Test
  void listsExperimentsWithTheirRuns() {
    navigate(ExperimentsView.class);

    assertThat(row(0).id()).isEqualTo(newer);
    assertThat(row(1).id()).isEqualTo(older);
    assertThat(row(1).runs()).isEqualTo(2);
    assertThat(row(1).running()).isEqualTo(2);
    assertThat(row(1).lastRun()).contains(START.plusSeconds(60));
    assertThat(row(0).lastRun()).isEmpty();
  }

  @Test
  void opensSeveralExperimentsTogether() {
    navigate(ExperimentsView.class);
    grid().asMultiSelect().select(row(0), row(1));
    Button open = find(Button.class).withId("open-experiments").single();
    assertThat(open.getText()).isEqualTo("Runs of 2 experiments");

    test(open).click();

    assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isEqualTo("experiments/runs");
    assertThat(UI.getCurrent().getActiveViewLocation().getQueryParameters().getParameters())
        .containsEntry("experiment", List.of(older, newer).stream().sorted().toList());
  }

  private ExperimentRow row(int number) {
    return test(grid()).getRow(number);
  }

  @SuppressWarnings("unchecked")
  private Grid<ExperimentRow> grid() {
    return find(Grid.class).withId("experiments").single();
  }
}
