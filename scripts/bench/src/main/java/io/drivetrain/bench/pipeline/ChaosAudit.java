package io.drivetrain.bench.pipeline;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Looks for what must never be. It does not believe the engine's own books alone: triggers of the
 * database note each commit of a step and each end of a run, in the transaction that makes it.
 */
final class ChaosAudit {
  private static final String WITNESS =
      """
      create schema witness;
      create table witness.step_commit (
        run_id uuid, step text, fence bigint, at timestamptz default clock_timestamp());
      create table witness.run_end (run_id uuid, state text, at timestamptz default clock_timestamp());
      create table witness.stop (pid bigint, at timestamptz default clock_timestamp());
      create function witness.note_step() returns trigger language plpgsql as $$ begin
        insert into witness.step_commit (run_id, step, fence) values (new.run_id, new.step, new.fence);
        return null;
      end $$;
      create function witness.note_run() returns trigger language plpgsql as $$ begin
        insert into witness.run_end (run_id, state) values (new.id, new.state);
        return null;
      end $$;
      create trigger witness after update on step_run for each row
        when (new.state = 'SUCCEEDED' and old.state <> 'SUCCEEDED') execute function witness.note_step();
      create trigger witness after update on pipeline_run for each row
        when (new.ended_at is not null and old.ended_at is null) execute function witness.note_run();
      """;

  /**
   * What an engine would leave behind that makes each mistake; the parameter is a run that has
   * ended well.
   */
  private static final Map<Finding, List<String>> MISTAKES = new LinkedHashMap<>();

  static {
    MISTAKES.put(
        Finding.LOST_RUN, List.of("update pipeline_run set state = 'FAILED' where id = ?"));
    MISTAKES.put(
        Finding.UNASKED_RUN,
        List.of(
            """
            insert into pipeline_run (id, pipeline, def_hash, trigger, params, state, started_at, ended_at)
            select gen_random_uuid(), pipeline, def_hash, trigger, params, state, started_at, ended_at
            from pipeline_run where id = ?
            """));
    MISTAKES.put(
        Finding.DOUBLE_COMMIT,
        List.of(
            """
            update step_run set state = 'RUNNING', owner = 'a ghost', lease_until = clock_timestamp()
            where seq = 0 and run_id = ?
            """,
            "update step_run set state = 'SUCCEEDED', owner = null, lease_until = null where seq = 0 and run_id = ?"));
    MISTAKES.put(
        Finding.STALE_COMMIT,
        List.of(
            """
            insert into step_attempt (run_id, step, fence, attempt, owner)
            select run_id, step, fence + 1, attempt + 1, 'a successor' from step_run where seq = 0 and run_id = ?
            """));
    MISTAKES.put(
        Finding.MISSING_COMMIT,
        List.of(
            """
            insert into step_run (run_id, step, seq, always, state, max_attempts, backoff_ms)
            select run_id, 'forgotten', 99, false, 'SKIPPED', 1, 0 from step_run where seq = 0 and run_id = ?
            """));
    MISTAKES.put(
        Finding.EARLY_START,
        List.of(
            """
            update step_attempt set started_at = started_at - interval '1 hour' where step = 'step_7' and run_id = ?
            """));
    MISTAKES.put(
        Finding.MISCOUNTED_ATTEMPT,
        List.of("update step_run set attempt = attempt + 1 where seq = 0 and run_id = ?"));
    MISTAKES.put(
        Finding.KEPT_AT_STOP,
        List.of(
            """
            insert into witness.stop (pid, at) select cast(split_part(owner, '/', -2) as bigint), started_at
            from step_attempt where step = 'step_1' and outcome = 'SUCCEEDED' and run_id = ?
            """,
            """
            update step_attempt set outcome = 'LEASE_LOST' where step = 'step_1' and outcome = 'SUCCEEDED' and run_id = ?
            """));
    MISTAKES.put(
        Finding.DOUBLE_END,
        List.of(
            "update pipeline_run set state = 'RUNNING', ended_at = null where id = ?",
            "update pipeline_run set state = 'SUCCEEDED', ended_at = clock_timestamp() where id = ?"));
  }

  private ChaosAudit() {}

  /** Before the first run. */
  static void installWitness(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(WITNESS);
    }
  }

  /** Just before a replica is asked to end. */
  static void noteStop(Connection connection, long pid) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("insert into witness.stop (pid) values (?)")) {
      statement.setLong(1, pid);
      statement.executeUpdate();
    }
  }

  /** The evidence of each finding; none of them is missing. */
  static Map<Finding, List<String>> of(Connection connection, Collection<UUID> asked)
      throws SQLException {
    Map<Finding, List<String>> findings = new EnumMap<>(Finding.class);
    Array ids = connection.createArrayOf("uuid", asked.toArray());
    for (Finding finding : Finding.values()) {
      try (PreparedStatement statement = connection.prepareStatement(finding.query())) {
        statement.setArray(1, ids);
        findings.put(finding, texts(statement));
      }
    }
    return findings;
  }

  private static List<String> texts(PreparedStatement query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  /**
   * The findings that the audit would overlook: each mistake is made in a transaction, looked for,
   * and taken back. An audit that cannot find anything proves nothing.
   *
   * @param connection to a database without a finding
   * @param run that has ended well
   */
  static List<Finding> blindSpots(Connection connection, Collection<UUID> asked, UUID run)
      throws SQLException {
    List<Finding> overlooked = new ArrayList<>();
    connection.setAutoCommit(false);
    for (Finding finding : Finding.values()) {
      for (String mistake : MISTAKES.get(finding)) {
        make(mistake, run, connection);
      }
      if (of(connection, asked).get(finding).isEmpty()) {
        overlooked.add(finding);
      }
      connection.rollback();
    }
    return overlooked;
  }

  private static void make(String mistake, UUID run, Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(mistake)) {
      statement.setObject(1, run);
      if (statement.executeUpdate() == 0) {
        throw new IllegalStateException("This made-up mistake changed nothing: " + mistake);
      }
    }
  }
}
