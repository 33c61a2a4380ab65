package io.drivetrain.webui.run.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.RouterLink;
import io.drivetrain.webui.client.Run;
import io.drivetrain.webui.component.Facts;
import io.drivetrain.webui.component.RunTexts;
import io.drivetrain.webui.component.TimeFormat;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** When a run was triggered, by what and with what, and what it left. */
class RunDetails extends Section {
  private final RouterLink origin = new RouterLink();
  private final Facts facts = new Facts();
  private final Facts parameters = new Facts();
  private final Facts labels = new Facts();
  private final Details changed = new Details(getTranslation("run.parameters"), parameters);
  private final Details labelled = new Details(getTranslation("run.labels"), labels);

  RunDetails() {
    setId("facts");
    addClassNames("card", "run-facts");
    changed.setOpened(true);
    origin.setText(getTranslation("run.origin"));
    add(new H2(getTranslation("run.facts")), facts, origin, changed, labelled);
  }

  void show(Run run, TimeFormat times) {
    RunTexts texts = new RunTexts(getLocale(), times);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put(getTranslation("run.triggered"), times.at(run.createdAt()));
    values.put(getTranslation("run.trigger"), texts.trigger(run));
    run.startedAt()
        .ifPresent(start ->
            values.put(
                getTranslation("run.queued"),
                times.lasting(Duration.between(run.createdAt(), start))));
    values.put(getTranslation("run.lasted"), texts.lasting(run));
    run.modelVersion().ifPresent(version -> values.put(getTranslation("run.model"), version));
    if (!run.note().isBlank()) {
      values.put(getTranslation("run.note"), run.note());
    }
    values.put(getTranslation("run.id"), run.id().toString());
    facts.show(values);
    origin.setVisible(run.resumedFrom().isPresent());
    run.resumedFrom().ifPresent(from -> origin.setRoute(RunView.class, from.toString()));
    parameters.show(run.params());
    changed.setVisible(!run.params().isEmpty());
    labels.show(run.labels());
    labelled.setVisible(!run.labels().isEmpty());
  }
}
