package io.drivetrain.webui.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.VaadinIcon;

/**
 * Switches between light and dark and remembers it. Works in the browser alone: only that knows
 * what a system without a choice prefers.
 */
class ColorSchemeButton extends Button {

  ColorSchemeButton() {
    super(VaadinIcon.ADJUST.create());
    setId("color-scheme");
    addThemeVariants(ButtonVariant.TERTIARY);
    setAriaLabel(getTranslation("layout.colorScheme"));
    setTooltipText(getTranslation("layout.colorScheme"));
  }

  @Override
  protected void onAttach(AttachEvent attach) {
    getElement()
        .executeJs(
            "this.onclick = () => window.drivetrain.toggleColorScheme($0)", ColorScheme.COOKIE);
  }
}
