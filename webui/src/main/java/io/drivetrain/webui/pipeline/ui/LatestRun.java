package io.drivetrain.webui.pipeline.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.drivetrain.webui.client.Run;
import io.drivetrain.webui.component.PageLink;
import io.drivetrain.webui.component.RunTexts;
import io.drivetrain.webui.component.StateBadge;
import io.drivetrain.webui.component.TimeFormat;
import java.util.List;

/** How the run that was triggered last stands, or how it ended. */
class LatestRun extends Paragraph {
  private final StateBadge badge = new StateBadge();
  private final Anchor link = new Anchor();
  private final Span text = new Span();

  LatestRun() {
    addClassName("latest-run");
    text.addClassName("quiet");
  }

  void show(List<Run> runs, TimeFormat times) {
    if (runs.isEmpty()) {
      setText(getTranslation("pipelines.neverRan"));
      return;
    }
    Run run = runs.getFirst();
    if (badge.getParent().isEmpty()) {
      removeAll();
      add(badge, link, text);
    }
    badge.show(run.state());
    link.setText(times.at(run.createdAt()));
    link.setHref(PageLink.run(run.id()));
    text.setText(new RunTexts(getLocale(), times).lasting(run));
  }
}
