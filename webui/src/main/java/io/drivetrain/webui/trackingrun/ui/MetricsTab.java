package io.drivetrain.webui.trackingrun.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.drivetrain.webui.client.ServiceCallException;
import io.drivetrain.webui.component.AddressState;
import io.drivetrain.webui.component.ConnectionNotice;
import io.drivetrain.webui.component.KeyedList;
import io.drivetrain.webui.trackingrun.TrackingRun;
import io.drivetrain.webui.trackingrun.TrackingRun.LoggedMetric;
import io.drivetrain.webui.trackingrun.TrackingRunService;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A chart for each metric that has a history. */
class MetricsTab extends Div implements RunPart {
  private static final String BY = "by";
  private static final String METRIC = "metric";

  /** Charts that a page carries; a filter reaches the others. */
  private static final int MAX_CHARTS = 24;

  private final TrackingRunService service;
  private final boolean system;
  private final ConnectionNotice connection = new ConnectionNotice();
  private final TextField filter = new TextField();
  private final Select<ChartBy> by = new Select<>();
  private final Paragraph note = new Paragraph();
  private final Div charts = new Div();
  private final KeyedList<String, MetricChart> chart;
  private TrackingRun latest;
  private List<LoggedMetric> drawn = List.of();

  /**
   * @param system the metrics of the machine, and not those of the model
   */
  MetricsTab(TrackingRunService service, TrackingRun run, AddressState state, boolean system) {
    this.service = service;
    this.system = system;
    this.latest = run;
    filter.setLabel(getTranslation("trackingRun.metrics.filter"));
    filter.setId("metric-filter");
    filter.setClearButtonVisible(true);
    filter.setValueChangeMode(ValueChangeMode.LAZY);
    filter.setValue(state.one(METRIC).orElse(""));
    filter.addValueChangeListener(change -> {
      state.choose(METRIC, change.getValue());
      draw();
    });
    by.setLabel(getTranslation("compare.by"));
    by.setItems(ChartBy.values());
    by.setItemLabelGenerator(one -> getTranslation("compare.by." + one));
    by.setValue(state.one(BY).map(ChartBy::of).orElse(system ? ChartBy.TIME : ChartBy.STEP));
    by.addValueChangeListener(change -> {
      state.choose(BY, change.getValue().key());
      draw();
    });
    Div controls = new Div(filter, by);
    controls.addClassName("chart-controls");
    note.addClassName("quiet");
    charts.addClassName("metric-charts");
    chart = new KeyedList<>(charts, key -> key, MetricChart::new);
    add(connection, controls, note, charts);
    draw();
  }

  @Override
  public final void show(TrackingRun run) {
    latest = run;
    if (isAttached() && !asked().equals(drawn)) { // something was logged
      draw();
    }
  }

  private List<LoggedMetric> asked() {
    String wanted = filter.getValue().toLowerCase(Locale.ROOT);
    return latest.metrics().stream()
        .filter(metric -> metric.isOfSystem() == system)
        .filter(metric -> metric.step() > 0)
        .filter(metric -> metric.key().toLowerCase(Locale.ROOT).contains(wanted))
        .toList();
  }

  private void draw() {
    List<LoggedMetric> all = asked();
    List<String> keys = all.stream().limit(MAX_CHARTS).map(LoggedMetric::key).toList();
    Map<String, List<LoggedMetric>> histories;
    try {
      histories = service.histories(latest.id(), keys);
    } catch (ServiceCallException failure) {
      connection.show(failure); // what was read last stays
      return;
    }
    connection.hide();
    drawn = all;
    chart.show(keys, (one, key) -> one.show(histories.get(key), by.getValue(), latest.startedAt()));
    note.setText(said(all.size(), keys.size()));
    note.setVisible(!note.getText().isEmpty());
  }

  private String said(int all, int shown) {
    if (all == 0) {
      return getTranslation("trackingRun.charts.none");
    }
    return all > shown ? getTranslation("trackingRun.charts.first", shown, all) : "";
  }
}
