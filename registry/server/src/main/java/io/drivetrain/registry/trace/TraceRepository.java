package io.drivetrain.registry.trace;

import io.drivetrain.database.Database;
import io.drivetrain.database.Row;
import io.drivetrain.database.Sql;
import io.drivetrain.registry.search.Attribute;
import io.drivetrain.registry.search.Expression;
import io.drivetrain.registry.search.KeyedValues;
import io.drivetrain.registry.search.Order;
import io.drivetrain.registry.search.SearchSchema;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Traces by plain JDBC: an application may make a great many. */
@ApplicationScoped
class TraceRepository {
  private static final String NAME_TAG = "mlflow.traceName";
  private static final KeyedValues TAGS =
      new KeyedValues("trace_tag", "k.trace = t.id", "value", false, true, false);
  private static final KeyedValues METADATA =
      new KeyedValues("trace_metadata", "k.trace = t.id", "value", false, true, false);
  private static final SearchSchema SEARCH =
      new SearchSchema(
          Set.of("attribute", "attributes", "attr", "trace"),
          attributes(),
          Map.of(
              "tag", TAGS,
              "tags", TAGS,
              "metadata", METADATA,
              "request_metadata", METADATA,
              "trace_metadata", METADATA));

  private static final String TRACE =
      """
      select t.*,
        array(select key from trace_tag where trace = t.id order by key) as tag_keys,
        array(select value from trace_tag where trace = t.id order by key) as tag_values,
        array(select key from trace_metadata where trace = t.id order by key) as metadata_keys,
        array(select value from trace_metadata where trace = t.id order by key) as metadata_values
      from trace t
      """;

  private final Database database;

  TraceRepository(Database database) {
    this.database = database;
  }

  private static Map<String, Attribute> attributes() {
    var attributes = new HashMap<String, Attribute>();
    for (var name : List.of("timestamp", "timestamp_ms", "request_time")) {
      attributes.put(name, Attribute.number("t.request_time"));
    }
    for (var name : List.of("execution_time", "execution_time_ms", "execution_duration")) {
      attributes.put(name, Attribute.number("t.execution_millis"));
    }
    for (var name : List.of("trace_id", "request_id")) {
      attributes.put(name, Attribute.text("t.trace_id"));
    }
    for (var name : List.of("status", "state")) {
      attributes.put(name, Attribute.text("t.state"));
    }
    for (var name : List.of("name", "trace_name")) {
      attributes.put(
          name,
          Attribute.anyText(
              "n.value", "trace_tag n where n.trace = t.id and n.key = '" + NAME_TAG + "'"));
    }
    attributes.put("client_request_id", Attribute.text("t.client_request_id"));
    attributes.put("text", Attribute.anyText("s.content", "trace_span s where s.trace = t.id"));
    attributes.put(
        "run_id",
        Attribute.anyText(
            "r.run_id",
            """
            (select trace, run_id from trace_run union all
             select trace, value from trace_metadata where key = 'mlflow.sourceRun') r
            where r.trace = t.id\
            """));
    return attributes;
  }

  /** A trace with the number that its tags go by. */
  record Stored(long id, TraceInfo info) {}

  Optional<Stored> find(String traceId) {
    return database.find(TraceRepository::read, TRACE + "where t.trace_id = ?", traceId);
  }

  /** Locked until the end of the transaction: two changes of one trace come in turn. */
  Optional<Long> lock(String traceId) {
    return database.find(
        row -> row.number("id"), "select id from trace where trace_id = ? for update", traceId);
  }

  /** What a client tells about the whole trace counts more than what its spans told. */
  long put(TraceInfo info, long experiment, Instant now) {
    return database
        .find(
            row -> row.number("id"),
            """
            insert into trace
              (trace_id, experiment, client_request_id, request_time, execution_millis, state,
               request_preview, response_preview, finalized, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, true, ?)
            on conflict (trace_id) do update set
              client_request_id = excluded.client_request_id,
              request_time = excluded.request_time,
              execution_millis = excluded.execution_millis,
              state = excluded.state,
              request_preview = excluded.request_preview,
              response_preview = excluded.response_preview,
              finalized = true
            returning id
            """,
            info.traceId(),
            experiment,
            info.clientRequestId(),
            TraceTime.millis(info.requestTime()),
            TraceTime.durationMillis(info.executionDuration()),
            info.state(),
            info.requestPreview(),
            info.responsePreview(),
            now)
        .orElseThrow();
  }

  /** What spans tell about a trace that no client has told about yet. */
  long putFromSpans(
      String traceId,
      long experiment,
      long requestTime,
      Long millis,
      TraceState state,
      Instant now) {
    return database
        .find(
            row -> row.number("id"),
            """
            insert into trace as t
              (trace_id, experiment, request_time, execution_millis, state, finalized, created_at)
            values (?, ?, ?, ?::bigint, ?, false, ?)
            on conflict (trace_id) do update set
              request_time = case when t.finalized then t.request_time
                             else least(t.request_time, excluded.request_time) end,
              execution_millis = case when t.finalized then t.execution_millis
                                 else coalesce(excluded.execution_millis, t.execution_millis) end,
              state = case when t.finalized or excluded.execution_millis is null then t.state
                      else excluded.state end
            returning id
            """,
            traceId,
            experiment,
            requestTime,
            millis,
            state,
            now)
        .orElseThrow();
  }

  /** Ends a trace that has begun. */
  void end(long trace, long endMillis, TraceState state) {
    database.update(
        "update trace set execution_millis = ?::bigint - request_time, state = ? where id = ?",
        endMillis,
        state,
        trace);
  }

  void putSpan(long trace, SentSpan span) {
    database.update(
        """
        insert into trace_span (trace, span_id, started_at_nanos, content)
        values (?, ?, ?::numeric, ?)
        on conflict (trace, span_id) do update set content = excluded.content
        """,
        trace,
        span.spanId(),
        span.startedAtNanos(),
        span.json());
  }

  List<String> spans(long trace) {
    return database.query(
        row -> row.text("content"),
        "select content from trace_span where trace = ? order by started_at_nanos, span_id",
        trace);
  }

  void putTags(long trace, Map<String, String> tags) {
    putAll("trace_tag", trace, tags);
  }

  void putMetadata(long trace, Map<String, String> metadata) {
    putAll("trace_metadata", trace, metadata);
  }

  private void putAll(String table, long trace, Map<String, String> values) {
    var sorted = new TreeMap<>(values);
    database.update(
        """
        insert into %s (trace, key, value)
        select ?, key, value from unnest(?::text[], ?::text[]) as new (key, value)
        on conflict (trace, key) do update set value = excluded.value
        """
            .formatted(table),
        trace,
        sorted.keySet().toArray(String[]::new),
        sorted.values().toArray(String[]::new));
  }

  boolean deleteTag(long trace, String key) {
    return database.update("delete from trace_tag where trace = ? and key = ?", trace, key) > 0;
  }

  void link(List<String> traceIds, String runId) {
    database.update(
        """
        insert into trace_run (trace, run_id)
        select id, ? from trace where trace_id = any (?) on conflict do nothing
        """,
        runId,
        traceIds);
  }

  List<TraceInfo> search(
      List<Long> experiments, Expression filter, List<Order> orders, long offset, int limit) {
    var ordering = SEARCH.order(orders);
    return database.query(
        row -> read(row).info(),
        Sql.of(TRACE)
            .then(ordering.joins())
            .then("where t.experiment = any (?) and", (Object) experiments.toArray(Long[]::new))
            .then(SEARCH.where(filter))
            .then(ordering.orderBy("t.request_time desc", "t.trace_id"))
            .then("limit ? offset ?", limit, offset));
  }

  /** A trace that is gone. */
  record Deleted(String traceId, long experiment) {}

  List<Deleted> deleteByIds(long experiment, List<String> traceIds) {
    return delete(
        Sql.of(
            "select id from trace where experiment = ? and trace_id = any (?)",
            experiment,
            traceIds));
  }

  /** The oldest first. */
  List<Deleted> deleteUntil(long experiment, long millis, long limit) {
    return delete(
        Sql.of(
            "select id from trace where experiment = ? and request_time <= ? order by request_time, trace_id limit ?",
            experiment,
            millis,
            limit));
  }

  List<Deleted> deleteOlderThan(Instant moment, int limit) {
    return delete(
        Sql.of(
            "select id from trace where created_at < ? order by created_at limit ?",
            moment,
            limit));
  }

  private List<Deleted> delete(Sql which) {
    return database.query(
        row -> new Deleted(row.text("trace_id"), row.number("experiment")),
        Sql.of("delete from trace where id in (")
            .then(which)
            .then(") returning trace_id, experiment"));
  }

  private static Stored read(Row row) throws SQLException {
    var info =
        new TraceInfo(
            row.text("trace_id"),
            row.text("client_request_id"),
            TraceInfo.Location.of(row.text("experiment")),
            row.text("request_preview"),
            row.text("response_preview"),
            TraceTime.timestamp(row.number("request_time")),
            TraceTime.duration(row.value(Long.class, "execution_millis")),
            row.constant(TraceState.class, "state"),
            map(row.texts("metadata_keys"), row.texts("metadata_values")),
            map(row.texts("tag_keys"), row.texts("tag_values")));
    return new Stored(row.number("id"), info);
  }

  private static Map<String, String> map(List<String> keys, List<String> values) {
    var map = new TreeMap<String, String>();
    for (int i = 0; i < keys.size(); i++) {
      map.put(keys.get(i), values.get(i));
    }
    return map;
  }
}
