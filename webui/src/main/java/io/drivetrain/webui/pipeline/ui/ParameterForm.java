package io.drivetrain.webui.pipeline.ui;

import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.ValidationException;
import io.drivetrain.pipeline.api.overview.PipelineOverview.Parameter;
import io.drivetrain.webui.client.Refusal;
import io.drivetrain.webui.client.Refusal.WrongParameter;
import io.drivetrain.webui.language.Language;
import io.drivetrain.webui.pipeline.ui.ParameterFields.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** One field for each parameter of a pipeline. What stays as it was, or is emptied, is not sent. */
class ParameterForm extends FormLayout {
  private static final String FIELD_WIDTH = "13rem";
  private static final int COLUMNS = 3;

  private final Binder<Map<String, Object>> binder = new Binder<>();
  private final List<Parameter> parameters;
  private final Map<String, Field<?>> fields = new LinkedHashMap<>();

  ParameterForm(List<Parameter> parameters) {
    this.parameters = parameters;
    setAutoResponsive(true);
    setAutoRows(true);
    setColumnWidth(FIELD_WIDTH);
    setMaxColumns(COLUMNS);
    setExpandColumns(true);
    setExpandFields(true);
    ParameterFields factory = new ParameterFields(getLocale());
    for (Parameter parameter : parameters) {
      Field<?> field = factory.of(parameter);
      field.bind(binder, parameter.name());
      fields.put(parameter.name(), field);
      add(field.component());
    }
    binder.readBean(defaults());
  }

  /** What the run changes, by name; empty when a field holds what cannot be sent. */
  Optional<Map<String, Object>> changes() {
    Map<String, Object> entered = new LinkedHashMap<>();
    try {
      binder.writeBean(entered);
    } catch (ValidationException unreadable) {
      return Optional.empty();
    }
    Map<String, Object> changes = new LinkedHashMap<>();
    for (Parameter parameter : parameters) {
      Object value = entered.get(parameter.name());
      if (value != null && !"".equals(value) && !isDefault(parameter, value)) {
        changes.put(parameter.name(), value);
      }
    }
    return Optional.of(changes);
  }

  /** Shows at each field what was refused of it. */
  void show(Refusal refusal) {
    for (WrongParameter wrong : refusal.errors()) {
      Optional.ofNullable(fields.get(wrong.parameter()))
          .ifPresent(field -> field.refuse(refused(wrong)));
    }
  }

  /** The service says it in English; what is accepted is known here too. */
  private String refused(WrongParameter wrong) {
    return Language.of(getLocale()) == Language.ENGLISH
        ? wrong.message()
        : parameters.stream()
            .filter(parameter -> parameter.name().equals(wrong.parameter()))
            .findFirst()
            .map(new ParameterFields(getLocale())::accepted)
            .orElse(wrong.message());
  }

  private Map<String, Object> defaults() {
    Map<String, Object> defaults = new LinkedHashMap<>();
    parameters.forEach(
        parameter -> defaults.put(parameter.name(), ParameterFields.preset(parameter)));
    return defaults;
  }

  private static boolean isDefault(Parameter parameter, Object entered) {
    return Objects.equals(entered, ParameterFields.preset(parameter));
  }
}
