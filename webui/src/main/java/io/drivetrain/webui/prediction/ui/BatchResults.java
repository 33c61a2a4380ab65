package io.drivetrain.webui.prediction.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import io.drivetrain.models.prediction.Prediction;
import io.drivetrain.models.schema.Feature;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.FieldIssue;
import io.drivetrain.webui.component.CsvText;
import io.drivetrain.webui.component.Panel;
import io.drivetrain.webui.component.Quantities;
import io.drivetrain.webui.prediction.batch.Batch;
import io.drivetrain.webui.prediction.batch.Batch.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** What became of each row of a file: its estimate, or what is wrong with it and where. */
class BatchResults extends Panel {
  private static final int SHOWN_AT_ONCE = 12;

  /** The file of the results is made where there is no page that has one. */
  private final Locale locale = getLocale();

  private final FeatureTexts texts = new FeatureTexts(locale);
  private final Quantities quantities = new Quantities(locale);
  private final Batch batch;
  private final FeatureSchema schema;

  BatchResults(String name, Batch batch, List<Result> results) {
    super("batch-results", UI.getCurrent().getTranslation("batch.results"));
    this.batch = batch;
    this.schema = batch.model().bundle().schema();
    Anchor download = new Anchor(CsvFile.of(resultName(name), () -> csv(results)), "");
    download.setText(getTranslation("batch.download"));
    download.setId("batch-download");
    addToHead(download);
    Grid<Result> grid = grid();
    grid.setItems(results);
    Checkbox errors = new Checkbox(getTranslation("batch.errorsOnly"));
    errors.setId("batch-errors-only");
    errors.addValueChangeListener(change ->
        grid.setItems(
            results.stream()
                .filter(one -> !change.getValue() || one.prediction().isEmpty())
                .toList()));
    errors.setVisible(results.stream().anyMatch(one -> one.prediction().isEmpty()));
    add(errors, grid);
  }

  private Grid<Result> grid() {
    Grid<Result> grid = new Grid<>();
    grid.addColumn(one -> one.line().number())
        .setHeader(getTranslation("batch.line"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    grid.addColumn(this::estimate)
        .setHeader(getTranslation("drivers.estimate"))
        .setTextAlign(ColumnTextAlign.END)
        .setAutoWidth(true)
        .setFlexGrow(0);
    grid.addColumn(this::interval)
        .setHeader(getTranslation("whatIf.interval"))
        .setWidth("14rem")
        .setFlexGrow(0);
    grid.addColumn(one -> remarks(one)).setHeader(getTranslation("batch.remark")).setFlexGrow(1);
    grid.addThemeVariants(GridVariant.NO_BORDER, GridVariant.WRAP_CELL_CONTENT);
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.setHeight(SHOWN_AT_ONCE * 2.5 + "rem");
    grid.getElement().setAttribute("aria-label", getTranslation("batch.results"));
    return grid;
  }

  private String estimate(Result one) {
    return switch (one.prediction().orElse(null)) {
      case null -> getTranslation("batch.refused");
      case Prediction.Value value -> quantities.of(value.value(), value.unit());
      case Prediction.Classes classes -> classes.label();
    };
  }

  private String interval(Result one) {
    return switch (one.prediction().orElse(null)) {
      case null -> "";
      case Prediction.Value value ->
          getTranslation(
              "accepted.range",
              quantities.of(value.interval().low(), ""),
              quantities.of(value.interval().high(), value.unit()));
      case Prediction.Classes classes ->
          getTranslation(
              "result.probable", quantities.percent(classes.probabilities().get(classes.label())));
    };
  }

  private String remarks(Result one) {
    List<FieldIssue> issues = new ArrayList<>(one.errors());
    issues.addAll(one.warnings());
    return issues.stream().map(this::remark).collect(Collectors.joining(" \u00b7 "));
  }

  private String remark(FieldIssue issue) {
    OptionalInt at = schema.indexOf(issue.field());
    if (at.isEmpty()) {
      return issue.field();
    }
    Feature feature = schema.feature(at.getAsInt());
    return feature.label().in(locale) + " \u2013 " + texts.issue(feature, issue);
  }

  /** The columns of the file as they came, then what is new. */
  private String csv(List<Result> results) {
    int columns = batch.table().header().size();
    List<String> header = new ArrayList<>(batch.table().header());
    header.addAll(
        List.of(
            "line", "estimate", "low", "high", "unit", "probability", "model_version", "remark"));
    CsvText csv = new CsvText(header);
    for (Result one : results) {
      List<Object> row = new ArrayList<>(one.line().cells());
      while (row.size() < columns) {
        row.add("");
      }
      row = new ArrayList<>(row.subList(0, columns));
      row.add(one.line().number());
      row.addAll(predicted(one));
      row.add(batch.model().version());
      row.add(remarks(one));
      csv.row(row);
    }
    return csv.toString();
  }

  /** Estimate, low, high, unit, probability. */
  private static List<Object> predicted(Result one) {
    return switch (one.prediction().orElse(null)) {
      case null -> List.of("", "", "", "", "");
      case Prediction.Value value ->
          List.of(
              Math.round(value.value()),
              Math.round(value.interval().low()),
              Math.round(value.interval().high()),
              value.unit(),
              "");
      case Prediction.Classes classes ->
          List.of(classes.label(), "", "", "", classes.probabilities().get(classes.label()));
    };
  }

  private static String resultName(String name) {
    return name.replaceAll("\\.[A-Za-z]{1,4}$", "").replaceAll("[^\\p{L}\\p{N}._-]", "_")
        + "-estimates.csv";
  }
}
