package io.drivetrain.webui.comparison.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.drivetrain.webui.comparison.Axis;
import io.drivetrain.webui.comparison.Narrowing;
import io.drivetrain.webui.comparison.Range;
import io.drivetrain.webui.component.SignificantDigits;

/** Says how many runs are looked at and why, and takes each reason back. */
class NarrowBar extends Div {
  private final Selection selection;
  private final Axes axes;
  private final SignificantDigits digits = new SignificantDigits(getLocale());
  private final Span count = new Span();
  private final Div ranges = new Div();

  NarrowBar(Selection selection, Axes axes) {
    this.selection = selection;
    this.axes = axes;
    setId("narrowing");
    addClassName("narrowing");
    count.setId("selected-runs");
    count.getElement().setAttribute("role", "status");
    ranges.addClassName("line");
    add(count, ranges, new RangeDialog(selection, axes).opener());
    show();
    selection.onChange(this::show);
  }

  private void show() {
    int all = selection.all().size();
    count.setText(
        selection.narrowing().isNone()
            ? getTranslation("compare.selected.all", all)
            : getTranslation("compare.selected", selection.runs().size(), all));
    ranges.removeAll();
    selection.narrowing().ranges().forEach(range -> ranges.add(chip(range)));
    if (!selection.narrowing().isNone()) {
      Button clear =
          new Button(
              getTranslation("compare.selected.clear"), click -> selection.narrow(Narrowing.NONE));
      clear.setId("clear-selection");
      clear.addThemeVariants(ButtonVariant.TERTIARY);
      ranges.add(clear);
    }
  }

  private Button chip(Range range) {
    String text = text(range);
    Button chip = new Button(text, VaadinIcon.CLOSE_SMALL.create());
    chip.setIconAfterText(true);
    chip.addClassName("chip");
    chip.setAriaLabel(text + ": " + getTranslation("compare.range.remove"));
    chip.addClickListener(click -> selection.narrow(selection.narrowing().without(range)));
    return chip;
  }

  private String text(Range range) {
    Axis axis = axes.of(range.field());
    if (axis.isNumeric()) {
      return getTranslation(
          "compare.range", axis.field().name(), digits.of(range.low()), digits.of(range.high()));
    }
    int last = axis.categories().size() - 1;
    int low = Math.clamp((long) Math.ceil(range.low()), 0, last);
    int high = Math.clamp((long) Math.floor(range.high()), 0, last);
    String texts = String.join(", ", axis.categories().subList(Math.min(low, high), high + 1));
    return axis.field().name() + ": " + texts;
  }
}
