package io.drivetrain.webui.prediction.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.drivetrain.models.prediction.Prediction;
import io.drivetrain.webui.component.Quantities;
import java.util.Locale;

/** The interval as a picture: a band on a line, its ends, and the estimate where it lies in it. */
class IntervalBar extends Div {
  /** The line goes beyond the band by this part of it on both sides. */
  private static final double MARGIN = 0.25;

  IntervalBar(Prediction.Value prediction) {
    Quantities quantities = new Quantities(getLocale());
    double low = prediction.interval().low();
    double high = prediction.interval().high();
    String lowText = quantities.of(low, prediction.unit());
    String highText = quantities.of(high, prediction.unit());
    addClassName("interval-bar");
    getElement().setAttribute("role", "img");
    getElement()
        .setAttribute(
            "aria-label",
            getTranslation(
                "result.intervalPicture",
                lowText,
                highText,
                quantities.of(prediction.value(), prediction.unit())));
    getStyle().set("--band-start", percent(MARGIN / (1 + 2 * MARGIN)));
    getStyle().set("--value-at", percent((share(prediction) + MARGIN) / (1 + 2 * MARGIN)));
    add(part("track"), part("band"), part("value"), end("low", lowText), end("high", highText));
  }

  /** Where the value lies in the interval: 0 at its low end, 1 at its high end. */
  private static double share(Prediction.Value prediction) {
    double low = prediction.interval().low();
    double width = prediction.interval().high() - low;
    return width > 0 ? (prediction.value() - low) / width : 0.5;
  }

  private static Span part(String name) {
    Span part = new Span();
    part.addClassName("interval-" + name);
    return part;
  }

  private static Span end(String name, String text) {
    Span end = part(name);
    end.setText(text);
    return end;
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f%%", share * 100);
  }
}
