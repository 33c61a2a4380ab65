package io.drivetrain.webui.run.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import io.drivetrain.pipeline.api.run.RunDetails;
import io.drivetrain.webui.component.Facts;
import io.drivetrain.webui.component.PageLink;
import io.drivetrain.webui.component.Panel;
import io.drivetrain.webui.component.RunTexts;
import io.drivetrain.webui.component.TimeFormat;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** When a run was triggered, by what and with which parameters, and the model it made. */
class RunDetailsPanel extends Panel {
  private final Anchor origin = new Anchor();
  private final Facts facts = new Facts();
  private final Facts parameters = new Facts();
  private final Facts labels = new Facts();
  private final Details changed = new Details(getTranslation("run.parameters"), parameters);
  private final Details labelled = new Details(getTranslation("run.labels"), labels);

  RunDetailsPanel() {
    super("facts", UI.getCurrent().getTranslation("run.facts"));
    changed.setOpened(true);
    origin.setText(getTranslation("run.origin"));
    add(facts, origin, changed, labelled);
  }

  void show(RunDetails run, TimeFormat times) {
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
    run.links().forEach(link -> values.put(StepTexts.in(getLocale(), link.label()), link.value()));
    if (!run.note().isBlank()) {
      values.put(getTranslation("run.note"), run.note());
    }
    values.put(getTranslation("run.id"), run.id().toString());
    facts.show(values);
    origin.setVisible(run.resumedFrom().isPresent());
    run.resumedFrom().ifPresent(from -> origin.setHref(PageLink.run(from)));
    parameters.show(run.params());
    changed.setVisible(!run.params().isEmpty());
    labels.show(run.labels());
    labelled.setVisible(!run.labels().isEmpty());
  }
}
