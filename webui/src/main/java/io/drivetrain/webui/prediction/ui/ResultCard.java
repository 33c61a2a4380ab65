package io.drivetrain.webui.prediction.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.card.Card;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.drivetrain.models.prediction.Interval;
import io.drivetrain.models.prediction.Prediction;
import io.drivetrain.models.schema.Feature;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.FieldIssue;
import io.drivetrain.models.schema.Row;
import io.drivetrain.models.schema.RowReading;
import io.drivetrain.webui.component.CopyButton;
import io.drivetrain.webui.component.Quantities;
import io.drivetrain.webui.prediction.ServedModel;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

/** The estimate: value, interval, what it is for, what is worth knowing, which model said it. */
class ResultCard extends Card {
  private final Quantities quantities = new Quantities(getLocale());
  private final FeatureTexts texts = new FeatureTexts(getLocale());
  private final Div announcement = new Div();
  private final Div content = new Div();
  private final Runnable onKeep;

  /**
   * @param onKeep called when the visitor wants to compare the estimate with the next
   */
  ResultCard(Runnable onKeep) {
    this.onKeep = onKeep;
    setId("result");
    addClassName("result");
    setWidthFull();
    content.addClassName("result-content");
    announcement.addClassName("visually-hidden");
    announcement.getElement().setAttribute("role", "status");
    add(announcement, content);
    showNothing();
  }

  final void showNothing() {
    content.removeAll();
    announcement.setText("");
    Paragraph placeholder = new Paragraph(getTranslation("result.placeholder"));
    placeholder.addClassNames("quiet", "result-placeholder");
    content.add(new H2(getTranslation("result.title")), placeholder);
  }

  /**
   * @param notes how typed texts were read
   */
  void show(Answered answered, List<String> notes) {
    Prediction.Value prediction = answered.prediction();
    String label = answered.schema().target().label().in(getLocale());
    String value = quantities.of(prediction.value(), prediction.unit());
    String interval = describe(prediction.interval(), prediction.unit());
    content.removeAll();
    content.add(
        new H2(label),
        identified("result-value", value),
        IntervalChart.of(prediction),
        identified("result-interval", interval),
        subject(answered.schema(), answered.reading().row()));
    if (!prediction.warnings().isEmpty() || !notes.isEmpty()) {
      content.add(warnings(answered.schema(), prediction, notes));
    }
    if (DealGauge.suits(prediction.unit())) {
      content.add(new DealGauge(prediction));
    }
    content.add(origin(answered.model()), actions(compare(), print()));
    announcement.setText(getTranslation("result.announcement", label, value, interval));
  }

  /** The predicted class, and how probable each one is. */
  void show(
      ServedModel model, RowReading reading, Prediction.Classes prediction, List<String> notes) {
    FeatureSchema schema = model.bundle().schema();
    String label = schema.target().label().in(getLocale());
    String probability =
        getTranslation(
            "result.probable",
            quantities.percent(prediction.probabilities().get(prediction.label())));
    content.removeAll();
    content.add(
        new H2(label),
        identified("result-value", prediction.label()),
        identified("result-probability", probability),
        ClassResult.of(prediction),
        subject(schema, reading.row()));
    if (!prediction.warnings().isEmpty() || !notes.isEmpty()) {
      content.add(warnings(schema, prediction, notes));
    }
    content.add(origin(model), actions(print()));
    announcement.setText(
        getTranslation("result.announcement", label, prediction.label(), probability));
  }

  /** On a small screen the result is far below the button that asked for it. */
  void bringIntoView() {
    getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
  }

  private String describe(Interval interval, String unit) {
    return getTranslation(
        "result.interval",
        quantities.percent(interval.coverage()),
        quantities.of(interval.low(), unit),
        quantities.of(interval.high(), unit));
  }

  private Component subject(FeatureSchema schema, Row row) {
    UnorderedList subject = new UnorderedList();
    subject.setId("result-subject");
    for (int i = 0; i < schema.size(); i++) {
      if (!row.isMissing(i)) {
        Span label = new Span(schema.feature(i).label().in(getLocale()));
        label.addClassName("quiet");
        subject.add(new ListItem(label, new Span(texts.value(schema.feature(i), row, i))));
      }
    }
    return subject;
  }

  private Component warnings(FeatureSchema schema, Prediction prediction, List<String> notes) {
    UnorderedList list = new UnorderedList();
    notes.forEach(note -> list.add(new ListItem(note)));
    for (FieldIssue warning : prediction.warnings()) {
      schema
          .indexOf(warning.field())
          .ifPresent(index -> {
            Feature feature = schema.feature(index);
            list.add(
                new ListItem(
                    feature.label().in(getLocale()) + " \u2013 " + texts.issue(feature, warning)));
          });
    }
    Div box = new Div(new H3(getTranslation("result.warnings")), list);
    box.setId("result-warnings");
    box.addClassName("warning-box");
    return box;
  }

  private Component origin(ServedModel model) {
    LocalDate trainedAt =
        LocalDate.ofInstant(model.bundle().provenance().finishedAt(), ZoneOffset.UTC);
    DescriptionList facts = new DescriptionList();
    facts.setId("result-model");
    facts.addClassName("facts");
    fact(facts, "result.model", model.name());
    fact(facts, "result.version", model.version());
    fact(facts, "result.stage", getTranslation("stage." + model.stage()));
    fact(
        facts,
        "result.trainedAt",
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .withLocale(getLocale())
            .format(trainedAt));
    return facts;
  }

  private Component actions(Component... others) {
    Div actions = new Div(new CopyButton(getTranslation("result.share"), "location.href"));
    actions.add(others);
    actions.addClassNames("line", "share");
    return actions;
  }

  private Component compare() {
    Button compare =
        new Button(
            getTranslation("versus.start"), VaadinIcon.SPLIT_H.create(), click -> onKeep.run());
    compare.setId("compare-start");
    compare.addThemeVariants(ButtonVariant.TERTIARY);
    return compare;
  }

  private Component print() {
    Button print = new Button(getTranslation("result.print"), VaadinIcon.PRINT.create());
    print.addThemeVariants(ButtonVariant.TERTIARY);
    print.getElement().executeJs("this.onclick = () => window.print()");
    return print;
  }

  private void fact(DescriptionList facts, String key, String value) {
    Div pair =
        new Div(
            new DescriptionList.Term(getTranslation(key)), new DescriptionList.Description(value));
    facts.add(pair);
  }

  private static Component identified(String id, String text) {
    Paragraph paragraph = new Paragraph(text);
    paragraph.setId(id);
    return paragraph;
  }
}
