package io.drivetrain.webui.model.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.drivetrain.webui.client.Page;
import io.drivetrain.webui.client.ServiceCallException;
import io.drivetrain.webui.component.ConnectionNotice;
import io.drivetrain.webui.component.Panel;
import io.drivetrain.webui.component.TimeFormat;
import io.drivetrain.webui.model.AuditLine;
import io.drivetrain.webui.model.ModelService;
import java.util.Optional;

/** Who did what to a model, or to one version, when and why; the newest first. */
class AuditPanel extends Panel {
  private static final int PAGE_SIZE = 20;

  private final String model;
  private final Optional<String> version;
  private final ModelService service;
  private final TimeFormat times = TimeFormat.of(UI.getCurrent());
  private final ConnectionNotice failure = new ConnectionNotice();
  private final OrderedList list = new OrderedList();
  private final Button more = new Button(getTranslation("models.audit.more"));
  private Optional<String> cursor = Optional.empty();

  AuditPanel(String model, Optional<String> version, ModelService service) {
    super("audit", UI.getCurrent().getTranslation("models.audit"));
    this.model = model;
    this.version = version;
    this.service = service;
    list.addClassName("audit");
    more.setId("audit-more");
    more.addThemeVariants(ButtonVariant.TERTIARY);
    more.addClickListener(click -> read());
    add(failure, list, more);
    read();
    if (list.getChildren().findAny().isEmpty() && !failure.isVisible()) {
      add(new Paragraph(getTranslation("models.audit.empty")));
    }
  }

  private void read() {
    try {
      Page<AuditLine> page = service.audit(model, version, PAGE_SIZE, cursor);
      page.entries().forEach(line -> list.add(item(line)));
      cursor = page.nextCursor();
      more.setVisible(cursor.isPresent());
      failure.hide();
    } catch (ServiceCallException failed) {
      failure.show(failed);
    }
  }

  private ListItem item(AuditLine line) {
    Span when = new Span(times.at(line.at()));
    when.addClassName("quiet");
    Span who = new Span(line.who());
    who.addClassName("quiet");
    Div head = new Div(new Span(new AuditTexts(getLocale()).sentence(line)), who, when);
    head.addClassName("line");
    ListItem item = new ListItem(head);
    if (!line.reason().isEmpty()) {
      Paragraph reason = new Paragraph(line.reason());
      reason.addClassName("reason");
      item.add(reason);
    }
    return item;
  }
}
