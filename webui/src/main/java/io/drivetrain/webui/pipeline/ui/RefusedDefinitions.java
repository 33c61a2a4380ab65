package io.drivetrain.webui.pipeline.ui;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.drivetrain.pipeline.api.definition.DefinitionIssue;
import io.drivetrain.pipeline.api.overview.PipelineOverview.RefusedDefinition;
import java.util.List;

/** Names every error of the definition files that were left out. Hidden without errors. */
class RefusedDefinitions extends Div {
  private List<RefusedDefinition> shown = List.of();

  RefusedDefinitions() {
    setId("refused-definitions");
    addClassName("error-summary");
    setVisible(false);
  }

  void show(List<RefusedDefinition> refused) {
    if (refused.equals(shown)) {
      return;
    }
    shown = refused;
    UnorderedList list = new UnorderedList();
    for (RefusedDefinition file : refused) {
      file.errors().forEach(issue -> list.add(item(file.file(), issue)));
    }
    removeAll();
    add(
        new H2(getTranslation("pipelines.errors.title", refused.size())),
        new Paragraph(getTranslation("pipelines.errors.text")),
        list);
    setVisible(!refused.isEmpty());
  }

  private ListItem item(String file, DefinitionIssue issue) {
    ListItem item =
        new ListItem(new Code("%s:%d:%d".formatted(file, issue.line(), issue.column())));
    if (!issue.path().isEmpty()) {
      item.add(new Span(" "), new Code(issue.path()));
    }
    item.add(new Span(" \u2013 " + issue.message()));
    return item;
  }
}
