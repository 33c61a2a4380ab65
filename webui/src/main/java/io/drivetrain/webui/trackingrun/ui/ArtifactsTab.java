package io.drivetrain.webui.trackingrun.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.treegrid.TreeGrid;
import io.drivetrain.webui.artifact.ArtifactEntry;
import io.drivetrain.webui.artifact.ArtifactService;
import io.drivetrain.webui.client.ServiceCallException;
import io.drivetrain.webui.component.AddressState;
import io.drivetrain.webui.component.ConnectionNotice;
import io.drivetrain.webui.component.FileSize;
import io.drivetrain.webui.component.PageLink;
import io.drivetrain.webui.component.artifact.ArtifactViewer;
import io.drivetrain.webui.trackingrun.TrackingRun;
import java.util.List;

/** The files of a run as a tree, and the one that is looked at. */
class ArtifactsTab extends Div {
  private static final String FILE = "file";

  private final ArtifactService artifacts;
  private final TrackingRun run;
  private final AddressState state;
  private final ConnectionNotice connection = new ConnectionNotice();
  private final TreeGrid<ArtifactEntry> tree = new TreeGrid<>();
  private final Div viewer = new Div();

  ArtifactsTab(ArtifactService artifacts, TrackingRun run, AddressState state) {
    this.artifacts = artifacts;
    this.run = run;
    this.state = state;
    addClassName("run-artifacts");
    List<ArtifactEntry> top = list("");
    add(connection);
    if (top.isEmpty()) {
      add(quiet("trackingRun.artifacts.none"));
      return;
    }
    columns();
    tree.setItems(top, folder -> folder.folder() ? list(folder.path()) : List.of());
    tree.addSelectionListener(
        selection -> selection.getFirstSelectedItem().ifPresent(this::choose));
    viewer.setId("artifact-viewer");
    viewer.add(quiet("trackingRun.artifacts.choose"));
    add(tree, viewer);
    state.one(FILE).ifPresent(path -> lookAt(path, top));
  }

  private void columns() {
    tree.setId("artifact-tree");
    tree.addThemeVariants(GridVariant.NO_BORDER);
    tree.getElement().setAttribute("aria-label", getTranslation("trackingRun.artifacts"));
    tree.addHierarchyColumn(ArtifactEntry::name)
        .setHeader(getTranslation("trackingRun.name"))
        .setFlexGrow(1);
    tree.addColumn(entry -> entry.folder() ? "" : FileSize.text(getLocale(), entry.sizeBytes()))
        .setHeader(getTranslation("artifact.size"))
        .setTextAlign(ColumnTextAlign.END)
        .setAutoWidth(true)
        .setFlexGrow(0);
  }

  private List<ArtifactEntry> list(String folder) {
    try {
      return artifacts.list(run.artifactUri(), folder);
    } catch (ServiceCallException failure) {
      connection.show(failure);
      return List.of();
    } catch (IllegalArgumentException foreignStore) {
      return List.of(); // files that the registry does not keep itself
    }
  }

  /** Opens the folders above a file of the address, and the file. */
  private void lookAt(String path, List<ArtifactEntry> top) {
    List<ArtifactEntry> level = top;
    while (true) {
      ArtifactEntry next =
          level.stream()
              .filter(entry -> path.equals(entry.path()) || path.startsWith(entry.path() + "/"))
              .findFirst()
              .orElse(null);
      if (next == null) {
        return;
      }
      if (!next.folder()) {
        tree.select(next);
        return;
      }
      tree.expand(next);
      level = list(next.path());
    }
  }

  private void choose(ArtifactEntry entry) {
    viewer.removeAll();
    if (entry.folder()) {
      viewer.add(new FolderLink(PageLink.trackingZip(run.id(), entry.path()), entry.path()));
      return;
    }
    state.choose(FILE, entry.path());
    viewer.add(
        new ArtifactViewer(run.id(), entry, () -> artifacts.text(run.artifactUri(), entry.path())));
  }

  private Paragraph quiet(String key) {
    Paragraph paragraph = new Paragraph(getTranslation(key));
    paragraph.addClassName("quiet");
    return paragraph;
  }
}
