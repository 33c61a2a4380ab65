package io.drivetrain.webui.experiment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.drivetrain.webui.component.PageLink;
import io.drivetrain.webui.component.StateColor;
import io.drivetrain.webui.component.TextKey;
import io.drivetrain.webui.component.TimeFormat;
import io.drivetrain.webui.experiment.RunAttribute;
import io.drivetrain.webui.experiment.RunColumn;
import io.drivetrain.webui.experiment.RunField;
import io.drivetrain.webui.experiment.RunRow;
import io.drivetrain.webui.experiment.RunStatus;

/** The columns of a table of runs. Cells are texts and templates: a component each is slow. */
final class RunCells {
  private final Grid<RunRow> grid;
  private final RunNumbers numbers;

  RunCells(Grid<RunRow> grid) {
    this.grid = grid;
    this.numbers = new RunNumbers(UI.getCurrent().getLocale());
  }

  void addColumn(RunColumn shown) {
    RunField field = shown.field();
    Grid.Column<RunRow> column =
        field.kind() == RunField.Kind.ATTRIBUTE ? attribute(field.attribute()) : value(field);
    column
        .setKey(field.text())
        .setHeader(header(field))
        .setResizable(true)
        .setSortable(field.isSearchable())
        .setFlexGrow(0)
        .setWidth(shown.width().isPresent() ? shown.width().getAsInt() + "px" : width(field));
    if (field.isNumber() && field.kind() == RunField.Kind.METRIC) {
      column.setTextAlign(ColumnTextAlign.END);
    }
  }

  static String name(RunField field) {
    return field.kind() == RunField.Kind.ATTRIBUTE
        ? text(TextKey.of("runField", field.attribute()))
        : field.key();
  }

  private static Component header(RunField field) {
    Span name = new Span(name(field));
    if (field.kind() == RunField.Kind.ATTRIBUTE) {
      return name;
    }
    Span kind = new Span(text(TextKey.of("runField", field.kind())));
    kind.addClassName("kind");
    Div header = new Div(kind, name);
    header.addClassName("field-header");
    header.setTitle(field.text());
    return header;
  }

  private static String width(RunField field) {
    return switch (field.kind()) {
      case METRIC -> "8rem";
      case PARAM, TAG -> "9rem";
      case ATTRIBUTE ->
          switch (field.attribute()) {
            case NAME -> "14rem";
            case STATUS -> "8rem";
            case DURATION -> "8rem";
            case ID -> "19rem";
            case START, EXPERIMENT, MODEL, NOTE, USER, PARENT -> "11rem";
          };
    };
  }

  private Grid.Column<RunRow> value(RunField field) {
    Grid.Column<RunRow> column =
        switch (field.kind()) {
          case METRIC -> grid.addColumn(run -> numbers.metric(run.metrics().get(field.key())));
          case PARAM -> grid.addColumn(run -> run.params().getOrDefault(field.key(), ""));
          case TAG -> grid.addColumn(run -> run.tags().getOrDefault(field.key(), ""));
          case ATTRIBUTE -> throw new IllegalArgumentException(field.text());
        };
    return column.setTooltipGenerator(run -> run.value(field, run.startedAt()));
  }

  private Grid.Column<RunRow> attribute(RunAttribute attribute) {
    return switch (attribute) {
      case NAME -> grid.addColumn(nameLink());
      case STATUS -> grid.addColumn(badge());
      case START -> grid.addColumn(run -> times().at(run.startedAt()));
      case DURATION -> grid.addColumn(run -> times().lasting(run.lasting(times().now())));
      case EXPERIMENT -> grid.addColumn(RunRow::experiment);
      case MODEL, NOTE, USER, PARENT, ID -> plain(attribute);
    };
  }

  private Grid.Column<RunRow> plain(RunAttribute attribute) {
    RunField field = RunField.of(attribute);
    return grid.addColumn(run -> run.value(field, run.startedAt()))
        .setTooltipGenerator(run -> run.value(field, run.startedAt()));
  }

  private static LitRenderer<RunRow> nameLink() {
    return LitRenderer.<RunRow>of(
            "<a href=\"${item.href}\" ?data-deleted=${item.deleted}>${item.name}</a>")
        .withProperty("href", run -> PageLink.trackingRun(run.id()))
        .withProperty("name", RunRow::name)
        .withProperty("deleted", RunRow::deleted);
  }

  private static LitRenderer<RunRow> badge() {
    return LitRenderer.<RunRow>of(
            "<vaadin-badge data-color=\"${item.color}\">${item.status}</vaadin-badge>")
        .withProperty("color", run -> color(run.status()).key())
        .withProperty("status", run -> text(TextKey.of("trackingStatus", run.status())));
  }

  private static StateColor color(RunStatus status) {
    return switch (status) {
      case RUNNING -> StateColor.ACTIVE;
      case SCHEDULED -> StateColor.WAITING;
      case FINISHED -> StateColor.GOOD;
      case FAILED -> StateColor.BAD;
      case KILLED -> StateColor.STOPPED;
    };
  }

  private static TimeFormat times() {
    return TimeFormat.of(UI.getCurrent());
  }

  private static String text(String key) {
    return UI.getCurrent().getTranslation(key);
  }
}
