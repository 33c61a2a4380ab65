package io.drivetrain.webui.component.report;

import com.vaadin.flow.component.UI;
import io.drivetrain.pipeline.api.report.HoldOutReport;
import io.drivetrain.webui.component.BarChart;
import io.drivetrain.webui.component.BarChart.Bar;
import io.drivetrain.webui.component.Facts;
import io.drivetrain.webui.component.Panel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How close the predictions of the hold-out are. */
public class HoldOutSection extends Panel {
  private final ReportNumbers numbers = new ReportNumbers(getLocale());

  public HoldOutSection(HoldOutReport holdOut) {
    super("report-holdout", UI.getCurrent().getTranslation("report.holdOut"));
    Map<String, String> values = new LinkedHashMap<>();
    values.put(getTranslation("report.rows"), numbers.count(holdOut.count()));
    values.put(
        getTranslation("report.meanError"), numbers.value(holdOut.meanError(), holdOut.unit()));
    List<Bar> shares =
        List.of(
            bar("report.withinTen", holdOut.withinTenPercent()),
            bar("report.withinTwenty", holdOut.withinTwentyPercent()),
            bar("report.inside", holdOut.insideInterval()));
    shares.forEach(share -> values.put(share.name(), share.text()));
    Facts facts = new Facts();
    facts.show(values);
    add(new BarChart(getTranslation("report.holdOut.picture"), shares), facts);
  }

  private Bar bar(String key, double share) {
    return new Bar(getTranslation(key), share, numbers.share(share), "--chart-up");
  }
}
