package io.drivetrain.pipeline.learning.html;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Arrays;
import java.util.List;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.Histogram;
import org.knowm.xchart.HorizontalBarChart;
import org.knowm.xchart.HorizontalBarChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Charts of XChart as elements of a page. Labels are for people who do not see them. */
public final class Charts {
  private static final Color NONE = new Color(0, 0, 0, 0);
  private static final int WIDTH = 480;
  private static final int HEIGHT = 340;
  private static final int BAR_PIXELS = 46;
  private static final int AXIS_PIXELS = 62;
  private static final int HISTOGRAM_BARS = 30;

  private final NumberText numbers;

  public Charts(NumberText numbers) {
    this.numbers = numbers;
  }

  /**
   * Dots on equal axes, with the line where both values are equal.
   *
   * @param low end of both axes; the dots lie between
   */
  public String scatter(
      String label, double[] x, double[] y, double low, double high, String xTitle, String yTitle) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .xAxisTitle(xTitle)
            .yAxisTitle(yTitle)
            .build();
    chart
        .getStyler()
        .setXAxisMin(low)
        .setXAxisMax(high)
        .setYAxisMin(low)
        .setYAxisMax(high)
        .setMarkerSize(4);
    XYSeries dots = chart.addSeries("rows", x, y);
    dots.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
    dots.setMarkerColor(Ink.ACCENT.color());
    XYSeries equal = chart.addSeries("equal", new double[] {low, high}, new double[] {low, high});
    equal.setMarker(SeriesMarkers.NONE);
    equal.setLineColor(Ink.OTHER.color());
    equal.setLineStyle(new BasicStroke(1.5f));
    chart.getStyler().setYAxisTickLabelsFormattingFunction(numbers::round);
    return svg(label, chart, chart.getStyler(), WIDTH, HEIGHT);
  }

  /**
   * How many of the values lie where. The outer bars count what lies beyond them, too.
   *
   * @param values one at least
   */
  public String histogram(
      String label, double[] values, double low, double high, String xTitle, String yTitle) {
    Histogram counts = counts(values, low, high);
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .xAxisTitle(xTitle)
            .yAxisTitle(yTitle)
            .build();
    chart.getStyler().setAvailableSpaceFill(0.95).setXAxisMaxLabelCount(5);
    chart
        .addSeries("rows", counts.getxAxisData(), counts.getyAxisData())
        .setFillColor(Ink.ACCENT.color());
    chart.getStyler().setYAxisTickLabelsFormattingFunction(numbers::round);
    return svg(label, chart, chart.getStyler(), WIDTH, HEIGHT);
  }

  static Histogram counts(double[] values, double low, double high) {
    return new Histogram(
        Arrays.stream(values).map(value -> Math.clamp(value, low, high)).boxed().toList(),
        HISTOGRAM_BARS,
        low,
        high);
  }

  /** Shares of two groups in pairs of bars, small and without axes; those before on the left. */
  public String pairs(String label, List<String> names, List<Double> before, List<Double> now) {
    int width = Math.max(60, names.size() * 22);
    CategoryChart chart = new CategoryChartBuilder().width(width).height(64).build();
    chart
        .getStyler()
        .setAvailableSpaceFill(0.8)
        .setAxisTicksVisible(false)
        .setPlotGridLinesVisible(false)
        .setChartPadding(0);
    chart.addSeries("before", names, before).setFillColor(Ink.WAITING.color());
    chart.addSeries("now", names, now).setFillColor(Ink.ACCENT.color());
    return svg(label, chart, chart.getStyler(), width, 64);
  }

  /**
   * Two bars for each name, side by side.
   *
   * @param names one at least, the topmost first
   */
  public String durations(
      String label, List<String> names, List<Double> waited, List<Double> worked, String xTitle) {
    HorizontalBarChart chart = bars(names.size(), xTitle);
    chart.addSeries("worked", worked, names).setFillColor(Ink.ACCENT.color());
    chart.addSeries("waited", waited, names).setFillColor(Ink.WAITING.color());
    chart.getStyler().setXAxisMin(0.0);
    return svg(label, chart, chart.getStyler(), WIDTH * 2, height(names.size()));
  }

  /**
   * One bar for each name, to the right of 0 in one colour and to the left in another.
   *
   * @param names one at least, the topmost first
   */
  public String headroom(String label, List<String> names, List<Double> values, String xTitle) {
    HorizontalBarChart chart = bars(names.size(), xTitle);
    List<Double> above = values.stream().map(value -> Math.max(0, value)).toList();
    List<Double> below = values.stream().map(value -> Math.min(0, value)).toList();
    chart.addSeries("above", above, names).setFillColor(Ink.GOOD.color());
    chart.addSeries("below", below, names).setFillColor(Ink.BAD.color());
    return svg(label, chart, chart.getStyler(), WIDTH * 2, height(names.size()));
  }

  private static HorizontalBarChart bars(int names, String xTitle) {
    HorizontalBarChart chart =
        new HorizontalBarChartBuilder()
            .width(WIDTH * 2)
            .height(height(names))
            .xAxisTitle(xTitle)
            .build();
    // Below the least distance of bars, so that every bar carries its name. XChart reads the hint
    // of
    // the x axis for names on either axis.
    chart.getStyler().setAvailableSpaceFill(0.7).setXAxisTickMarkSpacingHint(BAR_PIXELS * 3 / 4);
    return chart;
  }

  private static int height(int names) {
    return names * BAR_PIXELS + AXIS_PIXELS;
  }

  private String svg(
      String label, Chart<?, ?> chart, AxesChartStyler styler, int width, int height) {
    Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    styler
        .setAxisTickLabelsFont(font)
        .setAxisTitleFont(font)
        .setAxisTickLabelsColor(Ink.TEXT.color())
        .setAxisTickMarksColor(Ink.GRID.color())
        .setPlotGridLinesColor(Ink.GRID.color())
        .setPlotGridLinesStroke(new BasicStroke(1))
        .setXAxisTickLabelsFormattingFunction(numbers::round)
        .setXAxisTitleColor(Ink.TEXT.color())
        .setYAxisTitleColor(Ink.TEXT.color())
        .setLegendVisible(false)
        .setPlotBorderVisible(false)
        .setChartFontColor(Ink.TEXT.color())
        .setChartBackgroundColor(NONE)
        .setPlotBackgroundColor(NONE);
    return InlineSvg.paint(label, width, height, graphics -> chart.paint(graphics, width, height));
  }
}
