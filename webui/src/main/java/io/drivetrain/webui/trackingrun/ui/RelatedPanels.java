package io.drivetrain.webui.trackingrun.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.drivetrain.webui.component.PageLink;
import io.drivetrain.webui.component.Panel;
import io.drivetrain.webui.component.TimeFormat;
import io.drivetrain.webui.trackingrun.TrackingRun;
import io.drivetrain.webui.trackingrun.TrackingRun.ChildRun;
import io.drivetrain.webui.trackingrun.TrackingRun.MadeVersion;
import io.drivetrain.webui.trackingrun.TrackingRun.UsedDataset;
import java.util.List;

/** What a run has to do with: model versions, datasets, runs that are nested in it. */
class RelatedPanels extends Div {
  private final Panel versions = panel("run-versions", "trackingRun.versions");
  private final Panel datasets = panel("run-datasets", "trackingRun.datasets");
  private final Panel children = panel("run-children", "trackingRun.children");
  private List<?> shown = List.of();

  RelatedPanels() {
    addClassName("run-main");
    add(versions, datasets, children);
  }

  void show(TrackingRun run, TimeFormat times) {
    List<?> next = List.of(run.versions(), run.datasets(), run.children());
    if (next.equals(shown)) {
      return;
    }
    shown = next;
    fill(versions, run.versions().stream().map(this::version).toList());
    fill(datasets, run.datasets().stream().map(this::dataset).toList());
    fill(children, run.children().stream().map(child -> child(child, times)).toList());
    if (run.hasMoreChildren()) {
      Paragraph more =
          new Paragraph(getTranslation("trackingRun.children.more", run.children().size()));
      more.addClassName("quiet");
      children.add(more);
    }
    setVisible(versions.isVisible() || datasets.isVisible() || children.isVisible());
  }

  private static Panel panel(String id, String title) {
    return new Panel(id, UI.getCurrent().getTranslation(title));
  }

  private static void fill(Panel panel, List<ListItem> items) {
    panel.getChildren().filter(child -> child instanceof UnorderedList).forEach(panel::remove);
    UnorderedList list = new UnorderedList();
    list.addClassName("related");
    items.forEach(list::add);
    panel.add(list);
    panel.setVisible(!items.isEmpty());
  }

  private ListItem version(MadeVersion version) {
    ListItem item =
        item(new Span(getTranslation("trackingRun.version", version.model(), version.version())));
    if (!version.stage().equals("None")) {
      item.add(quiet(getTranslation("stage." + version.stage())));
    }
    version.aliases().forEach(alias -> item.add(quiet("@" + alias)));
    return item;
  }

  private ListItem dataset(UsedDataset dataset) {
    ListItem item = item(new Span(dataset.name()));
    if (!dataset.context().isEmpty()) {
      item.add(quiet(dataset.context()));
    }
    item.add(quiet(dataset.digest()));
    return item;
  }

  private ListItem child(ChildRun child, TimeFormat times) {
    StatusBadge badge = new StatusBadge();
    badge.show(child.status());
    return item(
        PageLink.toTrackingRun(child.id(), child.name()),
        badge,
        quiet(times.at(child.startedAt())));
  }

  private static ListItem item(Component... parts) {
    return new ListItem(parts);
  }

  private static Span quiet(String text) {
    Span span = new Span(text);
    span.addClassName("quiet");
    return span;
  }
}
