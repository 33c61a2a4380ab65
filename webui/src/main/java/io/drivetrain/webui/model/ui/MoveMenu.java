package io.drivetrain.webui.model.ui;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.menubar.MenuBar;
import io.drivetrain.webui.component.ReasonDialog;
import io.drivetrain.webui.component.ReasonDialog.Need;
import io.drivetrain.webui.model.ModelChanges;
import io.drivetrain.webui.model.VersionPage;
import io.drivetrain.webui.model.VersionStage;
import java.util.Arrays;

/** Moves a version to another stage, or gives it an alias, after a reason was given. */
class MoveMenu extends MenuBar {

  /**
   * @param onChange called when something was tried
   */
  MoveMenu(VersionPage page, ModelChanges changes, Runnable onChange) {
    setId("move");
    MenuItem move = addItem(getTranslation("models.move"));
    Arrays.stream(VersionStage.values())
        .filter(stage -> stage != page.version().stage())
        .filter(stage -> stage != VersionStage.NONE)
        .forEach(stage ->
            move.getSubMenu()
                .addItem(
                    getTranslation("models.move." + stage),
                    click -> dialog(page, stage, changes, onChange).open()));
    move.getSubMenu()
        .addItem(
            getTranslation("models.alias.set"),
            click -> new AliasDialog(page.model(), page.version(), changes, onChange).open());
    page.version()
        .aliases()
        .forEach(alias ->
            move.getSubMenu()
                .addItem(
                    getTranslation("models.alias.remove.one", alias),
                    click -> removal(page, alias, changes, onChange).open()));
  }

  private static ReasonDialog dialog(
      VersionPage page, VersionStage stage, ModelChanges changes, Runnable onChange) {
    return new ReasonDialog(
        "models.move." + stage,
        page.version().number(),
        Need.REQUIRED,
        reason -> changes.move(page.model(), page.version(), stage, reason),
        onChange);
  }

  private static ReasonDialog removal(
      VersionPage page, String alias, ModelChanges changes, Runnable onChange) {
    return new ReasonDialog(
        "models.alias.remove",
        alias,
        Need.REQUIRED,
        reason -> changes.removeAlias(page.version(), alias, reason),
        onChange);
  }
}
