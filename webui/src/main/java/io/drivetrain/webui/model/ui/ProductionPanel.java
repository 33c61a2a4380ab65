package io.drivetrain.webui.model.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.drivetrain.webui.component.PageLink;
import io.drivetrain.webui.component.Panel;
import io.drivetrain.webui.component.TimeFormat;
import io.drivetrain.webui.model.Model;
import io.drivetrain.webui.model.ModelChanges;
import io.drivetrain.webui.model.Rollback;
import io.drivetrain.webui.model.VersionStage;
import java.util.Optional;

/** What is in production since when, the aliases, and the way back. */
class ProductionPanel extends Panel {

  /**
   * @param onChange called when a rollback was tried
   */
  ProductionPanel(
      Model model, Optional<Rollback> rollback, ModelChanges changes, Runnable onChange) {
    super("production", UI.getCurrent().getTranslation("models.production"));
    rollback.ifPresent(way -> addToHead(new RollbackButton(way, changes, onChange)));
    model
        .production()
        .ifPresentOrElse(
            version -> add(inProduction(model, version)),
            () -> add(new Paragraph(getTranslation("models.nothing.text"))));
    if (!model.aliases().isEmpty()) {
      add(aliases(model));
    }
  }

  private Div inProduction(Model model, String version) {
    PageLink link =
        PageLink.toVersion(model.name(), version, getTranslation("models.version", version));
    link.setId("production-version");
    Div line = new Div(link, new StageBadge(VersionStage.PRODUCTION));
    line.addClassName("line");
    model
        .productionSince()
        .ifPresent(since -> {
          Span when =
              new Span(getTranslation("models.since", TimeFormat.of(UI.getCurrent()).at(since)));
          when.addClassName("quiet");
          line.add(when);
        });
    return line;
  }

  private Div aliases(Model model) {
    Div all = new Div();
    all.addClassName("line");
    model
        .aliases()
        .forEach((alias, version) -> {
          Span name = new Span("@" + alias);
          name.addClassName("alias");
          PageLink holder =
              PageLink.toVersion(model.name(), version, getTranslation("models.version", version));
          Div one = new Div(name, holder);
          one.addClassName("line");
          all.add(one);
        });
    return all;
  }
}
