package io.drivetrain.webui.trackingrun.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import io.drivetrain.webui.component.SignificantDigits;
import io.drivetrain.webui.component.TimeFormat;
import io.drivetrain.webui.trackingrun.TrackingRun.LoggedMetric;
import java.util.List;

/** The points of a metric. */
class PointGrid extends Grid<LoggedMetric> {
  private final SignificantDigits digits = new SignificantDigits(getLocale());
  private final TimeFormat times = TimeFormat.of(UI.getCurrent());

  PointGrid() {
    addThemeVariants(GridVariant.NO_BORDER);
    setSelectionMode(SelectionMode.NONE);
    setHeight("16rem");
    getElement().setAttribute("aria-label", getTranslation("compare.history.points"));
    addColumn(LoggedMetric::step)
        .setHeader(getTranslation("compare.by.STEP"))
        .setTextAlign(ColumnTextAlign.END)
        .setFlexGrow(0);
    addColumn(point -> times.clock(point.time())).setHeader(getTranslation("compare.by.TIME"));
    addColumn(point -> digits.of(point.value()))
        .setHeader(getTranslation("trackingRun.value"))
        .setTextAlign(ColumnTextAlign.END);
  }

  void show(List<LoggedMetric> points) {
    setItems(points);
  }
}
