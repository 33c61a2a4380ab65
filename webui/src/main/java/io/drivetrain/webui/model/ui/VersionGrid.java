package io.drivetrain.webui.model.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Paragraph;
import io.drivetrain.webui.client.ServiceCallException;
import io.drivetrain.webui.component.ConnectionNotice;
import io.drivetrain.webui.component.CursorPages;
import io.drivetrain.webui.component.PageLink;
import io.drivetrain.webui.component.Panel;
import io.drivetrain.webui.component.TimeFormat;
import io.drivetrain.webui.model.ModelService;
import io.drivetrain.webui.model.Version;
import java.util.stream.Stream;

/** All versions of a model, the newest first, read page by page while one scrolls. */
class VersionGrid extends Panel {
  private static final int PAGE_SIZE = 50;
  private static final int MOST_ROWS_WITHOUT_SCROLLING = 12;
  private static final String HEIGHT = "30rem";

  private final Grid<Version> grid = new Grid<>(PAGE_SIZE);
  private final ConnectionNotice failure = new ConnectionNotice();
  private final CursorPages<Version> pages;

  VersionGrid(String model, ModelService service) {
    super("versions", UI.getCurrent().getTranslation("models.versions"));
    TimeFormat times = TimeFormat.of(UI.getCurrent());
    pages = new CursorPages<>(PAGE_SIZE, cursor -> service.versions(model, PAGE_SIZE, cursor));
    grid.addComponentColumn(version ->
            PageLink.toVersion(
                model, version.number(), getTranslation("models.version", version.number())))
        .setKey("version")
        .setHeader(getTranslation("models.versions.version"))
        .setWidth("8rem")
        .setFlexGrow(0);
    grid.addComponentColumn(version -> new StageBadge(version.stage()))
        .setKey("stage")
        .setHeader(getTranslation("models.versions.stage"))
        .setWidth("9rem")
        .setFlexGrow(0);
    grid.addColumn(version -> times.at(version.createdAt()))
        .setKey("created")
        .setHeader(getTranslation("models.versions.created"))
        .setWidth("13rem")
        .setFlexGrow(0);
    grid.addComponentColumn(version -> new Aliases(version.aliases()))
        .setKey("aliases")
        .setHeader(getTranslation("models.aliases"))
        .setWidth("10rem")
        .setFlexGrow(0);
    grid.addColumn(Version::description)
        .setKey("description")
        .setHeader(getTranslation("models.description"))
        .setWidth("14rem")
        .setFlexGrow(1)
        .setTooltipGenerator(Version::description);
    grid.addThemeVariants(GridVariant.NO_BORDER);
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.setEmptyStateComponent(new Paragraph(getTranslation("models.versions.empty")));
    grid.getElement().setAttribute("aria-label", getTranslation("models.versions"));
    grid.setItems(query -> read(query.getOffset(), query.getLimit()));
    boolean isShort = read(0, MOST_ROWS_WITHOUT_SCROLLING).count() < MOST_ROWS_WITHOUT_SCROLLING;
    grid.setAllRowsVisible(isShort);
    grid.setHeight(isShort ? null : HEIGHT);
    add(failure, grid);
  }

  private Stream<Version> read(int offset, int limit) {
    try {
      Stream<Version> versions = pages.read(offset, limit);
      failure.hide();
      return versions;
    } catch (ServiceCallException failed) {
      failure.show(failed);
      return Stream.empty();
    }
  }
}
