package io.drivetrain.webui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import io.drivetrain.webui.language.Language;

/**
 * Switches to the other language. The page is loaded anew: what it shows is in its address, or is
 * put there by the view, so nothing is lost, and every text and the lang attribute change together.
 */
class LanguageButton extends Button {

  LanguageButton(Language current) {
    Language other = current.other();
    setId("language");
    setText(other.ownName());
    addThemeVariants(ButtonVariant.TERTIARY);
    getElement().setAttribute("lang", other.code());
    addClickListener(click ->
        getElement()
            .executeJs(
                "window.drivetrain.chooseLanguage($0, $1, $2)",
                Language.COOKIE,
                other.code(),
                entries(UI.getCurrent())));
  }

  private static String entries(UI page) {
    return page.getInternals().getActiveRouterTargetsChain().stream()
        .filter(KeepsEntries.class::isInstance)
        .map(view -> ((KeepsEntries) view).entriesAsQuery())
        .findFirst()
        .orElse("");
  }
}
