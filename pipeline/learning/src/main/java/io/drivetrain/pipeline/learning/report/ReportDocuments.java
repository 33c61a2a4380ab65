package io.drivetrain.pipeline.learning.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.drivetrain.pipeline.learning.page.Pages;
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

  private final Pages pages;

  public ReportDocuments(Pages pages) {
    this.pages = pages;
  }

  String json(RunReport report) {
    try {
      return JSON.writeValueAsString(report);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a report is not JSON", impossible);
    }
  }

  /** One file that needs no other. */
  String html(RunReport report) {
    return pages.render("run-report.html", ReportPage.of(report));
  }

  String markdown(ModelCard card) {
    return new CardMarkdown(card).text();
  }
}
