package io.drivetrain.webui.pipeline.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import io.drivetrain.pipeline.api.run.RunDetails;
import io.drivetrain.webui.component.KeyedList;
import io.drivetrain.webui.component.PageLink;
import io.drivetrain.webui.component.RunTexts;
import io.drivetrain.webui.component.StateColor;
import io.drivetrain.webui.component.TextKey;
import io.drivetrain.webui.component.TimeFormat;
import java.util.List;

/** The latest runs as a row of cells, the latest at the end; each leads to its run. */
class RunStrip extends OrderedList {
  private final KeyedList<RunDetails, Cell> cells =
      new KeyedList<>(this, RunDetails::id, Cell::new);

  RunStrip() {
    addClassName("strip");
    getElement().setAttribute("aria-label", getTranslation("pipelines.strip"));
  }

  void show(List<RunDetails> latestFirst, TimeFormat times) {
    setVisible(!latestFirst.isEmpty());
    cells.show(latestFirst.reversed(), (cell, run) -> cell.show(run, times));
  }

  private static final class Cell extends ListItem {
    private final Anchor link = new Anchor();

    Cell(RunDetails run) {
      link.setHref(PageLink.run(run.id()));
      add(link);
    }

    void show(RunDetails run, TimeFormat times) {
      String state = getTranslation(TextKey.of("runState", run.state()));
      String text =
          getTranslation(
              "pipelines.cell",
              state,
              times.at(run.createdAt()),
              new RunTexts(getLocale(), times).lasting(run));
      link.getElement().setAttribute("aria-label", text);
      link.getElement().setAttribute("title", text);
      link.getElement().setAttribute("data-state", String.valueOf(run.state()));
      link.getElement().setAttribute("data-color", StateColor.of(run.state()).key());
    }
  }
}
