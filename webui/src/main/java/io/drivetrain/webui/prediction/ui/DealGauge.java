package io.drivetrain.webui.prediction.ui;

import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.drivetrain.models.prediction.Prediction;
import io.drivetrain.models.text.NumberText;
import io.drivetrain.models.text.Texts;
import io.drivetrain.models.text.UnitText;
import io.drivetrain.webui.component.Quantities;
import io.drivetrain.webui.component.StateColor;
import java.util.Currency;
import java.util.OptionalDouble;

/** Grades the price that somebody asks against the estimate. */
class DealGauge extends Div {
  private final Quantities quantities = new Quantities(getLocale());
  private final Prediction.Value prediction;
  private final TextField asked = new TextField(getTranslation("deal.asked"));
  private final Badge grade = new Badge();
  private final Paragraph text = new Paragraph();

  DealGauge(Prediction.Value prediction) {
    this.prediction = prediction;
    setId("deal");
    addClassName("deal");
    asked.setId("deal-asked");
    asked.setValueChangeMode(ValueChangeMode.ON_CHANGE);
    asked.setClearButtonVisible(true);
    asked.setSuffixComponent(new Span(prediction.unit()));
    asked.addValueChangeListener(change -> judge());
    grade.setId("deal-grade");
    Div said = new Div(grade, text);
    said.getElement().setAttribute("role", "status");
    add(asked, said);
    judge();
  }

  /** Only money can be asked. */
  static boolean suits(String unit) {
    return Currency.getAvailableCurrencies().stream()
        .anyMatch(currency -> currency.getCurrencyCode().equals(unit));
  }

  private void judge() {
    boolean isEmpty = asked.isEmpty();
    OptionalDouble price =
        NumberText.parseInteger(
            new UnitText(prediction.unit()).without(Texts.clean(asked.getValue())));
    boolean isPrice = price.isPresent() && price.getAsDouble() > 0;
    asked.setInvalid(!isEmpty && !isPrice);
    asked.setErrorMessage(getTranslation("deal.wrong"));
    grade.setVisible(isPrice);
    text.setText("");
    if (isPrice) {
      show(Deal.of(price.getAsDouble(), prediction), price.getAsDouble());
    }
  }

  private void show(Deal deal, double price) {
    grade.setText(getTranslation("deal." + deal));
    grade.getElement().setAttribute("data-color", color(deal).key());
    double difference = price - prediction.value();
    text.setText(
        deal == Deal.UNKNOWN
            ? getTranslation("deal.UNKNOWN.text")
            : getTranslation(
                "deal.text",
                quantities.part(difference, prediction.unit(), prediction.value()),
                quantities.percent(difference / prediction.value())));
  }

  private static StateColor color(Deal deal) {
    return switch (deal) {
      case TOP, GOOD -> StateColor.GOOD;
      case FAIR -> StateColor.ACTIVE;
      case HIGH -> StateColor.REJECTED;
      case TOO_HIGH -> StateColor.BAD;
      case UNKNOWN -> StateColor.WAITING;
    };
  }
}
