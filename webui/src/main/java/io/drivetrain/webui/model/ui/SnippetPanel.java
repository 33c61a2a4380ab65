package io.drivetrain.webui.model.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.tabs.TabSheet;
import io.drivetrain.models.bundle.BundleDescription;
import io.drivetrain.models.bundle.MlflowModel;
import io.drivetrain.webui.component.CopyButton;
import io.drivetrain.webui.component.Panel;
import io.drivetrain.webui.model.VersionPage;
import java.net.URI;
import java.util.Map;

/** Lines to copy that use a version from Java, Python and a terminal. */
class SnippetPanel extends Panel {
  private final Code terminal = new Code();
  private final Snippets snippets;
  private final boolean served;

  /**
   * @param served this application predicts with the version
   */
  SnippetPanel(VersionPage page, URI registry, boolean served) {
    super("snippets", UI.getCurrent().getTranslation("models.snippets"));
    this.served = served;
    Map<String, Object> row =
        page.content().bundle().map(BundleDescription::inputExample).orElse(Map.of());
    snippets = new Snippets(page.version(), registry, row);
    TabSheet tabs = new TabSheet();
    tabs.setWidthFull();
    if (page.content().bundle().isPresent()) {
      tabs.add("Java", snippet("java", new Code(snippets.java())));
    }
    boolean loads = page.content().mlflow().filter(MlflowModel::isPythonFunction).isPresent();
    tabs.add(
        "Python",
        loads
            ? snippet("python", new Code(snippets.python()))
            : new Paragraph(getTranslation("models.snippets.noPython")));
    tabs.add("curl", snippet("curl", terminal));
    add(tabs);
  }

  @Override
  protected void onAttach(AttachEvent attach) {
    attach
        .getUI()
        .getPage()
        .fetchCurrentURL(page -> {
          URI root = URI.create(page.toString()).resolve("/");
          terminal.setText(served ? snippets.prediction(root) : snippets.download(root));
        });
  }

  private Component snippet(String language, Code code) {
    String id = "snippet-" + language;
    code.setId(id);
    Div box =
        new Div(
            new Pre(code),
            new CopyButton(
                getTranslation("request.copy"),
                "document.getElementById('%s').textContent".formatted(id)));
    box.addClassName("snippet");
    return box;
  }
}
