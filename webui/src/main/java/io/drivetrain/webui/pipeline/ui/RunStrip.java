package io.drivetrain.webui.pipeline.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.router.RouterLink;
import io.drivetrain.webui.pipeline.Run;
import java.util.List;

/** The latest runs as a row of cells, the latest at the end; each leads to its run. */
class RunStrip extends OrderedList {
  private final KeyedList<Run, Cell> cells = new KeyedList<>(this, Run::id, Cell::new);

  RunStrip() {
    addClassName("strip");
    getElement().setAttribute("aria-label", getTranslation("pipelines.strip"));
  }

  void show(List<Run> latestFirst, Moments moments) {
    setVisible(!latestFirst.isEmpty());
    cells.show(latestFirst.reversed(), (cell, run) -> cell.show(run, moments));
  }

  private static final class Cell extends ListItem {
    private final RouterLink link = new RouterLink();

    Cell(Run run) {
      link.setRoute(RunView.class, run.id().toString());
      add(link);
    }

    void show(Run run, Moments moments) {
      String state = getTranslation("runState." + run.state());
      String text =
          getTranslation(
              "pipelines.cell",
              state,
              moments.at(run.createdAt()),
              new RunTexts(getLocale(), moments).lasting(run));
      link.getElement().setAttribute("aria-label", text);
      link.getElement().setAttribute("title", text);
      link.getElement().setAttribute("data-state", run.state().name());
      link.getElement().setAttribute("data-tone", Tone.of(run.state()).key());
    }
  }
}
