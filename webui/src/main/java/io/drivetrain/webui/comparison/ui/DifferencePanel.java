package io.drivetrain.webui.comparison.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.drivetrain.webui.comparison.ComparedRun;
import io.drivetrain.webui.comparison.Difference;
import io.drivetrain.webui.component.CsvText;
import io.drivetrain.webui.component.FileLink;
import io.drivetrain.webui.component.Panel;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What differs between a baseline and the other runs that are looked at. */
class DifferencePanel extends Panel {
  private static final String BASELINE = "baseline";
  private static final String ALL = "all";

  /** Columns that a screen has room for; the others are a page further. */
  private static final int PAGE = 8;

  private final Selection selection;
  private final ComboBox<ComparedRun> baseline = new ComboBox<>();
  private final TextField filter = new TextField();
  private final Checkbox onlyDiffering = new Checkbox();
  private final DifferenceGrid grid = new DifferenceGrid();
  private final Span page = new Span();
  private final Button before = arrow(VaadinIcon.ANGLE_LEFT, "compare.columns.before", -PAGE);
  private final Button after = arrow(VaadinIcon.ANGLE_RIGHT, "compare.columns.after", PAGE);
  private int from;

  DifferencePanel(Selection selection) {
    super("differences", UI.getCurrent().getTranslation("compare.differences"));
    this.selection = selection;
    Choices choices = selection.choices();
    baseline.setId("baseline");
    baseline.setLabel(getTranslation("compare.baseline"));
    baseline.setItems(selection.all());
    baseline.setItemLabelGenerator(ComparedRun::name);
    baseline.setValue(firstBaseline());
    baseline.addValueChangeListener(change -> {
      choices.choose(BASELINE, change.getValue() == null ? "" : change.getValue().id());
      show();
    });
    filter.setLabel(getTranslation("compare.fields.filter"));
    filter.setClearButtonVisible(true);
    filter.setValueChangeMode(ValueChangeMode.LAZY);
    filter.addValueChangeListener(change -> show());
    onlyDiffering.setId("only-differing");
    onlyDiffering.setLabel(getTranslation("compare.onlyDiffering"));
    onlyDiffering.setValue(!choices.has(ALL));
    onlyDiffering.addValueChangeListener(change -> {
      choices.choose(ALL, change.getValue() ? "" : "1");
      show();
    });
    page.getElement().setAttribute("role", "status");
    Div pages = new Div(before, page, after);
    pages.addClassName("line");
    Div controls = new Div(baseline, filter, onlyDiffering, pages);
    controls.addClassName("chart-controls");
    addToHead(FileLink.csv("differences.csv", "CSV", this::csv));
    add(controls, grid);
    show();
    selection.onChange(() -> {
      from = 0;
      show();
    });
  }

  private ComparedRun firstBaseline() {
    Optional<ComparedRun> asked =
        selection
            .choices()
            .one(BASELINE)
            .flatMap(id -> selection.all().stream().filter(run -> run.id().equals(id)).findFirst());
    return asked.orElse(selection.all().getFirst());
  }

  private Button arrow(VaadinIcon icon, String label, int step) {
    Button arrow = new Button(icon.create());
    arrow.addThemeVariants(ButtonVariant.TERTIARY);
    arrow.setAriaLabel(getTranslation(label));
    arrow.addClickListener(click -> {
      from += step;
      show();
    });
    return arrow;
  }

  private ComparedRun base() {
    return baseline.getOptionalValue().orElseGet(this::firstBaseline);
  }

  private List<ComparedRun> others() {
    return selection.runs().stream().filter(run -> !run.equals(base())).toList();
  }

  private void show() {
    List<ComparedRun> others = others();
    int until = Math.min(from + PAGE, others.size());
    List<ComparedRun> shown = others.subList(Math.min(from, until), until);
    String wanted = filter.getValue().toLowerCase(Locale.ROOT);
    boolean differing = onlyDiffering.getValue();
    List<Difference> all = Difference.between(base(), others);
    List<Integer> columns = shown.stream().map(others::indexOf).toList();
    grid.show(
        base(),
        shown,
        columns,
        all.stream()
            .filter(row -> !differing || row.differs())
            .filter(row -> row.field().name().toLowerCase(Locale.ROOT).contains(wanted))
            .toList());
    boolean isPaged = others.size() > PAGE;
    page.setText(getTranslation("compare.columns", from + 1, until, others.size()));
    page.setVisible(isPaged);
    before.setVisible(isPaged);
    before.setEnabled(from > 0);
    after.setVisible(isPaged);
    after.setEnabled(until < others.size());
  }

  /** Of all runs that are looked at, one column for each. */
  private CsvText csv() {
    List<ComparedRun> others = others();
    return DifferenceCsv.of(base(), others, onlyDiffering.getValue());
  }
}
