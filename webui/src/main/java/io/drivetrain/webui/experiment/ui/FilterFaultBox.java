package io.drivetrain.webui.experiment.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import io.drivetrain.webui.experiment.FilterFault;

/** What is wrong with a filter, and where. Hidden until then. */
class FilterFaultBox extends Div {
  /** Characters of the filter on either side of the place. */
  private static final int AROUND = 40;

  FilterFaultBox() {
    setId("filter-fault");
    addClassName("error-summary");
    getElement().setAttribute("role", "alert");
    hide();
  }

  void hide() {
    setVisible(false);
  }

  void show(FilterFault fault, String filter) {
    removeAll();
    if (fault.character().isPresent()) {
      int place = fault.character().getAsInt();
      add(
          new Paragraph(getTranslation("runFilter.wrongAt", place)),
          new Pre(pointed(filter, place)));
    } else {
      add(new Paragraph(getTranslation("runFilter.wrong")));
    }
    Paragraph detail = new Paragraph(fault.detail());
    detail.addClassName("detail");
    add(detail);
    setVisible(true);
  }

  /**
   * The filter, or a part of it, over an arrow that points at a character.
   *
   * @param character from 1; one behind the end is the end
   */
  static String pointed(String filter, int character) {
    int place = Math.clamp(character - 1L, 0, filter.length());
    int from = Math.max(0, place - AROUND);
    int until = Math.min(filter.length(), place + AROUND);
    String before = from > 0 ? "\u2026" : "";
    String behind = until < filter.length() ? "\u2026" : "";
    return before
        + filter.substring(from, until)
        + behind
        + "\n"
        + " ".repeat(before.length() + place - from)
        + "\u2191";
  }
}
