package io.drivetrain.webui.experiment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import io.drivetrain.webui.component.DialogButtons;
import io.drivetrain.webui.component.PageLink;
import io.drivetrain.webui.experiment.RunTable;
import io.drivetrain.webui.savedview.SavedView;
import io.drivetrain.webui.savedview.SavedViewService;
import io.drivetrain.webui.savedview.SavedViewsUnavailableException;
import java.util.List;

/** The saved views of the table of runs: opens, saves and deletes them. */
class SavedViewsDialog extends Dialog {
  private final SavedViewService service;
  private final RunTable table;
  private final Paragraph unavailable = new Paragraph(getTranslation("views.unavailable"));
  private final Div list = new Div();
  private final TextField name = new TextField(getTranslation("views.name"));

  /**
   * @param table what is saved
   */
  SavedViewsDialog(SavedViewService service, RunTable table) {
    this.service = service;
    this.table = table;
    setHeaderTitle(getTranslation("views"));
    setWidth("min(34rem, 100%)");
    unavailable.addClassName("notice");
    unavailable.setVisible(false);
    name.setId("view-name");
    name.setMaxLength(SavedViewService.LONGEST_NAME);
    name.setWidthFull();
    name.setHelperText(getTranslation("views.name.help"));
    add(unavailable, list, name);
    getFooter()
        .add(
            DialogButtons.close(this),
            DialogButtons.act("confirm", getTranslation("views.save"), this::save));
    read();
  }

  private void read() {
    whileAvailable(() -> show(service.ofPage(PageLink.TRACKING_RUNS)));
  }

  private void show(List<SavedView> views) {
    list.removeAll();
    if (views.isEmpty()) {
      list.add(new Paragraph(getTranslation("views.empty")));
      return;
    }
    UnorderedList items = new UnorderedList();
    items.addClassName("views");
    views.forEach(view -> items.add(item(view)));
    list.add(items);
  }

  private Component item(SavedView view) {
    Button open = new Button(view.name(), click -> open(view));
    open.addThemeVariants(ButtonVariant.TERTIARY);
    Button delete = new Button(VaadinIcon.TRASH.create(), click -> delete(view));
    delete.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
    delete.setAriaLabel(getTranslation("views.delete", view.name()));
    ListItem item = new ListItem(open, delete);
    item.addClassName("head");
    return item;
  }

  private void open(SavedView view) {
    close();
    UI.getCurrent()
        .navigate(RunsView.class, QueryParameters.of(RunsView.VIEW, view.id().toString()));
  }

  private void delete(SavedView view) {
    whileAvailable(() -> service.delete(view.id()));
    read();
  }

  private void save() {
    String text = name.getValue().strip();
    if (text.isEmpty()) {
      name.setErrorMessage(getTranslation("views.noName"));
      name.setInvalid(true);
      return;
    }
    String query = new QueryParameters(table.parameters()).getQueryString();
    whileAvailable(() -> open(service.save(PageLink.TRACKING_RUNS, text, query)));
  }

  private void whileAvailable(Runnable action) {
    try {
      action.run();
      unavailable.setVisible(false);
    } catch (SavedViewsUnavailableException away) {
      unavailable.setVisible(true);
    }
  }
}
