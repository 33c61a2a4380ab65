package io.drivetrain.webui.trackingrun.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.markdown.Markdown;
import io.drivetrain.webui.component.Facts;
import io.drivetrain.webui.component.Panel;
import io.drivetrain.webui.component.SignificantDigits;
import io.drivetrain.webui.component.TimeFormat;
import io.drivetrain.webui.trackingrun.TrackingRun;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a run was, what it logged, read and made. */
class OverviewTab extends Div implements RunPart {
  /** Tags that the page says in other places, or that nobody reads. */
  private static final List<String> SAID_ELSEWHERE =
      List.of("mlflow.runName", "mlflow.note.content", "mlflow.log-model.history");

  private final SignificantDigits digits = new SignificantDigits(getLocale());
  private final Facts facts = new Facts();
  private final Markdown note = new Markdown();
  private final Panel notes = panel("trackingRun.notes");
  private final PairGrid metrics = new PairGrid("trackingRun.metrics", true);
  private final PairGrid params = new PairGrid("trackingRun.params", false);
  private final PairGrid tags = new PairGrid("trackingRun.tags", false);
  private final RelatedPanels related = new RelatedPanels();

  OverviewTab(TrackingRun run) {
    addClassName("run");
    notes.setId("notes");
    notes.add(note);
    Panel about = panel("trackingRun.about");
    about.setId("about");
    about.add(facts);
    Div left = new Div(notes, metrics.panel(), params.panel(), tags.panel());
    left.addClassName("run-main");
    Div right = new Div(about, related);
    right.addClassName("run-main");
    add(left, right);
    show(run);
  }

  @Override
  public final void show(TrackingRun run) {
    TimeFormat times = TimeFormat.of(UI.getCurrent());
    Map<String, String> values = new LinkedHashMap<>();
    values.put(getTranslation("trackingRun.started"), times.at(run.startedAt()));
    values.put(
        getTranslation("trackingRun.lasted"),
        times.lasting(Duration.between(run.startedAt(), run.endedAt().orElse(times.now()))));
    tag(run, values, "trackingRun.user", "mlflow.user");
    tag(run, values, "trackingRun.source", "mlflow.source.name");
    tag(run, values, "trackingRun.commit", "mlflow.source.git.commit");
    values.put(getTranslation("trackingRun.id"), run.id());
    facts.show(values);
    note.setContent(run.note());
    notes.setVisible(!run.note().isEmpty());
    metrics.show(
        run.metrics().stream()
            .filter(metric -> !metric.isOfSystem())
            .map(metric -> new PairGrid.Pair(metric.key(), digits.of(metric.value())))
            .toList());
    params.show(pairs(run.params()));
    tags.show(
        pairs(
            run.tags().entrySet().stream()
                .filter(tag -> !SAID_ELSEWHERE.contains(tag.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))));
    related.show(run, times);
  }

  private void tag(TrackingRun run, Map<String, String> values, String label, String tag) {
    if (!run.tags().getOrDefault(tag, "").isEmpty()) {
      values.put(getTranslation(label), run.tags().get(tag));
    }
  }

  private static List<PairGrid.Pair> pairs(Map<String, String> values) {
    return values.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> new PairGrid.Pair(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Panel panel(String title) {
    return new Panel("", UI.getCurrent().getTranslation(title));
  }
}
