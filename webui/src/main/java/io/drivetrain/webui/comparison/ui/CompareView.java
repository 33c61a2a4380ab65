package io.drivetrain.webui.comparison.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.drivetrain.webui.artifact.ArtifactService;
import io.drivetrain.webui.client.ServiceCallException;
import io.drivetrain.webui.comparison.Comparison;
import io.drivetrain.webui.comparison.ComparisonService;
import io.drivetrain.webui.comparison.RunChoice;
import io.drivetrain.webui.component.ConnectionNotice;
import io.drivetrain.webui.component.PageLink;
import java.util.Optional;

/**
 * Compares tracking runs. The address holds which ones ({@code ?runs=ID,ID} or {@code
 * ?experiment=ID&filter=...&limit=N}) and every choice that was made on the page.
 */
@Route(PageLink.COMPARE)
class CompareView extends Div implements BeforeEnterObserver, HasDynamicTitle {
  private final ComparisonService service;
  private final ArtifactService artifacts;
  private final ConnectionNotice connection = new ConnectionNotice();
  private final Div content = new Div();
  private String title = getTranslation("compare.title");

  CompareView(ComparisonService service, ArtifactService artifacts) {
    this.service = service;
    this.artifacts = artifacts;
    addClassNames("page", "wide-page");
    add(connection, content);
  }

  @Override
  public String getPageTitle() {
    return title;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    Choices choices = new Choices(event.getLocation().getQueryParameters());
    content.removeAll();
    connection.hide();
    Optional<RunChoice> asked = RunChoices.in(choices);
    if (asked.isEmpty()) {
      say("compare.empty.text");
      return;
    }
    try {
      show(service.compare(asked.get()), choices);
    } catch (ServiceCallException failure) {
      content.add(new H1(title));
      connection.show(failure);
    }
  }

  private void show(Comparison comparison, Choices choices) {
    if (comparison.runs().isEmpty()) {
      say(comparison.unknown().isEmpty() ? "compare.none.text" : "compare.unknown.text");
      return;
    }
    title = getTranslation("compare.titleOf", comparison.runs().size());
    content.add(new H1(title), new LeftOut(comparison));
    content.add(new ComparePage(service, artifacts, new Selection(comparison, choices)));
  }

  private void say(String key) {
    Paragraph text = new Paragraph(getTranslation(key));
    text.addClassName("lead");
    content.add(new H1(title), text);
  }
}
