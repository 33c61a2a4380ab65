package io.drivetrain.webui.experiment.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.event.SortEvent;
import com.vaadin.flow.router.QueryParameters;
import io.drivetrain.registry.client.RegistryClient;
import io.drivetrain.registry.client.memory.InMemoryRegistry;
import io.drivetrain.registry.client.tracking.Metric;
import io.drivetrain.registry.client.tracking.RunStatus;
import io.drivetrain.registry.client.tracking.TrackingClient;
import io.drivetrain.webui.CdiBrowserlessTest;
import io.drivetrain.webui.ServiceDoublesResource;
import io.drivetrain.webui.component.ConnectionNotice;
import io.drivetrain.webui.experiment.RunField;
import io.drivetrain.webui.experiment.RunRow;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceDoublesResource.class)
class RunsViewTest extends CdiBrowserlessTest {
  private static final Instant START = Instant.parse("2026-03-01T06:00:00Z");

  InMemoryRegistry registry;

  @Inject RegistryClient client;

  private String experiment;

  @BeforeEach
  void fill() {
    UI.getCurrent().setLocale(Locale.ENGLISH);
    experiment = client.tracking().getOrCreateExperiment("cars " + UUID.randomUUID()).id();
    run("slow", 0, 3, "trees");
    run("good", 1, 1, "trees");
    run("odd", 2, 2, "linear");
  }

  @AfterEach
  void leave() {
    UI.getCurrent().removeAll();
  }

  @Test
  void listsRunsWithWhatTellsThemApart() {
    open(Map.of());

    assertThat(find(H1.class).single().getText()).startsWith("cars ");
    assertThat(count()).isEqualTo("3 runs");
    assertThat(names()).containsExactly("odd", "good", "slow");
    assertThat(grid().getColumns())
        .extracting(Grid.Column::getKey)
        .containsExactly("name", "status", "start", "duration", "metrics.rmse", "params.kind");
  }

  @Test
  void addressSaysFilterOrderAndColumns() {
    open(
        Map.of(
            "filter", List.of("params.kind = 'trees'"),
            "order", List.of("metrics.rmse"),
            "column", List.of("metrics.rmse@150", "name")));

    assertThat(names()).containsExactly("good", "slow");
    assertThat(count()).isEqualTo("2 runs");
    assertThat(filter().getValue()).isEqualTo("params.kind = 'trees'");
    assertThat(grid().getColumns())
        .extracting(Grid.Column::getKey)
        .containsExactly("metrics.rmse", "name");
    assertThat(grid().getColumnByKey("metrics.rmse").getWidth()).isEqualTo("150px");
    assertThat(grid().getSortOrder())
        .singleElement()
        .satisfies(order -> assertThat(order.getSorted().getKey()).isEqualTo("metrics.rmse"));
  }

  @Test
  void filterThatIsTypedIsKeptInTheAddress() {
    open(Map.of());

    test(filter()).setValue("params.kind = 'linear'");

    assertThat(names()).containsExactly("odd");
    assertThat(UI.getCurrent().getActiveViewLocation().getQueryParameters().getParameters())
        .containsEntry("filter", List.of("params.kind = 'linear'"))
        .containsEntry("experiment", List.of(experiment));
  }

  @Test
  void headingOrdersInTheRegistry() {
    open(Map.of());

    ComponentUtil.fireEvent(
        grid(),
        new SortEvent<>(
            grid(), GridSortOrder.asc(grid().getColumnByKey("metrics.rmse")).build(), true));

    assertThat(names()).containsExactly("good", "odd", "slow");
    assertThat(UI.getCurrent().getActiveViewLocation().getQueryParameters().getParameters())
        .containsEntry("order", List.of("metrics.rmse"));
  }

  @Test
  void conditionIsPutTogetherWithoutTheLanguage() {
    open(Map.of());
    test(button("add-condition")).click();
    ConditionDialog dialog = find(ConditionDialog.class).single();
    @SuppressWarnings("unchecked")
    ComboBox<RunField> field = find(ComboBox.class, dialog).single();
    field.setValue(RunField.param("kind"));
    find(TextField.class, dialog).withId("condition-value").single().setValue("linear");

    test(button("confirm")).click();

    assertThat(filter().getValue()).isEqualTo("params.kind = 'linear'");
    assertThat(names()).containsExactly("odd");
  }

  @Test
  void columnsAreChosenAndTheOldOnesKeepTheirPlace() {
    open(Map.of("column", List.of("metrics.rmse@150", "name")));
    test(button("choose-columns")).click();
    ColumnDialog dialog = find(ColumnDialog.class).single();
    @SuppressWarnings("unchecked")
    Grid<RunField> fields = find(Grid.class, dialog).single();
    fields.asMultiSelect().deselect(RunField.parse("name").orElseThrow());
    fields.asMultiSelect().select(RunField.param("kind"));

    test(button("confirm")).click();

    assertThat(UI.getCurrent().getActiveViewLocation().getQueryParameters().getParameters())
        .containsEntry("column", List.of("metrics.rmse@150", "params.kind"));
  }

  @Test
  void runningRunMovesByItself() {
    String run = run("live", 3, 9, "trees");
    open(Map.of("column", List.of("name", "status", "metrics.rmse")));
    assertThat(test(grid()).getCellText(0, 2)).isEqualTo("9");

    client()
        .logBatch(run, List.of(Metric.of("rmse", 8, START.plusSeconds(60))), Map.of(), Map.of());

    await()
        .pollInSameThread()
        .untilAsserted(() -> {
          roundTrip();
          assertThat(test(grid()).getCellText(0, 2)).isEqualTo("8");
        });
  }

  @Test
  void newRunsAppearByThemselves() {
    String run = run("live", 3, 9, "trees");
    open(Map.of());

    run("newest", 4, 1, "trees");

    await()
        .pollInSameThread()
        .untilAsserted(() -> {
          roundTrip();
          assertThat(names()).startsWith("newest", "live");
        });
    client().finishRun(run, RunStatus.FINISHED, START.plusSeconds(60));
  }

  @Test
  void saysWhenTheRegistryIsAway() {
    registry.faults().unavailable(true);
    try {
      open(Map.of());

      assertThat(find(ConnectionNotice.class).withId("away").all())
          .anySatisfy(notice -> assertThat(notice.getText()).contains("registry"));
      assertThat(names()).isEmpty();
    } finally {
      registry.faults().unavailable(false);
    }
  }

  @Test
  void selectedRunsAreCompared() {
    open(Map.of());
    assertThat(button("selection-all").getText()).isEqualTo("Select all 3");
    grid().asMultiSelect().select(test(grid()).getRow(0));
    assertThat(find(Button.class).withId("selection-compare").all()).isEmpty();

    grid().asMultiSelect().select(test(grid()).getRow(1));

    assertThat(button("selection-compare").isVisible()).isTrue();
  }

  @Test
  void selectedRunsAreTaggedAndSayWhatBecameOfThem() {
    open(Map.of());
    test(button("selection-all")).click();
    test(button("selection-tag")).click();
    find(TextField.class).withId("tag-key").single().setValue("team");
    find(TextField.class).withId("tag-value").single().setValue("blue");

    test(button("confirm")).click();

    assertThat(notification()).isEqualTo("3 runs changed");
    assertThat(
            client().searchRuns(List.of(experiment), "tags.team = 'blue'", 9, List.of(), "").runs())
        .hasSize(3);
    assertThat(grid().getSelectedItems()).isEmpty();
  }

  @Test
  void deletedRunsAreRestoredFromTheTrash() {
    open(Map.of());
    RunRow first = test(grid()).getRow(0);
    grid().asMultiSelect().select(first);
    test(button("selection-delete")).click();
    test(find(ConfirmDialog.class).single()).confirm();
    assertThat(count()).isEqualTo("2 runs");

    open(Map.of("shown", List.of("deleted")));
    assertThat(names()).containsExactly(first.name());
    grid().asMultiSelect().select(test(grid()).getRow(0));
    test(button("selection-restore")).click();

    assertThat(count()).isEqualTo("No run");
    open(Map.of());
    assertThat(count()).isEqualTo("3 runs");
  }

  @Test
  void saysWhichRunsDidNotChange() {
    open(Map.of());
    test(button("selection-all")).click();
    registry
        .faults()
        .before(
            "POST runs/delete",
            () -> {
              registry.faults().before("POST runs/delete", () -> {});
              registry.faults().unavailable(true);
            });
    try {
      test(button("selection-delete")).click();
      test(find(ConfirmDialog.class).single()).confirm();

      assertThat(notification()).startsWith("1 changed, 2 not: ");
    } finally {
      registry.faults().unavailable(false);
    }
  }

  @Test
  void savedViewsAreNotAvailableWithoutADatabase() {
    open(Map.of());

    test(button("saved-views")).click();

    assertThat(find(SavedViewsDialog.class).single().getElement().getTextRecursively())
        .contains("Saved views are not available");
  }

  private String notification() {
    return test(find(Notification.class).single()).getText();
  }

  private void open(Map<String, List<String>> parameters) {
    Map<String, List<String>> all = new HashMap<>(parameters);
    all.put("experiment", List.of(experiment));
    UI.getCurrent().navigate(RunsView.class, new QueryParameters(all));
  }

  private TrackingClient client() {
    return client.tracking();
  }

  private String run(String name, int second, double rmse, String kind) {
    String id =
        client()
            .createRun(experiment, name, START.plusSeconds(second), Map.of("mlflow.user", "ana"))
            .id();
    client()
        .logBatch(
            id,
            List.of(Metric.of("rmse", rmse, START)),
            Map.of("kind", kind, "data", "cars"),
            Map.of());
    if (!name.equals("live")) {
      client().finishRun(id, RunStatus.FINISHED, START.plusSeconds(second + 10L * (second + 1)));
    }
    return id;
  }

  @SuppressWarnings("unchecked")
  private Grid<RunRow> grid() {
    return find(Grid.class).withId("runs-table").single();
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    for (int row = 0; row < test(grid()).size(); row++) {
      names.add(test(grid()).getRow(row).name());
    }
    return names;
  }

  private String count() {
    return find(Span.class).withId("run-count").single().getText();
  }

  private TextField filter() {
    return find(TextField.class).withId("run-filter").single();
  }

  private Button button(String id) {
    return find(Button.class).withId(id).single();
  }
}
