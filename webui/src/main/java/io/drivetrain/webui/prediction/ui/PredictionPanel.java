package io.drivetrain.webui.prediction.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.RouterLink;
import io.drivetrain.models.prediction.Prediction;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.Label;
import io.drivetrain.models.schema.RowReading;
import io.drivetrain.webui.prediction.ServedModel;
import io.drivetrain.webui.prediction.ui.Estimates.Estimate;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Form and result for one model. */
class PredictionPanel extends Div {
  /** Name in an address of what an estimate is compared with: the query of another address. */
  private static final String KEPT = "versus";

  /** As many values say what was estimated. */
  private static final int VALUES_OF_SUBJECT = 4;

  private final ServedModel model;
  private final PredictionForm form;
  private final ResultCard result = new ResultCard(this::keep);
  private final Div details = new Div();
  private final HistoryCard history = new HistoryCard();
  private final Consumer<Map<String, String>> onAnswer;
  private Optional<Map<String, String>> kept = Optional.empty();
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
    form.addToHead(exampleButton());
    details.addClassName("details");
    Div parts = new Div(form, result, details);
    parts.addClassName("prediction");
    addClassName("page");
    add(origin(), new H1(title()), lead(), parts, history);
  }

  ServedModel model() {
    return model;
  }

  final String title() {
    Label target = model.bundle().schema().target().label();
    return getTranslation("prediction.title", new FeatureTexts(getLocale()).inSentence(target));
  }

  /** What is entered, as text by field name, and what it is compared with. */
  Map<String, String> entries() {
    Map<String, String> entries = new LinkedHashMap<>(form.texts());
    kept.ifPresent(other -> entries.put(KEPT, AddressQuery.of(other)));
    return entries;
  }

  /** Whether the form has a field of that name. */
  boolean knows(String name) {
    return model.bundle().schema().indexOf(name).isPresent();
  }

  /** Fills the form, and answers when that makes it complete. */
  void answer(Map<String, String> entered) {
    reset();
    kept = Optional.ofNullable(entered.get(KEPT)).map(AddressQuery::read);
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
    kept = other.kept;
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
      case Prediction.Value _ -> show(Answered.by(model, reading));
      case Prediction.Classes classes -> result.show(model, reading, classes, form.notes());
    }
    details.add(new RequestSnippet(model.bundle().schema(), reading.row()));
    answered = true;
    onAnswer.accept(entries());
  }

  private void show(Answered answer) {
    result.show(answer, form.notes());
    compared(answer).ifPresent(details::add);
    details.add(new DriversCard(answer), new WhatIfCard(answer));
    history.add(estimate(answer));
  }

  /** Sets the estimate aside, to be compared with the next ones. */
  private void keep() {
    kept = Optional.of(form.texts());
    answerIfUsable();
  }

  private Optional<Component> compared(Answered answer) {
    return kept.map(entered -> model.bundle().schema().read(entered))
        .filter(RowReading::isUsable)
        .map(reading -> new CompareCard(Answered.by(model, reading), answer, this::endComparison));
  }

  private void endComparison() {
    kept = Optional.empty();
    answerIfUsable();
  }

  private Estimate estimate(Answered answer) {
    return new Estimate(
        Instant.now(),
        subject(answer),
        answer.prediction().value(),
        answer.prediction().interval().low(),
        answer.prediction().interval().high(),
        answer.prediction().unit(),
        model.version(),
        "?" + AddressQuery.of(form.texts()));
  }

  private String subject(Answered answer) {
    FeatureSchema schema = answer.schema();
    FeatureTexts texts = new FeatureTexts(getLocale());
    return IntStream.range(0, schema.size())
        .mapToObj(i -> texts.value(schema.feature(i), answer.reading().row(), i))
        .filter(value -> !value.isEmpty())
        .limit(VALUES_OF_SUBJECT)
        .collect(Collectors.joining(" \u00b7 "));
  }

  private Button exampleButton() {
    Button example =
        new Button(
            getTranslation("prediction.example"),
            click -> {
              form.enter(form.texts(exampleRow()));
              answerIfUsable();
            });
    example.setId("example");
    example.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
    return example;
  }

  private RowReading exampleRow() {
    return model.bundle().schema().read(model.bundle().inputExample());
  }

  private Paragraph origin() {
    Paragraph origin =
        new Paragraph(getTranslation("prediction.origin", model.name(), model.version()));
    origin.setId("model-in-production");
    origin.addClassName("eyebrow");
    return origin;
  }

  private Paragraph lead() {
    RouterLink batch = new RouterLink(getTranslation("prediction.batch"), BatchView.class);
    batch.setId("to-batch");
    Paragraph lead = new Paragraph(new Text(getTranslation("prediction.lead") + " "), batch);
    lead.addClassName("lead");
    return lead;
  }
}
