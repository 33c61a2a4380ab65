package io.drivetrain.webui.model.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import io.drivetrain.webui.component.PageLink;
import io.drivetrain.webui.model.ModelChanges;
import io.drivetrain.webui.model.Version;
import io.drivetrain.webui.model.VersionPage;

/** The title of a version, its stage, and what can be done to it. */
class VersionHead extends Div {

  /**
   * @param onChange called when something was tried
   */
  VersionHead(VersionPage page, ModelChanges changes, Runnable onChange) {
    Version version = page.version();
    PageLink back = PageLink.toModel(version.model(), version.model());
    back.addClassName("back");
    StageBadge stage = new StageBadge(version.stage());
    stage.setId("stage");
    Div title =
        new Div(
            new H1(getTranslation("models.titleOf", version.model(), version.number())),
            stage,
            new Aliases(version.aliases()));
    title.addClassName("line");
    Div actions = new Div();
    actions.addClassName("line");
    page.rollback().ifPresent(way -> actions.add(new RollbackButton(way, changes, onChange)));
    actions.add(new MoveMenu(page, changes, onChange), download(version));
    Div head = new Div(title, actions);
    head.addClassName("head");
    add(back, head);
    add(
        new DescriptionLine(
            version.description(), text -> changes.describe(version, text), onChange));
  }

  private Anchor download(Version version) {
    Anchor download =
        new Anchor(
            PageLink.versionFiles(version.model(), version.number()),
            getTranslation("models.download"));
    download.setId("download");
    download.setRouterIgnore(true);
    download.getElement().setAttribute("download", true);
    return download;
  }
}
