package io.drivetrain.webui.model.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import io.drivetrain.webui.client.ServiceCallException;
import io.drivetrain.webui.component.FailureNotification;
import io.drivetrain.webui.model.ModelChanges;
import io.drivetrain.webui.model.Version;

/** The tags of a version, to add to and to take from. */
class TagList extends Div {
  private final TextField key = new TextField();
  private final TextField value = new TextField();
  private final Runnable onChange;

  TagList(Version version, ModelChanges changes, Runnable onChange) {
    this.onChange = onChange;
    Div tags = new Div();
    tags.addClassName("tags");
    version.tags().forEach((name, text) -> tags.add(tag(version, name, text, changes)));
    label(key, "tag-key", "models.tag.key");
    label(value, "tag-value", "models.tag.value");
    Button add =
        new Button(
            getTranslation("models.tag.add"),
            VaadinIcon.PLUS.create(),
            click -> add(version, changes));
    add.setId("add-tag");
    Div form = new Div(key, value, add);
    form.addClassName("line");
    add(tags, form);
  }

  private void label(TextField field, String id, String text) {
    field.setId(id);
    field.setManualValidation(true);
    field.setAriaLabel(getTranslation(text));
    field.setPlaceholder(getTranslation(text));
  }

  private Div tag(Version version, String name, String text, ModelChanges changes) {
    Button remove =
        new Button(
            VaadinIcon.CLOSE_SMALL.create(),
            click -> change(() -> changes.removeTag(version, name)));
    remove.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
    remove.setAriaLabel(getTranslation("models.tag.remove", name));
    Span shownName = new Span(name);
    shownName.addClassName("quiet");
    Div tag = new Div(shownName, new Span(text), remove);
    tag.addClassName("tag");
    return tag;
  }

  private void add(Version version, ModelChanges changes) {
    String name = key.getValue().strip();
    key.setInvalid(name.isEmpty());
    if (name.isEmpty()) {
      key.setErrorMessage(getTranslation("models.tag.missing"));
      key.focus();
      return;
    }
    change(() -> changes.setTag(version, name, value.getValue().strip()));
  }

  private void change(Runnable change) {
    try {
      change.run();
      onChange.run();
    } catch (ServiceCallException failure) {
      FailureNotification.show(failure);
    }
  }
}
