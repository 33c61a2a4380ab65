package io.drivetrain.webui.component;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.util.Locale;
import java.util.function.Supplier;

/** Takes a chart away: the picture as PNG and SVG, its numbers as CSV. */
public final class ChartTools extends Div {

  /**
   * @param name of the files, without their ending
   * @param numbers what the chart shows when it is asked
   */
  public ChartTools(Chart chart, String name, Supplier<CsvText> numbers) {
    addClassName("chart-tools");
    add(
        picture(chart, name, "png"),
        picture(chart, name, "svg"),
        FileLink.csv(name + ".csv", "CSV", numbers));
  }

  private Button picture(Chart chart, String name, String type) {
    String label = getTranslation("chart.picture", type.toUpperCase(Locale.ROOT));
    Button button = new Button(type.toUpperCase(Locale.ROOT));
    button.addClickListener(click -> chart.download(type, name));
    button.addThemeVariants(ButtonVariant.TERTIARY);
    button.setTooltipText(label);
    return button;
  }
}
