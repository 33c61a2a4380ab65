package io.drivetrain.webui.comparison.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import io.drivetrain.webui.artifact.ArtifactEntry;
import io.drivetrain.webui.artifact.ArtifactService;
import io.drivetrain.webui.client.ServiceCallException;
import io.drivetrain.webui.comparison.ComparedRun;
import io.drivetrain.webui.component.ConnectionNotice;
import io.drivetrain.webui.component.PageLink;
import io.drivetrain.webui.component.Panel;
import io.drivetrain.webui.component.artifact.ArtifactViewer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The same file of several runs side by side; listed once somebody asks for it. */
class ArtifactPanel extends Panel {
  private static final String FILE = "file";

  /** What fits beside each other, and what a page should load at once. */
  private static final int MAX_RUNS = 6;

  private final ArtifactService artifacts;
  private final Selection selection;
  private final ConnectionNotice connection = new ConnectionNotice();
  private final ComboBox<String> path = new ComboBox<>();
  private final Paragraph note = new Paragraph();
  private final Div files = new Div();
  private final Map<String, List<ArtifactEntry>> listed = new HashMap<>();
  private boolean isOpen;
  private boolean isFilling;

  ArtifactPanel(ArtifactService artifacts, Selection selection) {
    super("artifacts", UI.getCurrent().getTranslation("compare.artifacts"));
    this.artifacts = artifacts;
    this.selection = selection;
    path.setId("artifact-path");
    path.setLabel(getTranslation("compare.artifacts.file"));
    path.setClearButtonVisible(true);
    path.addClassName("wide");
    path.addValueChangeListener(change -> {
      if (!isFilling) {
        selection.choices().choose(FILE, change.getValue() == null ? "" : change.getValue());
        showFiles();
      }
    });
    note.addClassName("quiet");
    files.addClassName("side-by-side");
    Div controls = new Div(path);
    controls.addClassName("chart-controls");
    controls.setVisible(false);
    Button open = new Button(getTranslation("compare.artifacts.open"));
    open.setId("show-files");
    open.addClickListener(click -> open(open, controls));
    add(connection, open, controls, note, files);
    note.setVisible(false);
    if (selection.choices().has(FILE)) {
      open(open, controls);
    }
    selection.onChange(() -> {
      if (isOpen) {
        list();
      }
    });
  }

  private void open(Button open, Div controls) {
    isOpen = true;
    open.setVisible(false);
    controls.setVisible(true);
    list();
  }

  private List<ComparedRun> looked() {
    List<ComparedRun> runs = selection.runs();
    return runs.subList(0, Math.min(runs.size(), MAX_RUNS));
  }

  private void list() {
    connection.hide();
    TreeSet<String> paths = new TreeSet<>();
    try {
      for (ComparedRun run : looked()) {
        listed(run).forEach(file -> paths.add(file.path()));
      }
    } catch (ServiceCallException failure) {
      connection.show(failure);
      return;
    }
    isFilling = true;
    path.setItems(paths);
    path.setValue(selection.choices().one(FILE).filter(paths::contains).orElse(null));
    isFilling = false;
    path.setEnabled(!paths.isEmpty());
    showFiles();
  }

  /** Files in a store that is not the registry's own are not listed. */
  private List<ArtifactEntry> listed(ComparedRun run) {
    return listed.computeIfAbsent(
        run.id(),
        id -> {
          try {
            return artifacts.files(run.artifactUri(), "");
          } catch (IllegalArgumentException foreignStore) {
            return List.of();
          }
        });
  }

  private void showFiles() {
    files.removeAll();
    String chosen = path.getValue();
    if (chosen != null) {
      looked().forEach(run -> files.add(side(run, chosen)));
    }
    note.setText(said());
    note.setVisible(!note.getText().isEmpty());
  }

  private String said() {
    if (!path.isEnabled()) {
      return getTranslation("compare.artifacts.none");
    }
    int runs = selection.runs().size();
    return runs > MAX_RUNS ? getTranslation("compare.artifacts.first", MAX_RUNS, runs) : "";
  }

  private Div side(ComparedRun run, String chosen) {
    Optional<ArtifactEntry> file =
        listed(run).stream().filter(entry -> entry.path().equals(chosen)).findFirst();
    Div side = new Div(new H3(PageLink.toTrackingRun(run.id(), run.name())));
    side.add(
        file.<Div>map(entry ->
                new ArtifactViewer(
                    run.id(), entry, () -> artifacts.text(run.artifactUri(), entry.path())))
            .orElseGet(this::missing));
    return side;
  }

  private Div missing() {
    Div missing = new Div(getTranslation("compare.artifacts.missing"));
    missing.addClassName("quiet");
    return missing;
  }
}
