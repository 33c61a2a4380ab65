package io.drivetrain.webui.comparison.ui;

import com.vaadin.flow.component.html.Div;
import io.drivetrain.webui.artifact.ArtifactService;
import io.drivetrain.webui.comparison.ComparisonService;
import io.drivetrain.webui.component.AddressTabs;
import io.drivetrain.webui.component.Panel;

/** The charts, of which one is shown, and below them the tables and files. */
class ComparePage extends Div {
  private static final String CHART = "chart";

  ComparePage(ComparisonService service, ArtifactService artifacts, Selection selection) {
    addClassName("stack");
    Axes axes = new Axes(selection.all());
    RunsTable runs = new RunsTable(selection, axes);
    runs.show(axes.telling());
    AddressTabs charts =
        new AddressTabs(selection.choices(), CHART, getTranslation("compare.charts"))
            .with(
                "parallel",
                getTranslation("compare.chart.parallel"),
                () -> new ParallelTab(selection, axes, runs::show))
            .with(
                "scatter",
                getTranslation("compare.chart.scatter"),
                () -> new ScatterTab(selection, axes, runs))
            .with(
                "contour",
                getTranslation("compare.chart.contour"),
                () -> new ContourTab(selection, axes, runs))
            .with("box", getTranslation("compare.chart.box"), () -> new BoxTab(selection, axes))
            .with(
                "history",
                getTranslation("compare.chart.history"),
                () -> new HistoryTab(service, selection, axes))
            .open();
    Panel panel = new Panel("charts", getTranslation("compare.charts"));
    panel.add(charts);
    add(
        new NarrowBar(selection, axes),
        panel,
        runs,
        new DifferencePanel(selection),
        new ArtifactPanel(artifacts, selection));
  }
}
