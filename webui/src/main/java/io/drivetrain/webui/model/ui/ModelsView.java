package io.drivetrain.webui.model.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.drivetrain.webui.component.PageLink;
import io.drivetrain.webui.model.ModelService;

/** All registered models, and what is in production of each. {@code ?name=} narrows the list. */
@Route(PageLink.MODELS)
class ModelsView extends Div implements BeforeEnterObserver, HasDynamicTitle {
  static final String NAME = "name";

  private final TextField name = new TextField();
  private final ModelGrid grid;

  ModelsView(ModelService service) {
    grid = new ModelGrid(service);
    addClassName("page");
    Paragraph lead = new Paragraph(getTranslation("models.lead"));
    lead.addClassName("lead");
    name.setId("model-name");
    name.setAriaLabel(getTranslation("models.search"));
    name.setPlaceholder(getTranslation("models.search"));
    name.setPrefixComponent(VaadinIcon.SEARCH.create());
    name.setClearButtonVisible(true);
    name.setValueChangeMode(ValueChangeMode.LAZY);
    name.addValueChangeListener(change -> narrow(change.getValue()));
    grid.addToHead(name);
    add(new H1(getTranslation("models.title")), lead, grid);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    String part = event.getLocation().getQueryParameters().getSingleParameter(NAME).orElse("");
    name.setValue(part);
    grid.show(part);
  }

  @Override
  public String getPageTitle() {
    return getTranslation("models.title");
  }

  private void narrow(String part) {
    grid.show(part);
    QueryParameters query =
        part.isEmpty() ? QueryParameters.empty() : QueryParameters.of(NAME, part);
    String search = query.getQueryString();
    UI.getCurrent()
        .getPage()
        .getHistory()
        .replaceState(null, PageLink.MODELS + (search.isEmpty() ? "" : "?" + search));
  }
}
