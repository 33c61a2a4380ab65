package io.drivetrain.webui.experiment.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import io.drivetrain.webui.component.PageLink;
import io.drivetrain.webui.experiment.BulkOutcome;
import io.drivetrain.webui.experiment.RunBulkService;
import io.drivetrain.webui.experiment.RunRow;
import java.util.List;
import java.util.Set;

/** What can be done with the selected runs. */
class SelectionBar extends Div {
  /** As many as the page that compares them takes. */
  static final int MOST = 1000;

  private final RunBulkService service;
  private final Runnable onChanged;
  private final Span text = new Span();
  private final Button all;
  private final Button clear;
  private final Button compare;
  private final Button tag;
  private final Button note;
  private final Button delete;
  private final Button restore;
  private List<RunRow> selected = List.of();

  /**
   * @param onAll selects the first {@link #MOST} runs
   * @param onNone ends the selection
   * @param onChanged reads the runs again
   */
  SelectionBar(RunBulkService service, Runnable onAll, Runnable onNone, Runnable onChanged) {
    this.service = service;
    this.onChanged = onChanged;
    addClassNames("line", "tools", "selection");
    setId("selection");
    text.getElement().setAttribute("role", "status");
    compare = button("compare", this::compare);
    compare.addThemeVariants(ButtonVariant.PRIMARY);
    tag = button("tag", () -> new TagDialog(this::tag).open());
    note = button("note", () -> NoteDialog.of(selected.getFirst(), this::tag).open());
    delete = button("delete", this::askToDelete);
    restore = button("restore", () -> tell(service.restore(ids()), "selection.restored"));
    all = button("all", onAll);
    all.addThemeVariants(ButtonVariant.TERTIARY);
    clear = button("clear", onNone);
    clear.addThemeVariants(ButtonVariant.TERTIARY);
    add(text, compare, tag, note, delete, restore, all, clear);
    show(Set.of(), 0);
  }

  private Button button(String key, Runnable action) {
    Button button = new Button(getTranslation("selection." + key), click -> action.run());
    button.setId("selection-" + key);
    return button;
  }

  /**
   * @param count of all runs of the table
   */
  void show(Set<RunRow> runs, long count) {
    selected = List.copyOf(runs);
    boolean some = !selected.isEmpty();
    boolean deleted = selected.stream().anyMatch(RunRow::deleted);
    boolean active = selected.stream().anyMatch(run -> !run.deleted());
    text.setText(
        some
            ? getTranslation("selection.count", selected.size())
            : getTranslation("selection.none"));
    compare.setVisible(selected.size() > 1 && selected.size() <= MOST);
    tag.setVisible(some && !deleted);
    note.setVisible(selected.size() == 1 && !deleted);
    delete.setVisible(active);
    restore.setVisible(deleted);
    clear.setVisible(some);
    all.setVisible(count > 0 && selected.size() < Math.min(count, MOST));
    all.setText(
        count > MOST
            ? getTranslation("selection.first", MOST)
            : getTranslation("selection.all", count));
  }

  private List<String> ids() {
    return selected.stream().map(RunRow::id).toList();
  }

  private void compare() {
    UI.getCurrent().navigate(PageLink.comparison(ids()));
  }

  private void tag(String key, String value) {
    tell(service.tag(ids(), key, value), "selection.tagged");
  }

  private void askToDelete() {
    ConfirmDialog dialog =
        new ConfirmDialog(
            getTranslation("selection.delete.title", selected.size()),
            getTranslation("selection.delete.text"),
            getTranslation("selection.delete"),
            confirmed -> tell(service.delete(ids()), "selection.deleted"));
    dialog.setCancelable(true);
    dialog.setCancelText(getTranslation("dialog.close"));
    dialog.setConfirmButtonTheme("error primary");
    dialog.open();
  }

  private void tell(BulkOutcome outcome, String key) {
    if (outcome.failed() == 0) {
      Notification.show(getTranslation(key, outcome.done()));
    } else {
      Notification failed =
          Notification.show(
              getTranslation(
                  "selection.failed",
                  outcome.done(),
                  outcome.failed(),
                  outcome.reason().orElse("")),
              10_000,
              Notification.Position.BOTTOM_CENTER);
      failed.addThemeVariants(NotificationVariant.ERROR);
      failed.setAssertive(true);
    }
    onChanged.run();
  }
}
