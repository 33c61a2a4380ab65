package io.drivetrain.pipeline.learning.report;

import io.drivetrain.pipeline.api.report.ModelCard;
import io.drivetrain.pipeline.api.report.RunReport;
import io.drivetrain.pipeline.learning.html.HtmlPages;
import io.drivetrain.pipeline.learning.html.Language;
import io.drivetrain.pipeline.learning.report.html.ReportPage;
import io.drivetrain.pipeline.learning.tracking.ArtifactJson;
import jakarta.enterprise.context.ApplicationScoped;

/** A report as JSON and as a page, and the card of its model as Markdown. */
@ApplicationScoped
public class ReportDocuments {
  private final HtmlPages pages;

  public ReportDocuments(HtmlPages pages) {
    this.pages = pages;
  }

  String json(RunReport report) {
    return ArtifactJson.text(report);
  }

  /** One file that needs no other, with headings and numbers in a language. */
  String html(WrittenReport report, Language language) {
    return pages.render("run_report.html", ReportPage.of(report, language));
  }

  String markdown(ModelCard card) {
    return new CardMarkdown(card).text();
  }
}
