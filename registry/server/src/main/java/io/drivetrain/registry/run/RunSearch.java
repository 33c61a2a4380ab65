package io.drivetrain.registry.run;

import io.drivetrain.database.Database;
import io.drivetrain.database.Row;
import io.drivetrain.database.Sql;
import io.drivetrain.registry.run.FoundRuns.Hit;
import io.drivetrain.registry.search.Attribute;
import io.drivetrain.registry.search.KeyedValues;
import io.drivetrain.registry.search.PageToken;
import io.drivetrain.registry.search.SearchSchema;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds runs by plain JDBC: experiments hold hundreds of thousands of them. */
@ApplicationScoped
public class RunSearch {
  /** As the indexes run_param_by_value and run_tag_by_value have it. */
  private static final int INDEXED_BYTES = 1000;

  private static final KeyedValues METRICS =
      new KeyedValues("metric_series", "k.run = r.id", "latest_value", true, false, true)
          .withStatistics(Map.of("min", "min_value", "max", "max_value", "first", "first_value"));
  private static final KeyedValues PARAMS =
      new KeyedValues("run_param", "k.run = r.id", "value", false, true, true)
          .withValuesIndexedUpTo(INDEXED_BYTES);
  private static final KeyedValues TAGS =
      new KeyedValues("run_tag", "k.run = r.id", "value", false, true, true)
          .withValuesIndexedUpTo(INDEXED_BYTES);
  private static final KeyedValues DATASETS =
      new KeyedValues("run_dataset_value", "k.run = r.id", "value", false, false, false)
          .withKeys(Set.of("name", "digest", "context"));
  private static final SearchSchema SCHEMA =
      new SearchSchema(
          Set.of("attribute", "attributes", "attr", "run"),
          attributes(),
          Map.of(
              "dataset", DATASETS,
              "datasets", DATASETS,
              "metric", METRICS,
              "metrics", METRICS,
              "param", PARAMS,
              "params", PARAMS,
              "parameter", PARAMS,
              "parameters", PARAMS,
              "tag", TAGS,
              "tags", TAGS));

  /** Decides between equals, and is the order where none was asked for. */
  static final String YOUNGEST_FIRST = "r.start_time desc, r.run_id";

  /** A run found, with the number that its data go by. */
  record FoundRun(long id, RunInfo info) {}

  private final Database database;

  RunSearch(Database database) {
    this.database = database;
  }

  private static Map<String, Attribute> attributes() {
    var attributes = new HashMap<String, Attribute>();
    attributes.put("run_id", Attribute.text("r.run_id"));
    attributes.put("status", Attribute.text("r.status"));
    attributes.put("user_id", Attribute.text("r.user_id"));
    attributes.put("artifact_uri", Attribute.text("r.artifact_uri"));
    attributes.put("end_time", Attribute.number("r.end_time"));
    attributes.put("duration", Attribute.number("(r.end_time - r.start_time)"));
    for (var name : List.of("start_time", "created", "Created")) {
      attributes.put(name, Attribute.number("r.start_time"));
    }
    for (var name : List.of("run_name", "run name", "Run name", "Run Name")) {
      attributes.put(name, Attribute.text("r.name"));
    }
    return attributes;
  }

  Optional<FoundRun> byRunId(String runId) {
    return database.find(
        row -> new FoundRun(row.number("id"), RunReader.info(row)),
        "select r.* from run r where r.run_id = ?",
        runId);
  }

  /**
   * At most {@code size} runs from where the token points, or behind the first {@code offset} ones.
   */
  FoundRuns search(RunQuery query, Optional<PageToken> after, long offset, int size) {
    if (query.orders().isEmpty()) {
      return youngestFirst(query, after, offset, size);
    }
    var order = query.orders().getFirst();
    boolean goesByKey = offset == 0 && after.stream().noneMatch(RunSearch::isOffset);
    if (goesByKey && query.orders().size() == 1 && SCHEMA.isByValue(order, METRICS)) {
      return new MetricRanking(database, order).page(condition(query), after, size);
    }
    return sorted(query, after.map(token -> token.number(0)).orElse(offset), size);
  }

  private static boolean isOffset(PageToken token) {
    return token.position().size() == 1;
  }

  private FoundRuns youngestFirst(
      RunQuery query, Optional<PageToken> after, long offset, int size) {
    var page =
        Sql.of("select r.id, r.start_time, r.run_id from run r where")
            .then(condition(query))
            .then(after.map(token -> behind(token, 0)).orElse(Sql.NOTHING))
            .then("order by " + YOUNGEST_FIRST + " limit ? offset ?", size + 1, offset);
    return FoundRuns.page(
        database.query(RunSearch::hit, page),
        size,
        Hit::number,
        last -> PageToken.after(last.startTime(), last.runId()));
  }

  /** Any other order has to sort all runs, so that a number of rows to skip costs little more. */
  private FoundRuns sorted(RunQuery query, long offset, int size) {
    var ordering = SCHEMA.order(query.orders());
    var page =
        Sql.of("select r.id, r.start_time, r.run_id from run r")
            .then(ordering.joins())
            .then("where")
            .then(condition(query))
            .then(ordering.orderBy(YOUNGEST_FIRST))
            .then("limit ? offset ?", size + 1, offset);
    return FoundRuns.page(
        database.query(RunSearch::hit, page),
        size,
        Hit::number,
        _ -> PageToken.after(offset + size));
  }

  /** On the run {@code r}, for whoever counts instead of listing. */
  public static Sql condition(RunQuery query) {
    return isOneOf("r.experiment", query.experiments().toArray())
        .then("and")
        .then(isOneOf("r.lifecycle_stage", query.view().lifecycleStages().toArray()))
        .then("and (")
        .then(SCHEMA.where(query.filter()))
        .then(")");
  }

  /** An equality where there is one value only: the index then gives the rows in their order. */
  private static Sql isOneOf(String column, Object[] values) {
    return values.length == 1
        ? Sql.of(column + " = ?", values)
        : Sql.of(column + " in (" + "?, ".repeat(values.length - 1) + "?)", values);
  }

  /** What comes after a run in {@link #YOUNGEST_FIRST}. */
  static Sql behind(PageToken token, int index) {
    long startTime = token.number(index);
    return Sql.of(
        "and r.start_time <= ? and (r.start_time < ? or r.run_id > ?)",
        startTime,
        startTime,
        token.text(index + 1));
  }

  static Hit hit(Row row) throws SQLException {
    return new Hit(row.number(1), row.number(2), row.text(3));
  }
}
