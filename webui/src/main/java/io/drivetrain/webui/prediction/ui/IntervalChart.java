package io.drivetrain.webui.prediction.ui;

import com.vaadin.flow.component.UI;
import io.drivetrain.models.prediction.Prediction;
import io.drivetrain.webui.component.BandChart;
import io.drivetrain.webui.component.BandChart.End;
import io.drivetrain.webui.component.Chart;
import io.drivetrain.webui.component.Quantities;
import java.util.Optional;

/** The interval as a picture: a band, its ends, and the estimate where it lies in it. */
final class IntervalChart {
  private IntervalChart() {}

  static Chart of(Prediction.Value prediction) {
    UI page = UI.getCurrent();
    Quantities quantities = new Quantities(page.getLocale());
    double low = prediction.interval().low();
    double high = prediction.interval().high();
    String lowText = quantities.of(low, prediction.unit());
    String highText = quantities.of(high, prediction.unit());
    return new BandChart(
            Optional.of(new End(low, lowText)),
            Optional.of(new End(high, highText)),
            prediction.value(),
            "--accent")
        .chart(
            page.getTranslation(
                "result.intervalPicture",
                lowText,
                highText,
                quantities.of(prediction.value(), prediction.unit())));
  }
}
