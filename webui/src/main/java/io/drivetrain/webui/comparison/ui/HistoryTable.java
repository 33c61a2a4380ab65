package io.drivetrain.webui.comparison.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import io.drivetrain.webui.comparison.History;
import io.drivetrain.webui.comparison.MetricPoint;
import io.drivetrain.webui.component.CsvText;
import io.drivetrain.webui.component.PageLink;
import io.drivetrain.webui.component.SignificantDigits;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** Where each line of a metric begins and ends, and how far it goes. */
class HistoryTable extends Grid<History> {
  private static final int ROWS_WITHOUT_SCROLLING = 10;

  private final SignificantDigits digits = new SignificantDigits(getLocale());

  HistoryTable() {
    setId("history-table");
    addThemeVariants(GridVariant.NO_BORDER);
    setSelectionMode(SelectionMode.NONE);
    setEmptyStateText(getTranslation("compare.history.none"));
    getElement().setAttribute("aria-label", getTranslation("compare.chart.history"));
    addComponentColumn(history -> PageLink.toTrackingRun(history.run().id(), history.run().name()))
        .setHeader(getTranslation("compare.run"))
        .setComparator(Comparator.comparing(history -> history.run().name()))
        .setWidth("11rem")
        .setFrozen(true);
    number("compare.history.points", history -> history.points().size());
    number("compare.history.firstValue", history -> history.points().getFirst().value());
    number("compare.history.last", history -> history.points().getLast().value());
    number("compare.box.least", history -> values(history).min().orElse(Double.NaN));
    number("compare.box.greatest", history -> values(history).max().orElse(Double.NaN));
  }

  void show(List<History> histories) {
    setItems(histories);
    setAllRowsVisible(histories.size() <= ROWS_WITHOUT_SCROLLING);
    if (histories.size() > ROWS_WITHOUT_SCROLLING) {
      setHeight("22rem");
    }
  }

  /** Every point, as it was logged. */
  static CsvText csv(List<History> histories) {
    CsvText csv = new CsvText(List.of("run_id", "run_name", "step", "time", "value"));
    for (History history : histories) {
      for (MetricPoint point : history.points()) {
        csv.row(
            List.of(
                history.run().id(),
                history.run().name(),
                point.step(),
                point.time().toString(),
                point.value()));
      }
    }
    return csv;
  }

  private void number(String header, ToDoubleFunction<History> value) {
    addColumn(history -> digits.of(value.applyAsDouble(history)))
        .setHeader(getTranslation(header))
        .setComparator(Comparator.comparingDouble(value::applyAsDouble))
        .setTextAlign(ColumnTextAlign.END)
        .setAutoWidth(true)
        .setFlexGrow(0);
  }

  private static DoubleStream values(History history) {
    return history.points().stream().mapToDouble(MetricPoint::value).filter(Double::isFinite);
  }
}
