package io.drivetrain.webui.experiment.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.drivetrain.webui.component.DialogButtons;
import io.drivetrain.webui.component.TextKey;
import io.drivetrain.webui.component.TimeFormat;
import io.drivetrain.webui.experiment.Condition;
import io.drivetrain.webui.experiment.Condition.Operator;
import io.drivetrain.webui.experiment.RunAttribute;
import io.drivetrain.webui.experiment.RunField;
import io.drivetrain.webui.experiment.RunFields;
import java.util.function.Consumer;

/** Puts a condition together for those who do not know the search language. */
class ConditionDialog extends Dialog {
  private final ComboBox<RunField> field = new ComboBox<>(getTranslation("condition.field"));
  private final Select<Operator> operator = new Select<>();
  private final TextField value = new TextField(getTranslation("condition.value"));
  private final Consumer<String> onCondition;

  /**
   * @param fields those that runs are known to have; any other can be typed
   * @param onCondition gets the condition in the search language
   */
  ConditionDialog(RunFields fields, Consumer<String> onCondition) {
    this.onCondition = onCondition;
    setHeaderTitle(getTranslation("condition.title"));
    setWidth("min(34rem, 100%)");
    field.setId("condition-field");
    field.setItems(fields.all().stream().filter(RunField::isSearchable).toList());
    field.setItemLabelGenerator(ConditionDialog::label);
    field.setAllowCustomValue(true);
    field.addCustomValueSetListener(
        typed -> RunField.parse(typed.getDetail()).ifPresent(field::setValue));
    field.addValueChangeListener(chosen -> showOperators());
    operator.setId("condition-operator");
    operator.setLabel(getTranslation("condition.operator"));
    operator.setItemLabelGenerator(one -> getTranslation(TextKey.of("condition", one)));
    operator.addValueChangeListener(chosen -> showValue());
    value.setId("condition-value");
    FormLayout form = new FormLayout(field, operator, value);
    form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1));
    add(form);
    getFooter()
        .add(
            DialogButtons.close(this),
            DialogButtons.act("confirm", getTranslation("condition.add"), this::act));
    field.setAutofocus(true);
    showOperators();
  }

  private static String label(RunField field) {
    return field.kind() == RunField.Kind.ATTRIBUTE ? RunCells.name(field) : field.text();
  }

  private void showOperators() {
    RunField chosen = field.getValue();
    operator.setEnabled(chosen != null);
    if (chosen != null) {
      operator.setItems(Operator.of(chosen));
      operator.setValue(Operator.EQUAL);
      value.setHelperText(hint(chosen));
    }
    showValue();
  }

  private String hint(RunField chosen) {
    if (chosen.equals(RunField.of(RunAttribute.START))) {
      return getTranslation("condition.hint.start");
    }
    return chosen.equals(RunField.of(RunAttribute.DURATION))
        ? getTranslation("condition.hint.duration")
        : "";
  }

  private void showValue() {
    value.setInvalid(false);
    value.setVisible(operator.getValue() == null || operator.getValue().takesValue());
  }

  private void act() {
    if (field.getValue() == null) {
      field.setErrorMessage(getTranslation("condition.noField"));
      field.setInvalid(true);
      return;
    }
    new Condition(field.getValue(), operator.getValue(), value.getValue())
        .text(TimeFormat.zone(UI.getCurrent()))
        .ifPresentOrElse(this::finish, this::refuse);
  }

  private void finish(String condition) {
    close();
    onCondition.accept(condition);
  }

  private void refuse() {
    value.setErrorMessage(getTranslation("condition.noValue"));
    value.setInvalid(true);
  }
}
