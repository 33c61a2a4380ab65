package io.drivetrain.webui.prediction.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.formlayout.FormLayout;
import io.drivetrain.models.schema.BooleanFeature;
import io.drivetrain.models.schema.CategoricalFeature;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.RowReading;
import io.drivetrain.models.text.NumberText;
import io.drivetrain.webui.component.Panel;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A form with one field for each feature of a schema. It knows nothing of what it describes. */
class PredictionForm extends Panel {
  private static final String FIELD_WIDTH = "13rem";
  private static final int COLUMNS = 3;

  private final FeatureSchema schema;
  private final FeatureTexts texts;
  private final List<FeatureField<?>> fields;
  private final ErrorSummary errors = new ErrorSummary();

  /**
   * @param onSubmit gets each reading that is usable
   */
  PredictionForm(FeatureSchema schema, Consumer<RowReading> onSubmit) {
    super("form", UI.getCurrent().getTranslation("prediction.form"));
    this.schema = schema;
    this.texts = new FeatureTexts(getLocale());
    this.fields = FeatureFields.of(schema, getLocale());
    addClassName("prediction-form");
    add(
        errors,
        grid(field -> !isFlag(field)),
        grid(PredictionForm::isFlag),
        submitButton(onSubmit));
    fields.forEach(field -> field.onChange(() -> changed(field)));
  }

  /** What was entered, as text by field name; {@link #enter} takes it back. */
  Map<String, String> texts() {
    Map<String, String> entered = new LinkedHashMap<>();
    for (FeatureField<?> field : fields) {
      if (!field.text().isEmpty()) {
        entered.put(field.feature().name(), field.text());
      }
    }
    return entered;
  }

  /** What {@link #enter} takes to show a row. */
  Map<String, String> texts(RowReading reading) {
    Map<String, String> texts = new LinkedHashMap<>();
    schema
        .values(reading.row())
        .forEach((name, value) ->
            texts.put(
                name,
                value instanceof Double number ? NumberText.plain(number) : value.toString()));
    return texts;
  }

  /**
   * Fills the fields that are named; the others become empty. Parents come first: they narrow what
   * a text may mean.
   */
  void enter(Map<String, String> entered) {
    fields.stream()
        .sorted(Comparator.comparing(PredictionForm::isChild))
        .forEach(field -> field.enter(entered.getOrDefault(field.feature().name(), "")));
  }

  /** Keeps what another form holds in the fields that both have, where it is still right. */
  void takeOver(PredictionForm other) {
    Map<String, String> entered = texts();
    Map<String, String> before = other.texts();
    other.fields.stream()
        .map(field -> field.feature().name())
        .forEach(name -> entered.put(name, before.getOrDefault(name, "")));
    enter(entered);
    RowReading reading = reading();
    fields.stream()
        .filter(field -> field.error(reading, texts).isPresent())
        .forEach(FeatureField::clear);
  }

  /** Reads the fields without a word about what is wrong with them. */
  RowReading reading() {
    return schema.read(values());
  }

  /** Whether all is answered and right. */
  boolean isUsable(RowReading reading) {
    return reading.isUsable() && fields.stream().noneMatch(FeatureField::asks);
  }

  /** What was typed and read as something else, in words. */
  List<String> notes() {
    return fields.stream().flatMap(field -> field.note().stream()).toList();
  }

  private void submit(Consumer<RowReading> onSubmit) {
    RowReading reading = reading();
    fields.forEach(field -> field.show(reading, texts));
    errors.show(fields, reading, texts);
    if (isUsable(reading)) {
      onSubmit.accept(reading);
    } else {
      fields.stream()
          .filter(field -> field.error(reading, texts).isPresent())
          .findFirst()
          .ifPresent(FeatureField::focus);
    }
  }

  private Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    fields.forEach(
        field -> field.value().ifPresent(value -> values.put(field.feature().name(), value)));
    return values;
  }

  /** Says what is wrong or rare as soon as a field is left, also about the fields it filters. */
  private void changed(FeatureField<?> changed) {
    RowReading reading = reading();
    fields.stream()
        .filter(field -> field == changed || isFilteredBy(field, changed))
        .filter(field -> field.value().isPresent() || field == changed)
        .forEach(field -> field.show(reading, texts));
  }

  private static boolean isFilteredBy(FeatureField<?> field, FeatureField<?> parent) {
    return field.feature() instanceof CategoricalFeature choice
        && parent.feature().name().equals(choice.parent());
  }

  private static boolean isChild(FeatureField<?> field) {
    return field.feature() instanceof CategoricalFeature choice && choice.parent() != null;
  }

  private static boolean isFlag(FeatureField<?> field) {
    return field.feature() instanceof BooleanFeature;
  }

  private Component grid(Predicate<FeatureField<?>> which) {
    FormLayout grid = new FormLayout();
    grid.setAutoResponsive(true);
    grid.setAutoRows(true);
    grid.setColumnWidth(FIELD_WIDTH);
    grid.setMaxColumns(COLUMNS);
    grid.setExpandColumns(true);
    grid.setExpandFields(true);
    fields.stream().filter(which).map(FeatureField::component).forEach(grid::add);
    grid.setVisible(grid.getComponentCount() > 0);
    return grid;
  }

  private Component submitButton(Consumer<RowReading> onSubmit) {
    String target = texts.inSentence(schema.target().label());
    Button button = new Button(getTranslation("prediction.submit", target));
    button.setId("predict");
    button.addThemeVariants(ButtonVariant.PRIMARY);
    button.addClassName("submit");
    button.setDisableOnClick(true);
    button.addClickListener(click -> {
      submit(onSubmit);
      button.setEnabled(true);
    });
    button.addClickShortcut(Key.ENTER).listenOn(this).resetFocusOnActiveElement();
    return button;
  }
}
