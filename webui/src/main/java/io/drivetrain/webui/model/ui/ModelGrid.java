package io.drivetrain.webui.model.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.ValueProvider;
import io.drivetrain.webui.client.ServiceCallException;
import io.drivetrain.webui.component.ConnectionNotice;
import io.drivetrain.webui.component.CursorPages;
import io.drivetrain.webui.component.PageLink;
import io.drivetrain.webui.component.Panel;
import io.drivetrain.webui.component.TimeFormat;
import io.drivetrain.webui.model.Model;
import io.drivetrain.webui.model.ModelService;
import io.drivetrain.webui.model.VersionStage;
import java.util.Optional;
import java.util.stream.Stream;

/** Models by name, read page by page while one scrolls. */
class ModelGrid extends Panel {
  private static final int PAGE_SIZE = 50;

  private final Grid<Model> grid = new Grid<>(PAGE_SIZE);
  private final ConnectionNotice failure = new ConnectionNotice();
  private final Div empty = new Div();
  private final CursorPages<Model> pages;
  private String part = "";

  ModelGrid(ModelService service) {
    super("models", UI.getCurrent().getTranslation("models.registered"));
    pages = new CursorPages<>(PAGE_SIZE, cursor -> service.models(part, PAGE_SIZE, cursor));
    column("name", "9rem", ModelGrid::name).setFlexGrow(2);
    column("production", "12.5rem", this::production).setFlexGrow(1);
    column("staging", "8rem", model -> newest(model, VersionStage.STAGING));
    column("latest", "8rem", model -> version(model, model.latest()));
    column("aliases", "9rem", model -> new Aliases(model.aliases().keySet())).setFlexGrow(1);
    grid.addThemeVariants(GridVariant.NO_BORDER, GridVariant.WRAP_CELL_CONTENT);
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.setAllRowsVisible(true);
    grid.setEmptyStateComponent(empty);
    grid.getElement().setAttribute("aria-label", getTranslation("models.registered"));
    grid.setItems(query -> read(query.getOffset(), query.getLimit()));
    add(failure, grid);
  }

  /**
   * @param name a part of the names to show; empty for all
   */
  void show(String name) {
    part = name;
    pages.forget();
    empty.removeAll();
    empty.add(new Paragraph(getTranslation(name.isBlank() ? "models.empty" : "models.noneSuch")));
    if (name.isBlank()) {
      empty.add(PageLink.toPipelines(getTranslation("pipelines.all")));
    }
    grid.getDataProvider().refreshAll();
  }

  private Grid.Column<Model> column(
      String key, String width, ValueProvider<Model, Component> cell) {
    return grid.addComponentColumn(cell)
        .setKey(key)
        .setHeader(getTranslation("models." + key))
        .setWidth(width)
        .setFlexGrow(0);
  }

  private static Component name(Model model) {
    Div cell = new Div(PageLink.toModel(model.name(), model.name()));
    cell.addClassName("step-cell");
    if (!model.description().isBlank()) {
      Span description = new Span(model.description());
      description.addClassNames("quiet", "clipped");
      cell.add(description);
    }
    return cell;
  }

  private Component production(Model model) {
    Div cell = new Div();
    cell.addClassName("step-cell");
    if (model.production().isEmpty()) {
      cell.add(quiet(getTranslation("models.nothing")));
      return cell;
    }
    Div line = new Div(version(model, model.production()), new StageBadge(VersionStage.PRODUCTION));
    line.addClassName("line");
    cell.add(line);
    model
        .productionSince()
        .ifPresent(since ->
            cell.add(
                quiet(getTranslation("models.since", TimeFormat.of(UI.getCurrent()).at(since)))));
    return cell;
  }

  private Component newest(Model model, VersionStage stage) {
    return version(model, model.newest(stage));
  }

  private Component version(Model model, Optional<String> number) {
    return number
        .<Component>map(
            one -> PageLink.toVersion(model.name(), one, getTranslation("models.version", one)))
        .orElseGet(Span::new);
  }

  private static Span quiet(String text) {
    Span quiet = new Span(text);
    quiet.addClassName("quiet");
    return quiet;
  }

  private Stream<Model> read(int offset, int limit) {
    try {
      Stream<Model> models = pages.read(offset, limit);
      failure.hide();
      return models;
    } catch (ServiceCallException failed) {
      failure.show(failed);
      return Stream.empty();
    }
  }
}
