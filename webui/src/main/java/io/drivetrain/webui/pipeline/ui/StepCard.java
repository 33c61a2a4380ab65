package io.drivetrain.webui.pipeline.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.drivetrain.webui.pipeline.Step;

/** The step that is looked at: what it says, and what it told the others. */
class StepCard extends Section {
  private final H2 title = new H2();
  private final StateBadge badge = new StateBadge();
  private final Paragraph message = new Paragraph();
  private final Facts output = new Facts();

  StepCard() {
    setId("step");
    addClassNames("card", "step");
    Div head = new Div(title, badge);
    head.addClassName("run-name");
    message.addClassName("message");
    add(head, message, output);
  }

  void show(Step step, Moments moments) {
    title.setText(step.id());
    badge.show(step.state());
    message.setText(message(step, moments));
    output.show(step.output());
  }

  /** Why it is as it is, or else what it waits or waited for. */
  private String message(Step step, Moments moments) {
    String because = new RunTexts(getLocale(), moments).because(step.reason(), step.message());
    if (!because.isEmpty()) {
      return because;
    }
    return step.needs().isEmpty()
        ? getTranslation("step.needsNothing")
        : getTranslation("step.needs", String.join(", ", step.needs()));
  }
}
