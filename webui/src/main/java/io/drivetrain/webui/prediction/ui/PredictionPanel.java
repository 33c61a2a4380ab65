package io.drivetrain.webui.prediction.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import io.drivetrain.models.prediction.Prediction;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.Label;
import io.drivetrain.models.schema.RowReading;
import io.drivetrain.webui.prediction.ServedModel;
import java.util.Map;
import java.util.function.Consumer;

/** Form and result for one model. */
class PredictionPanel extends Div {
  private final ServedModel model;
  private final PredictionForm form;
  private final ResultCard result = new ResultCard();
  private final Div details = new Div();
  private final Consumer<Map<String, String>> onAnswer;
  private boolean answered;

  /**
   * @param onAnswer gets what was entered, each time that the model has answered it
   */
  PredictionPanel(ServedModel model, Consumer<Map<String, String>> onAnswer) {
    this.model = model;
    this.onAnswer = onAnswer;
    FeatureSchema schema = model.bundle().schema();
    this.form =
        new PredictionForm(
            schema,
            reading -> {
              answer(reading);
              result.bringIntoView();
            });
    details.addClassName("details");
    Div parts = new Div(form, result, details);
    parts.addClassName("prediction");
    addClassName("page");
    add(origin(), new H1(title()), lead(), parts);
  }

  ServedModel model() {
    return model;
  }

  final String title() {
    Label target = model.bundle().schema().target().label();
    return getTranslation("prediction.title", new FeatureTexts(getLocale()).inSentence(target));
  }

  /** What is entered, as text by field name. */
  Map<String, String> entries() {
    return form.texts();
  }

  /** Whether the form has a field of that name. */
  boolean knows(String name) {
    return model.bundle().schema().indexOf(name).isPresent();
  }

  /** Fills the form, and answers when that makes it complete. */
  void answer(Map<String, String> entered) {
    reset();
    form.enter(entered);
    answerIfUsable();
  }

  /** Takes the answer away; what was entered stays. */
  void reset() {
    result.showNothing();
    details.removeAll();
    answered = false;
  }

  /** Keeps what was entered for another model, as far as this one has such fields. */
  void takeOver(PredictionPanel other) {
    form.takeOver(other.form);
    if (other.answered) {
      answerIfUsable();
    }
  }

  /** Answers what is entered if it is complete and right, without a word if it is not. */
  private void answerIfUsable() {
    RowReading reading = form.reading();
    if (form.isUsable(reading)) {
      answer(reading);
    }
  }

  private void answer(RowReading reading) {
    details.removeAll();
    switch (model.bundle().predict(reading)) {
      case Prediction.Value _ -> {
        Answered answer = Answered.by(model, reading);
        result.show(answer, form.notes());
        details.add(new DriversCard(answer));
      }
      case Prediction.Classes classes -> result.show(model, reading, classes, form.notes());
    }
    details.add(new RequestSnippet(model.bundle().schema(), reading.row()));
    answered = true;
    onAnswer.accept(form.texts());
  }

  private Paragraph origin() {
    Paragraph origin =
        new Paragraph(getTranslation("prediction.origin", model.name(), model.version()));
    origin.setId("model-in-production");
    origin.addClassName("eyebrow");
    return origin;
  }

  private Paragraph lead() {
    Paragraph lead = new Paragraph(getTranslation("prediction.lead"));
    lead.addClassName("lead");
    return lead;
  }
}
