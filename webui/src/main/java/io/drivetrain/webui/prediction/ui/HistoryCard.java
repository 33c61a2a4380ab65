package io.drivetrain.webui.prediction.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.server.VaadinSession;
import io.drivetrain.webui.component.CsvText;
import io.drivetrain.webui.component.Panel;
import io.drivetrain.webui.component.Quantities;
import io.drivetrain.webui.component.TimeFormat;
import io.drivetrain.webui.prediction.ui.Estimates.Estimate;
import java.util.List;
import java.util.stream.Stream;

/** The estimates of this visit: each leads back to itself, all can be had as CSV. */
class HistoryCard extends Panel {
  private final Estimates estimates = Estimates.of(VaadinSession.getCurrent());
  private final Div table = new Div();

  HistoryCard() {
    super("history", UI.getCurrent().getTranslation("history.title"));
    Anchor download =
        new Anchor(CsvFile.of("estimates.csv", this::csv), getTranslation("history.download"));
    download.setId("history-download");
    Button clear =
        new Button(
            getTranslation("history.clear"),
            click -> {
              estimates.clear();
              show();
            });
    clear.setId("history-clear");
    clear.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
    Div actions = new Div(download, clear);
    actions.addClassName("line");
    addToHead(actions);
    table.addClassName("table-scroller");
    add(table);
    show();
  }

  void add(Estimate estimate) {
    estimates.add(estimate);
    show();
  }

  private void show() {
    List<Estimate> all = estimates.all();
    setVisible(!all.isEmpty());
    NativeTable rows = new NativeTable();
    rows.getHead()
        .add(
            new NativeTableRow(
                Stream.of("history.at", "history.subject", "drivers.estimate")
                    .map(this::header)
                    .toArray(NativeTableHeaderCell[]::new)));
    Quantities quantities = new Quantities(getLocale());
    TimeFormat times = TimeFormat.of(UI.getCurrent());
    for (Estimate one : all) {
      rows.getBody()
          .add(
              new NativeTableRow(
                  new NativeTableCell(times.until(one.at())),
                  new NativeTableCell(new Anchor(one.query(), one.subject())),
                  new NativeTableCell(quantities.of(one.value(), one.unit()))));
    }
    table.removeAll();
    table.add(rows);
  }

  private NativeTableHeaderCell header(String key) {
    NativeTableHeaderCell cell = new NativeTableHeaderCell(getTranslation(key));
    cell.getElement().setAttribute("scope", "col");
    return cell;
  }

  private String csv() {
    CsvText csv =
        new CsvText(List.of("time", "subject", "estimate", "low", "high", "unit", "model_version"));
    for (Estimate one : estimates.all()) {
      csv.row(
          List.of(
              one.at().toString(),
              one.subject(),
              Math.round(one.value()),
              Math.round(one.low()),
              Math.round(one.high()),
              one.unit(),
              one.version()));
    }
    return csv.toString();
  }
}
