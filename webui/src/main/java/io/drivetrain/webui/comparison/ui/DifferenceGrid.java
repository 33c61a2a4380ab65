package io.drivetrain.webui.comparison.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.drivetrain.webui.comparison.ComparedRun;
import io.drivetrain.webui.comparison.Difference;
import io.drivetrain.webui.comparison.Field;
import io.drivetrain.webui.component.PageLink;
import io.drivetrain.webui.component.SignificantDigits;
import java.util.List;
import java.util.Optional;

/**
 * Fields as rows, a baseline and other runs as columns; what differs from the baseline stands out.
 */
class DifferenceGrid extends Grid<Difference> {
  private static final int ROWS_WITHOUT_SCROLLING = 12;

  private final SignificantDigits digits = new SignificantDigits(getLocale());

  DifferenceGrid() {
    setId("difference-table");
    addThemeVariants(GridVariant.NO_BORDER, GridVariant.WRAP_CELL_CONTENT);
    setSelectionMode(SelectionMode.NONE);
    getElement().setAttribute("aria-label", getTranslation("compare.differences"));
    setEmptyStateText(getTranslation("compare.differences.none"));
  }

  /**
   * @param columns for each shown run, its place among the others of a difference
   */
  void show(
      ComparedRun baseline, List<ComparedRun> shown, List<Integer> columns, List<Difference> rows) {
    removeAllColumns();
    addComponentColumn(this::name)
        .setHeader(getTranslation("compare.field"))
        .setWidth("11rem")
        .setFlexGrow(1)
        .setFrozen(true);
    addColumn(row -> text(row.field(), row.baseline()))
        .setHeader(head(baseline, true))
        .setWidth("9rem")
        .setFlexGrow(1);
    for (int i = 0; i < shown.size(); i++) {
      int column = columns.get(i);
      addComponentColumn(row -> cell(row, column))
          .setHeader(head(shown.get(i), false))
          .setWidth("9rem")
          .setFlexGrow(1)
          .setPartNameGenerator(row -> row.others().get(column).differs() ? "differs" : "same");
    }
    setItems(rows);
    setAllRowsVisible(rows.size() <= ROWS_WITHOUT_SCROLLING);
    if (rows.size() > ROWS_WITHOUT_SCROLLING) {
      setHeight("34rem");
    }
  }

  private Component head(ComparedRun run, boolean isBaseline) {
    Div head = new Div(PageLink.toTrackingRun(run.id(), run.name()));
    head.addClassName("column-head");
    if (isBaseline) {
      Span mark = new Span(getTranslation("compare.baseline"));
      mark.addClassName("quiet");
      head.add(mark);
    }
    return head;
  }

  private Component name(Difference row) {
    Span kind = new Span(getTranslation("compare.kind." + row.field().kind()));
    kind.addClassName("quiet");
    Div name = new Div(new Span(row.field().name()), kind);
    name.addClassName("field-name");
    return name;
  }

  private Component cell(Difference row, int column) {
    Difference.Other other = row.others().get(column);
    Div cell = new Div(new Span(text(row.field(), other.value())));
    cell.addClassName("difference");
    if (other.differs() && other.change().isPresent()) {
      Span change = new Span(digits.change(other.change().getAsDouble()));
      change.addClassName("quiet");
      cell.add(change);
    }
    return cell;
  }

  private String text(Field field, Optional<String> value) {
    if (value.isEmpty()) {
      return "–";
    }
    return field.kind() == Field.Kind.METRICS
        ? digits.of(Double.parseDouble(value.get()))
        : shortened(value.get());
  }

  private static String shortened(String text) {
    return text.length() <= 200 ? text : text.substring(0, 199) + "…";
  }
}
