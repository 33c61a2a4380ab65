package io.drivetrain.webui.experiment.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.ListDataProvider;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.drivetrain.webui.component.DialogButtons;
import io.drivetrain.webui.component.TextKey;
import io.drivetrain.webui.experiment.RunColumn;
import io.drivetrain.webui.experiment.RunField;
import io.drivetrain.webui.experiment.RunFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Chooses the columns of a table of runs, of however many keys there are. */
class ColumnDialog extends Dialog {
  private final TextField search = new TextField();
  private final Grid<RunField> grid = new Grid<>();
  private final RunFields fields;
  private final List<RunColumn> before;
  private final Consumer<List<RunColumn>> onColumns;
  private final Set<RunField> known = new TreeSet<>();
  private final ListDataProvider<RunField> rows = new ListDataProvider<>(known);

  /**
   * @param before columns that are shown, in their order
   * @param onColumns gets the chosen ones; none: the usual ones
   */
  ColumnDialog(RunFields fields, List<RunColumn> before, Consumer<List<RunColumn>> onColumns) {
    this.fields = fields;
    this.before = before;
    this.onColumns = onColumns;
    known.addAll(fields.all());
    before.stream().map(RunColumn::field).forEach(known::add);
    setHeaderTitle(getTranslation("columns.title"));
    setWidth("min(40rem, 100%)");
    prepareSearch();
    prepareGrid();
    add(new Paragraph(getTranslation("columns.text")), search, grid);
    Button usual = new Button(getTranslation("columns.usual"), click -> choose(List.of()));
    usual.setId("usual-columns");
    usual.addThemeVariants(ButtonVariant.TERTIARY);
    getFooter()
        .add(
            usual,
            DialogButtons.close(this),
            DialogButtons.act("confirm", getTranslation("columns.show"), this::act));
  }

  private void prepareSearch() {
    search.setId("column-search");
    search.setWidthFull();
    search.setPlaceholder(getTranslation("columns.search"));
    search.setAriaLabel(getTranslation("columns.search"));
    search.setPrefixComponent(VaadinIcon.SEARCH.create());
    search.setClearButtonVisible(true);
    search.setValueChangeMode(ValueChangeMode.EAGER);
    search.addValueChangeListener(typed -> find(typed.getValue().strip()));
  }

  private void prepareGrid() {
    grid.setId("columns");
    grid.setDataProvider(rows);
    grid.setSelectionMode(Grid.SelectionMode.MULTI);
    grid.addThemeVariants(GridVariant.NO_BORDER);
    grid.setHeight("min(24rem, 50vh)");
    grid.getElement().setAttribute("aria-label", getTranslation("columns.title"));
    grid.addColumn(RunCells::name).setHeader(getTranslation("columns.name")).setFlexGrow(2);
    grid.addColumn(field -> getTranslation(TextKey.of("runField", field.kind())))
        .setHeader(getTranslation("columns.kind"))
        .setFlexGrow(0)
        .setWidth("8rem");
    grid.addColumn(field -> fields.differing().contains(field) ? "\u2260" : "")
        .setHeader(getTranslation("columns.differs"))
        .setFlexGrow(0)
        .setWidth("7rem");
    grid.asMultiSelect().select(before.stream().map(RunColumn::field).toList());
  }

  /** What is typed in full can be chosen although no run on the first page has it. */
  private void find(String text) {
    String part = text.toLowerCase(Locale.ROOT);
    RunField.parse(text)
        .filter(field -> field.kind() != RunField.Kind.ATTRIBUTE)
        .ifPresent(known::add);
    rows.setFilter(field ->
        field.text().toLowerCase(Locale.ROOT).contains(part)
            || RunCells.name(field).toLowerCase(Locale.ROOT).contains(part));
  }

  /** What was shown keeps its place and width, what is new comes behind it. */
  private void act() {
    Set<RunField> chosen = new TreeSet<>(grid.getSelectedItems());
    List<RunColumn> columns = new ArrayList<>();
    before.stream().filter(column -> chosen.remove(column.field())).forEach(columns::add);
    chosen.stream().map(RunColumn::new).forEach(columns::add);
    choose(columns);
  }

  private void choose(List<RunColumn> columns) {
    close();
    onColumns.accept(columns);
  }
}
