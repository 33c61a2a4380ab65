package io.drivetrain.webui.model.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.drivetrain.webui.client.ServiceCallException;
import io.drivetrain.webui.component.ConnectionNotice;
import io.drivetrain.webui.component.PageLink;
import io.drivetrain.webui.model.Model;
import io.drivetrain.webui.model.ModelChanges;
import io.drivetrain.webui.model.ModelService;
import java.util.Optional;

/** One registered model: what is in production, its versions, and what was done to it. */
@Route(PageLink.MODELS + "/:" + ModelView.MODEL)
class ModelView extends Div implements BeforeEnterObserver, HasDynamicTitle {
  static final String MODEL = "model";

  private final ModelService service;
  private final ModelChanges changes;
  private final ConnectionNotice connection = new ConnectionNotice();
  private final Div content = new Div();
  private String name = "";

  ModelView(ModelService service, ModelChanges changes) {
    this.service = service;
    this.changes = changes;
    addClassName("page");
    add(connection, content);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    name = event.getRouteParameters().get(MODEL).map(PageLink::decoded).orElse("");
    content.removeAll();
    show();
  }

  @Override
  public String getPageTitle() {
    return name;
  }

  /** Reads everything anew: a change was made, here or by somebody else. */
  private void show() {
    try {
      Optional<Model> model = service.model(name);
      connection.hide();
      content.removeAll();
      model.ifPresentOrElse(this::show, this::sayUnknown);
    } catch (ServiceCallException failure) {
      connection.show(failure); // what was read last stays
    }
  }

  private void show(Model model) {
    content.add(
        back(),
        head(model),
        description(model),
        parts(
            new ProductionPanel(model, service.rollback(model), changes, this::show),
            new VersionGrid(model.name(), service),
            new AuditPanel(model.name(), Optional.empty(), service)));
  }

  private static Div parts(Component... parts) {
    Div all = new Div(parts);
    all.addClassName("report");
    return all;
  }

  private PageLink back() {
    PageLink back = PageLink.toModels(getTranslation("models.all"));
    back.addClassName("back");
    return back;
  }

  private Div head(Model model) {
    Div head = new Div(new H1(model.name()));
    head.addClassName("head");
    return head;
  }

  private Div description(Model model) {
    return new DescriptionLine(
        model.description(), text -> changes.describe(model, text), this::show);
  }

  private void sayUnknown() {
    content.add(
        new H1(getTranslation("models.unknown.title")),
        new Paragraph(getTranslation("models.unknown.text", name)),
        PageLink.toModels(getTranslation("models.all")));
  }
}
