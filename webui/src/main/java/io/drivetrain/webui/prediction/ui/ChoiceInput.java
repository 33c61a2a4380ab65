package io.drivetrain.webui.prediction.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import io.drivetrain.models.schema.CategoricalFeature;
import io.drivetrain.models.schema.ValueMatch.None;
import io.drivetrain.models.schema.ValueMatch.One;
import io.drivetrain.models.schema.ValueMatch.Several;
import io.drivetrain.models.schema.ValueNames;
import io.drivetrain.models.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Chooses a value of a category. A typed text that means one value takes it and says so; one that
 * may mean several, or none, stands as a question with its answers as buttons, and there is no
 * value until it is answered.
 */
class ChoiceInput extends ComboBox<String> {
  /** More buttons are no answer but a second list. */
  private static final int MOST_ANSWERS = 8;

  private final CategoricalFeature feature;
  private final ValueNames names;
  private final Locale locale;
  private final List<Consumer<String>> onChosen = new ArrayList<>();
  private String parentValue;
  private String question = "";
  private boolean isGuessed;
  private String note = "";

  ChoiceInput(CategoricalFeature feature, Locale locale) {
    super(feature.label().in(locale));
    this.feature = feature;
    this.names = new ValueNames(feature);
    this.locale = locale;
    setManualValidation(true);
    setAllowCustomValue(true);
    setItemLabelGenerator(value -> feature.labelOf(value, locale));
    offer();
    setValue(feature.defaultValue());
    addCustomValueSetListener(custom -> type(Texts.clean(custom.getDetail())));
    addValueChangeListener(change -> {
      settle();
      if (change.isFromClient()) {
        note = "";
        tell(change.getValue());
      }
    });
  }

  /** Hears of each value that the visitor chooses, and not of those that the page sets. */
  void onChosen(Consumer<String> listener) {
    onChosen.add(listener);
  }

  /** Offers what goes with a value of the parent; the value itself stays. */
  void narrow(String newParentValue) {
    parentValue = newParentValue;
    offer();
  }

  /** Takes what a visitor wrote: the value that it means, or a question. */
  void type(String text) {
    if (text.isEmpty()) {
      choose(null, "");
      return;
    }
    switch (names.guess(text, parentValue)) {
      case One(String value, boolean isWritten) -> choose(value, isWritten ? "" : text);
      case Several(List<String> values) -> ask(text, values);
      case None _ -> ask(text, List.of());
    }
  }

  /** Takes a text as it is, on purpose. */
  void keep(String text) {
    choose(text, "");
  }

  boolean fits(String value) {
    return value == null || feature.valuesWith(parentValue).contains(value);
  }

  /** What the visitor has to answer before there is a value. */
  Optional<String> question() {
    return question.isEmpty()
        ? Optional.empty()
        : Optional.of(
            getTranslation(
                isGuessed ? "choice.question" : "choice.unknown", Texts.quotable(question)));
  }

  /** How the typed text was read. */
  Optional<String> note() {
    return note.isEmpty() || isEmpty()
        ? Optional.empty()
        : Optional.of(
            getTranslation(
                "choice.readAs", Texts.quotable(note), feature.labelOf(getValue(), locale)));
  }

  /** A value that is set anew makes the browser forget the text that was typed over it. */
  private void choose(String value, String typed) {
    settle();
    note = typed;
    if (getValue() != null) {
      clear();
    }
    setValue(value);
    tell(value);
  }

  private void ask(String text, List<String> values) {
    clear();
    question = text;
    isGuessed = !values.isEmpty();
    note = "";
    Div answers = new Div();
    answers.addClassName("answers");
    values.stream().limit(MOST_ANSWERS).map(this::answer).forEach(answers::add);
    if (feature.open()) {
      answers.add(button(getTranslation("choice.keep", Texts.quotable(text)), () -> keep(text)));
    }
    setHelperComponent(answers);
    setErrorMessage(question().orElse(""));
    setInvalid(true);
    tell(null);
  }

  private Button answer(String value) {
    return button(feature.labelOf(value, locale), () -> choose(value, ""));
  }

  private static Button button(String text, Runnable action) {
    Button button = new Button(text, click -> action.run());
    button.addThemeVariants(ButtonVariant.SMALL);
    return button;
  }

  private void settle() {
    if (!question.isEmpty()) {
      question = "";
      setHelperComponent(null);
      setInvalid(false);
    }
  }

  private void tell(String value) {
    onChosen.forEach(listener -> listener.accept(value));
  }

  /** The list is searched without case and accents. New items would take the value away. */
  private void offer() {
    String value = getValue();
    setItems(this::isFound, feature.valuesWith(parentValue));
    setValue(value);
  }

  private boolean isFound(String value, String filter) {
    return isPart(filter, value) || isPart(filter, feature.labelOf(value, locale));
  }

  private static boolean isPart(String filter, String text) {
    return Texts.letters(text).contains(Texts.letters(filter));
  }
}
