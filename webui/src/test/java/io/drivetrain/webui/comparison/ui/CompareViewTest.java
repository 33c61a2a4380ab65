package io.drivetrain.webui.comparison.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.QueryParameters;
import io.drivetrain.registry.client.memory.InMemoryRegistry;
import io.drivetrain.webui.CdiBrowserlessTest;
import io.drivetrain.webui.ServiceDoublesResource;
import io.drivetrain.webui.comparison.ComparedRun;
import io.drivetrain.webui.comparison.ComparisonFixtures;
import io.drivetrain.webui.comparison.Difference;
import io.drivetrain.webui.comparison.Field;
import io.drivetrain.webui.component.Chart;
import io.drivetrain.webui.component.ConnectionNotice;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceDoublesResource.class)
class CompareViewTest extends CdiBrowserlessTest {
  InMemoryRegistry registry;

  private String experiment;
  private String first;
  private String second;
  private String third;

  @BeforeEach
  void logRuns() {
    UI.getCurrent().setLocale(Locale.ENGLISH);
    experiment = ComparisonFixtures.experiment(registry);
    first = ComparisonFixtures.log(registry, experiment, "first", 0.1, "4");
    second = ComparisonFixtures.log(registry, experiment, "second", 0.2, "6");
    third = ComparisonFixtures.log(registry, experiment, "third", 0.3, "8");
  }

  @AfterEach
  void leave() {
    UI.getCurrent().removeAll();
  }

  @Test
  void addressNamesTheRunsAndTheFirstIsTheBaseline() {
    open("runs=%s,%s,%s".formatted(first, second, third));

    assertThat(find(H1.class).single().getText()).isEqualTo("Compare 3 runs");
    assertThat(selected()).isEqualTo("All 3 runs selected");
    assertThat(baseline().getValue().id()).isEqualTo(first);
    assertThat(differing()).containsExactly(Field.param("depth"), Field.metric("rmse"));
  }

  @Test
  void everyFieldIsShownWhenAskedFor() {
    open("runs=%s,%s".formatted(first, second));

    test(find(Checkbox.class).id("only-differing")).click();

    assertThat(differing()).contains(Field.param("seed"), Field.tag("team"), Field.metric("rmse"));
    assertThat(find(LeftOut.class).all()).isEmpty(); // nothing was left out: it is hidden
  }

  @Test
  void brushingNarrowsTablesAndTheWayBackIsOneClick() {
    open("runs=%s,%s,%s".formatted(first, second, third));

    brush("[[],[[0.15,0.35]]]");

    assertThat(selected()).isEqualTo("2 of 3 runs selected");
    assertThat(shown()).extracting(ComparedRun::name).containsExactly("second", "third");
    assertThat(find(Button.class, find(NarrowBar.class).single()).all())
        .anyMatch(chip -> chip.getText().equals("rmse: 0.15 to 0.35"));

    test(find(Button.class).id("clear-selection")).click();
    assertThat(selected()).isEqualTo("All 3 runs selected");
    assertThat(shown()).hasSize(3);
  }

  @Test
  void addressKeepsRangesBaselineAndChart() {
    open(
        "runs=%s,%s,%s&baseline=%s&narrow=metrics.rmse:0.15:0.35&chart=box"
            .formatted(first, second, third, third));

    assertThat(selected()).isEqualTo("2 of 3 runs selected");
    assertThat(baseline().getValue().id()).isEqualTo(third);
    assertThat(find(BoxTab.class).all()).hasSize(1);
    assertThat(find(ParallelTab.class).all()).isEmpty();
  }

  @Test
  void filterNamesRunsInAShortAddress() {
    open("experiment=%s&limit=2".formatted(experiment));

    assertThat(find(H1.class).single().getText()).isEqualTo("Compare 2 runs");
    assertThat(text(find(LeftOut.class).single())).contains("the filter finds more");
  }

  @Test
  void unknownRunsAreNamed() {
    String unknown = "e".repeat(32);

    open("runs=%s,%s,%s".formatted(first, unknown, second));

    assertThat(text(find(LeftOut.class).single())).contains("One run is not compared", unknown);
  }

  @Test
  void historyHasALineForEachRunAndATable() {
    open(
        "runs=%s,%s&chart=history&metric=metrics.rmse&by=relative&smoothing=50&log=1"
            .formatted(first, second));

    Chart chart = find(Chart.class).id("history");
    assertThat(chart.getElement().getProperty("option"))
        .contains("\"name\":\"first\"", "\"type\":\"log\"", "[1.0,0.2]");
    assertThat(find(HistoryTable.class).single().getGenericDataView().getItems()).hasSize(2);
  }

  @Test
  void everyChartOpens() {
    open("runs=%s,%s,%s".formatted(first, second, third));
    Tabs tabs = find(Tabs.class).single();

    for (Tab tab : find(Tab.class).all()) {
      tabs.setSelectedTab(tab);
      int drawn = tab.getId().orElseThrow().equals("tab-contour") ? 0 : 1;
      assertThat(find(Chart.class).all()).as(tab.getLabel()).hasSize(drawn);
    }
  }

  @Test
  void surfaceNeedsThreeNumbersAndFourRuns() {
    open("runs=%s,%s,%s&chart=contour".formatted(first, second, third));

    assertThat(text(find(ContourTab.class).single()))
        .contains("A surface needs three numbers and at least 4 runs.");
  }

  @Test
  void addressWithoutRunsSaysWhatToDo() {
    open("");

    assertThat(find(H1.class).single().getText()).isEqualTo("Compare runs");
    assertThat(find(ConnectionNotice.class).all()).isEmpty();
  }

  @Test
  void refusedFilterIsSaid() {
    open("experiment=%s&filter=nonsense".formatted(experiment));

    assertThat(find(ConnectionNotice.class).single().getText()).contains("nonsense");
  }

  private void open(String query) {
    UI.getCurrent().navigate("compare", QueryParameters.fromString(query));
  }

  private void brush(String ranges) {
    Chart chart = find(Chart.class).id("parallel");
    ComponentUtil.fireEvent(chart, new Chart.Brushed(chart, true, ranges));
  }

  private String selected() {
    return find(Span.class).id("selected-runs").getText();
  }

  @SuppressWarnings("unchecked")
  private ComboBox<ComparedRun> baseline() {
    return find(ComboBox.class).id("baseline");
  }

  private List<Field> differing() {
    return find(DifferenceGrid.class)
        .single()
        .getGenericDataView()
        .getItems()
        .map(Difference::field)
        .toList();
  }

  @SuppressWarnings("unchecked")
  private List<ComparedRun> shown() {
    Grid<ComparedRun> grid = find(Grid.class, find(RunsTable.class).single()).single();
    return grid.getGenericDataView().getItems().toList();
  }

  private static String text(Component component) {
    return component.getElement().getTextRecursively();
  }
}
