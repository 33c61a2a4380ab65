package io.drivetrain.webui.component;

import com.vaadin.flow.component.html.Anchor;
import io.drivetrain.webui.language.Language;
import java.util.UUID;

/**
 * Links between the pages of different features, which know each other by their addresses only. A
 * click changes the view without a reload.
 */
public final class PageLink extends Anchor {
  /** Address of the page of all pipelines. */
  public static final String PIPELINES = "pipelines";

  /** Query parameter of that page: the one pipeline to show. */
  public static final String PIPELINE = "pipeline";

  /** Address of a run's page without its id. */
  public static final String RUNS = "runs";

  private PageLink(String href, String text) {
    super(href, text);
  }

  public static PageLink toPipelines(String text) {
    return new PageLink(PIPELINES, text);
  }

  public static PageLink toPipeline(String id, String text) {
    return new PageLink(pipeline(id), text);
  }

  public static PageLink toRun(UUID id, String text) {
    return new PageLink(run(id), text);
  }

  public static PageLink toReport(UUID run, String text) {
    return new PageLink(report(run), text);
  }

  public static String pipeline(String id) {
    return PIPELINES + "?" + PIPELINE + "=" + id;
  }

  public static String run(UUID id) {
    return RUNS + "/" + id;
  }

  public static String report(UUID run) {
    return run(run) + "/report";
  }

  /** Where a run's report is downloaded as one HTML file in a language. */
  public static String reportFile(UUID run, Language language) {
    return "run-files/%s/report?lang=%s".formatted(run, language.code());
  }

  /** Where all of a log is read as plain text. */
  public static String log(UUID run, String step, int attempt) {
    return "run-files/%s/logs/%s/%d".formatted(run, step, attempt);
  }
}
