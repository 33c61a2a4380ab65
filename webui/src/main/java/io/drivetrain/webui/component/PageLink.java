package io.drivetrain.webui.component;

import com.vaadin.flow.component.html.Anchor;
import io.drivetrain.webui.language.Language;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
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

  /** Address of the list of experiments. */
  public static final String EXPERIMENTS = "experiments";

  /** Address of the table of tracking runs; behind it and a slash stands the id of one. */
  public static final String TRACKING_RUNS = EXPERIMENTS + "/runs";

  /** Query parameter of that table: the id of an experiment; may come several times. */
  public static final String EXPERIMENT = "experiment";

  /** Address of the page that compares tracking runs. */
  public static final String COMPARE = "compare";

  /** Address of the page of all registered models. */
  public static final String MODELS = "models";

  private PageLink(String href, String text) {
    super(href, text);
  }

  /**
   * @param address one of those above
   */
  public static PageLink to(String address, String text) {
    return new PageLink(address, text);
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

  public static PageLink toTrackingRuns(String experiment, String text) {
    return new PageLink(trackingRuns(experiment), text);
  }

  public static PageLink toTrackingRun(String id, String text) {
    return new PageLink(trackingRun(id), text);
  }

  public static PageLink toComparison(Collection<String> trackingRuns, String text) {
    return new PageLink(comparison(trackingRuns), text);
  }

  public static String pipeline(String id) {
    return PIPELINES + "?" + PIPELINE + "=" + id;
  }

  public static String run(UUID id) {
    return RUNS + "/" + id;
  }

  /** The table of the runs of an experiment. */
  public static String trackingRuns(String experiment) {
    return TRACKING_RUNS + "?" + EXPERIMENT + "=" + experiment;
  }

  public static String trackingRun(String id) {
    return TRACKING_RUNS + "/" + id;
  }

  /** The page that compares these tracking runs. */
  public static String comparison(Collection<String> trackingRuns) {
    return COMPARE + "?runs=" + String.join(",", trackingRuns);
  }

  public static String report(UUID run) {
    return run(run) + "/report";
  }

  /** Where a file of a tracking run is shown, if it is a picture, or else saved. */
  public static String trackingFile(String run, String path) {
    return "tracking-run-files/%s/file?path=%s".formatted(run, encoded(path));
  }

  /** Where a folder of a tracking run, empty for all of its files, is saved as a ZIP archive. */
  public static String trackingZip(String run, String folder) {
    return "tracking-run-files/%s/zip?path=%s".formatted(run, encoded(folder));
  }

  public static PageLink toModels(String text) {
    return new PageLink(MODELS, text);
  }

  public static PageLink toModel(String name, String text) {
    return new PageLink(model(name), text);
  }

  public static PageLink toVersion(String model, String version, String text) {
    return new PageLink(version(model, version), text);
  }

  public static String model(String name) {
    return MODELS + "/" + encoded(name);
  }

  public static String version(String model, String version) {
    return model(model) + "/versions/" + encoded(version);
  }

  /** Where the files of a version are downloaded as one zip file. */
  public static String versionFiles(String model, String version) {
    return "model-files/%s/%s.zip".formatted(encoded(model), version);
  }

  /** A segment of an address as the router gives it to a view: decoded already, or not yet. */
  public static String decoded(String segment) {
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException decodedAlready) {
      return segment;
    }
  }

  private static String encoded(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
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
