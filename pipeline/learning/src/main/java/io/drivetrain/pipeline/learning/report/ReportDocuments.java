package io.drivetrain.pipeline.learning.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.drivetrain.pipeline.api.report.ModelCard;
import io.drivetrain.pipeline.api.report.RunReport;
import io.drivetrain.pipeline.learning.html.HtmlPages;
import io.drivetrain.pipeline.learning.html.Language;
import io.drivetrain.pipeline.learning.report.html.ReportPage;
import jakarta.enterprise.context.ApplicationScoped;

/** A report as JSON and as a page, and the card of its model as Markdown. */
@ApplicationScoped
public class ReportDocuments {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new Jdk8Module())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private final HtmlPages pages;

  public ReportDocuments(HtmlPages pages) {
    this.pages = pages;
  }

  String json(RunReport report) {
    try {
      return JSON.writeValueAsString(report);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a report is not JSON", impossible);
    }
  }

  /** One file that needs no other, with headings and numbers in a language. */
  String html(WrittenReport report, Language language) {
    return pages.render("run_report.html", ReportPage.of(report, language));
  }

  String markdown(ModelCard card) {
    return new CardMarkdown(card).text();
  }
}
