package io.drivetrain.registry.evaluation;

import io.drivetrain.database.Database;
import io.drivetrain.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The records of evaluation datasets. */
@ApplicationScoped
class EvaluationRecordRepository {
  private final Database database;

  EvaluationRecordRepository(Database database) {
    this.database = database;
  }

  /**
   * Whether it is a new one: of equal inputs there is one record, which gains expectations and
   * tags.
   */
  boolean upsert(
      long dataset, String recordId, EvaluationRecord.Sent record, String user, Instant now) {
    return database
        .find(
            row -> row.flag("is_new"),
            """
            insert into evaluation_record as r
              (record_id, dataset, input_hash, inputs, outputs, expectations, tags, source,
               created_at, updated_at, created_by, updated_by)
            values (?, ?, ?, ?::json, ?::json, ?::jsonb, ?::jsonb, ?::json, ?, ?, ?, ?)
            on conflict (dataset, input_hash) do update set
              outputs = coalesce(excluded.outputs, r.outputs),
              expectations = coalesce(r.expectations || excluded.expectations,
                                      excluded.expectations, r.expectations),
              tags = coalesce(r.tags || excluded.tags, excluded.tags, r.tags),
              source = coalesce(excluded.source, r.source),
              updated_at = excluded.updated_at,
              updated_by = coalesce(excluded.updated_by, r.updated_by)
            returning xmax = 0 as is_new
            """,
            recordId,
            dataset,
            record.inputHash(),
            text(record.inputs()),
            text(record.outputs()),
            text(record.expectations()),
            text(record.tags()),
            text(record.source()),
            now,
            now,
            user,
            user)
        .orElseThrow();
  }

  private static String text(Object json) {
    return json == null ? null : json.toString();
  }

  int delete(long dataset, List<String> recordIds) {
    return database.update(
        "delete from evaluation_record where dataset = ? and record_id = any (?)",
        dataset,
        recordIds);
  }

  long count(long dataset) {
    return database
        .find(
            row -> row.number("n"),
            "select count(*) as n from evaluation_record where dataset = ?",
            dataset)
        .orElseThrow();
  }

  /** A record with its number, by which pages go. */
  record Numbered(long number, EvaluationRecord record) {}

  /** In the order in which they came. */
  List<Numbered> page(long dataset, String datasetId, long after, int limit) {
    return database.query(
        row -> new Numbered(row.number("id"), read(datasetId, row)),
        """
        select r.*, r.source ->> 'source_type' as source_type,
          coalesce(r.source #>> '{source_data,trace_id}', r.source #>> '{source_data,doc_uri}')
            as source_id
        from evaluation_record r where r.dataset = ? and r.id > ? order by r.id limit ?
        """,
        dataset,
        after,
        limit);
  }

  private static EvaluationRecord read(String datasetId, Row row) throws SQLException {
    return new EvaluationRecord(
        row.text("record_id"),
        datasetId,
        row.text("inputs"),
        row.text("outputs"),
        row.text("expectations"),
        row.text("tags"),
        row.text("source"),
        row.text("source_id"),
        row.text("source_type"),
        row.instant("created_at").toEpochMilli(),
        row.instant("updated_at").toEpochMilli(),
        row.text("created_by"),
        row.text("updated_by"));
  }
}
