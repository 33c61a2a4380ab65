package io.drivetrain.webui.pipeline.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.drivetrain.pipeline.api.run.RunDetails;
import io.drivetrain.webui.component.PageLink;
import io.drivetrain.webui.component.RunTexts;
import io.drivetrain.webui.component.StateBadge;
import io.drivetrain.webui.component.TimeFormat;
import java.util.List;

/** The state of the run that was triggered last. */
class LatestRun extends Div {
  private final StateBadge badge = new StateBadge();
  private final Anchor link = new Anchor();
  private final Span text = new Span();

  LatestRun() {
    addClassName("line");
    text.addClassName("quiet");
    add(badge, link, text);
  }

  void show(List<RunDetails> runs, TimeFormat times) {
    badge.setVisible(!runs.isEmpty());
    link.setVisible(!runs.isEmpty());
    if (runs.isEmpty()) {
      text.setText(getTranslation("runs.empty"));
      return;
    }
    RunDetails run = runs.getFirst();
    badge.show(run.state());
    link.setText(times.at(run.createdAt()));
    link.setHref(PageLink.run(run.id()));
    text.setText(new RunTexts(getLocale(), times).lasting(run));
  }
}
