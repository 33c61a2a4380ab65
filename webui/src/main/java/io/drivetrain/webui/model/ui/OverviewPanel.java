package io.drivetrain.webui.model.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import io.drivetrain.webui.component.Facts;
import io.drivetrain.webui.component.Panel;
import io.drivetrain.webui.component.TimeFormat;
import io.drivetrain.webui.model.ModelChanges;
import io.drivetrain.webui.model.Version;
import io.drivetrain.webui.model.VersionPage;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the registry knows of a version: its state, its source, its tags. */
class OverviewPanel extends Panel {

  /**
   * @param onChange called when a tag was changed
   */
  OverviewPanel(VersionPage page, ModelChanges changes, Runnable onChange) {
    super("overview", UI.getCurrent().getTranslation("models.overview"));
    Facts facts = new Facts();
    facts.show(facts(page));
    add(facts);
    page.content().problem().ifPresent(problem -> add(problem(problem)));
    add(new H3(getTranslation("models.tags")), new TagList(page.version(), changes, onChange));
  }

  private Map<String, String> facts(VersionPage page) {
    Version version = page.version();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(
        getTranslation("models.versions.created"),
        TimeFormat.of(UI.getCurrent()).at(version.createdAt()));
    facts.put(
        getTranslation("models.status"),
        getTranslation(version.ready() ? "models.status.ready" : "models.status.notReady"));
    page.content()
        .bundle()
        .ifPresent(bundle ->
            facts.put(getTranslation("models.algorithm"), bundle.provenance().algorithm()));
    facts.put(getTranslation("models.source"), version.source());
    return facts;
  }

  private Div problem(String problem) {
    Div box = new Div(new Paragraph(getTranslation("models.unreadable")), new Paragraph(problem));
    box.addClassName("warning-box");
    return box;
  }
}
