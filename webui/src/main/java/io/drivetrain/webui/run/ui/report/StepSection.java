package io.drivetrain.webui.run.ui.report;

import com.vaadin.flow.component.UI;
import io.drivetrain.pipeline.api.report.RunReport;
import io.drivetrain.pipeline.api.report.StepReport;
import io.drivetrain.webui.component.Panel;
import io.drivetrain.webui.component.StateBadge;
import io.drivetrain.webui.component.StateColor;
import io.drivetrain.webui.component.TimeFormat;
import io.drivetrain.webui.component.TimelineChart;
import io.drivetrain.webui.component.TimelineChart.Bar;
import io.drivetrain.webui.component.report.ReportGrid;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The steps of the run in its time. */
class StepSection extends Panel {
  private static final double MILLIS = 1000;

  private final TimeFormat times = TimeFormat.of(UI.getCurrent());

  StepSection(RunReport report) {
    super("report-steps", UI.getCurrent().getTranslation("steps.title"));
    Instant start = report.startedAt().orElse(report.createdAt());
    Instant end = report.endedAt().orElse(report.reportedAt());
    Duration length = atLeastAMilli(Duration.between(start, end));
    add(
        new TimelineChart(
                report.steps().stream().map(step -> bar(step, start, end)).toList(), length)
            .chart(getTranslation("steps.picture", report.steps().size(), times.lasting(length))),
        new ReportGrid<>(getTranslation("steps.title"), report.steps())
            .text("steps.step", "13rem", StepReport::step)
            .component("report.verdict", "10rem", step -> new StateBadge(step.state()))
            .number("steps.waited", step -> lasting(step.waitedSeconds()))
            .number("steps.ran", step -> lasting(step.seconds()))
            .number("steps.attempts", step -> step.attempt() == 0 ? "" : "" + step.attempt())
            .text("report.message", "14rem", step -> step.message().orElse("")));
  }

  private static Bar bar(StepReport step, Instant start, Instant end) {
    if (step.startedAt().isEmpty()) {
      return Bar.empty(step.step());
    }
    Instant began = step.startedAt().get();
    Instant ready = step.readyAt().filter(began::isAfter).orElse(began);
    return new Bar(
        step.step(),
        seconds(start, ready),
        seconds(ready, began),
        seconds(began, step.endedAt().orElse(end)),
        StateColor.of(step.state()));
  }

  private static double seconds(Instant from, Instant to) {
    return Math.max(0, Duration.between(from, to).toMillis() / MILLIS);
  }

  private String lasting(Optional<Double> seconds) {
    return seconds
        .map(time -> times.lasting(Duration.ofMillis(Math.round(time * MILLIS))))
        .orElse("");
  }

  private static Duration atLeastAMilli(Duration length) {
    return length.isPositive() ? length : Duration.ofMillis(1);
  }
}
