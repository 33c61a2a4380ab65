package io.drivetrain.webui.pipeline.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import io.drivetrain.webui.pipeline.Run;
import java.util.List;

/** How the run that was triggered last stands, or how it ended. */
class LatestRun extends Paragraph {
  private final StateBadge badge = new StateBadge();
  private final RouterLink link = new RouterLink();
  private final Span text = new Span();

  LatestRun() {
    addClassName("latest-run");
    text.addClassName("quiet");
  }

  void show(List<Run> runs, Moments moments) {
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
    link.setText(moments.at(run.createdAt()));
    link.setRoute(RunView.class, run.id().toString());
    text.setText(new RunTexts(getLocale(), moments).lasting(run));
  }
}
