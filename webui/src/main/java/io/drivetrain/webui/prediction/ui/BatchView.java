package io.drivetrain.webui.prediction.ui;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadHandler;
import io.drivetrain.webui.component.CsvText;
import io.drivetrain.webui.component.Panel;
import io.drivetrain.webui.prediction.PredictionConfig;
import io.drivetrain.webui.prediction.ProductionModel;
import io.drivetrain.webui.prediction.ServedModel;
import io.drivetrain.webui.prediction.batch.Batch;
import io.drivetrain.webui.prediction.batch.UnreadableFileException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Predicts the rows of a CSV file: template, upload, preview, progress, results and their file. */
@Route(BatchView.ADDRESS)
class BatchView extends Div implements HasDynamicTitle {
  static final String ADDRESS = "batch";

  /** What the server takes of a request, less what stands around the file. */
  private static final int LARGEST_FILE_BYTES = 1_900_000;

  private final ProductionModel production;
  private final Paragraph problem = new Paragraph();
  private final Div work = new Div();
  private final Upload upload = new Upload();
  private Optional<BatchPanel> panel = Optional.empty();

  BatchView(ProductionModel production, PredictionConfig config) {
    this.production = production;
    addClassName("page");
    Paragraph lead = new Paragraph(getTranslation("batch.lead"));
    lead.addClassName("lead");
    add(new H1(getTranslation("batch.title")), lead);
    production
        .model()
        .ifPresentOrElse(
            model -> add(source(model), problem, work),
            () -> add(new WaitingPanel(production.state(), config.trainingUri())));
    problem.setId("batch-problem");
    problem.addClassName("error-summary");
    problem.getElement().setAttribute("role", "alert");
    problem.setVisible(false);
    work.addClassName("batch");
  }

  @Override
  public String getPageTitle() {
    return getTranslation("batch.title");
  }

  @Override
  protected void onDetach(DetachEvent detach) {
    panel.ifPresent(BatchPanel::cancel);
  }

  private Panel source(ServedModel model) {
    Panel source = new Panel("batch-source", getTranslation("batch.source"));
    Anchor template = new Anchor(CsvFile.of("template.csv", () -> template(model)), "");
    template.setText(getTranslation("batch.template"));
    template.setId("batch-template");
    source.addToHead(template);
    upload.setUploadHandler(UploadHandler.inMemory((file, bytes) -> open(file.fileName(), bytes)));
    upload.setId("batch-upload");
    upload.setMaxFiles(1);
    upload.setMaxFileSize(LARGEST_FILE_BYTES);
    upload.setAcceptedFileTypes(".csv", ".txt", ".tsv", "text/csv", "text/plain");
    upload.setI18n(UploadTexts.in(getLocale()));
    upload.addFileRejectedListener(rejected -> say(rejected.getErrorMessage()));
    source.add(upload, new Paragraph(getTranslation("batch.formats")));
    return source;
  }

  private static String template(ServedModel model) {
    Map<String, String> example = Batch.template(model);
    return new CsvText(List.copyOf(example.keySet())).row(List.copyOf(example.values())).toString();
  }

  /** Called with the session's lock. */
  void open(String name, byte[] bytes) {
    upload.clearFileList(); // the next file takes its place
    problem.setVisible(false);
    panel.ifPresent(BatchPanel::cancel);
    work.removeAll();
    ServedModel model = production.model().orElseThrow();
    try {
      BatchPanel opened = new BatchPanel(name, Batch.read(bytes, model));
      panel = Optional.of(opened);
      work.add(opened);
    } catch (UnreadableFileException unreadable) {
      say(
          getTranslation(
              "batch.unreadable." + unreadable.reason(), unreadable.line(), Batch.MOST_ROWS));
    }
  }

  private void say(String text) {
    problem.setText(text);
    problem.setVisible(true);
  }
}
