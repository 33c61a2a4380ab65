package io.drivetrain.bench.registry;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Fills the registry by SQL, with the same rows each time. What is there already stays. */
final class Filling {
  /** Short names in the statements: a number that looks random but depends on the row only. */
  private static final String HASH = "abs(hashint8extended(%s, %s))";

  /** Start time of the first run, in milliseconds since 1970. */
  private static final long FIRST_START = 1_700_000_000_000L;

  /**
   * What was filled.
   *
   * @param experiment with the many runs
   * @param curve a run with one metric, "curve", of 25,000 points
   * @param longRuns 20 runs with a metric "long"
   */
  record Filled(long experiment, List<String> runs, String curve, List<String> longRuns) {}

  private final Connection connection;
  private final int manyRuns;
  private final int longSteps;

  /**
   * @param runs how many the experiment gets
   * @param longSteps of each of the 20 runs that are read by interval
   */
  Filling(Connection connection, int runs, int longSteps) {
    this.connection = connection;
    this.manyRuns = runs;
    this.longSteps = longSteps;
  }

  Filled fill() throws SQLException {
    connection.setAutoCommit(true);
    String name = "bench of " + manyRuns + " runs and " + longSteps + " steps";
    if (texts("select id::text from experiment where name = '" + name + "'").isEmpty()) {
      connection.setAutoCommit(false);
      fill(experiment(name), experiment(name + ", long"));
      connection.commit();
      connection.setAutoCommit(true);
      // What autovacuum does in its own time.
      execute("vacuum analyze");
      execute("checkpoint");
    }
    long many =
        Long.parseLong(
            texts("select id::text from experiment where name = '" + name + "'").getFirst());
    List<String> longRuns =
        texts("select run_id from run where name like 'long-%' and experiment = " + (many + 1));
    String curve =
        texts("select run_id from run where name = 'curve' and experiment = " + (many + 1))
            .getFirst();
    return new Filled(
        many,
        texts("select run_id from run where experiment = " + many + " order by id"),
        curve,
        longRuns);
  }

  private long experiment(String name) throws SQLException {
    return Long.parseLong(
        texts(
                """
                insert into experiment (name, artifact_location, lifecycle_stage, created_at, updated_at)
                values ('%s', 'mlflow-artifacts:/bench', 'active', now(), now()) returning id::text
                """
                    .formatted(name))
            .getFirst());
  }

  private void fill(long many, long few) throws SQLException {
    runs(many, manyRuns, "run-' || i || '");
    metrics(many);
    params(many);
    tags(many);
    runs(few, 20, "long-' || i || '");
    runs(few, 1, "curve");
    curve("long-%", "long", longSteps, few);
    curve("curve", "curve", 25_000, few);
  }

  private void runs(long experiment, int count, String name) throws SQLException {
    execute(
        """
        insert into run
          (run_id, experiment, name, user_id, status, start_time, end_time, artifact_uri, lifecycle_stage)
        select md5('%2$d %4$s' || i), %2$d, '%4$s', 'bench', 'FINISHED', %1$d + i * 1000, %1$d + i * 1000 + 60000,
          'mlflow-artifacts:/bench/' || md5('%2$d %4$s' || i) || '/artifacts', 'active'
        from generate_series(1, %3$d) i
        """
            .formatted(FIRST_START, experiment, count, name));
  }

  private void metrics(long experiment) throws SQLException {
    String value = HASH.formatted("r.id", "k") + " % 1000003 / 1000003.0";
    execute(
        """
        insert into metric_series (run, key, latest_value, latest_timestamp, latest_step,
          first_value, first_timestamp, first_step, min_value, max_value)
        select r.id, 'metric_' || k, %1$s, r.start_time, 1, %1$s, r.start_time, 1, %1$s, %1$s
        from run r cross join generate_series(0, 9) k where r.experiment = %2$d order by r.id, k
        """
            .formatted(value, experiment));
    execute(
        """
        insert into metric_point (series, logged_at, step, value)
        select s.id, s.latest_timestamp, s.latest_step, s.latest_value
        from metric_series s join run r on r.id = s.run where r.experiment = %d order by s.id
        """
            .formatted(experiment));
  }

  /** param_0 has 10 different values, the others have 1000. */
  private void params(long experiment) throws SQLException {
    execute(
        """
        insert into run_param (run, key, value)
        select r.id, 'param_' || k, 'value-' || %s %% (case k when 0 then 10 else 1000 end)
        from run r cross join generate_series(0, 9) k where r.experiment = %d order by r.id, k
        """
            .formatted(HASH.formatted("r.id", "100 + k"), experiment));
  }

  /** tag_4 has 4 different values. */
  private void tags(long experiment) throws SQLException {
    execute(
        """
        insert into run_tag (run, key, value)
        select r.id, case k when 0 then 'mlflow.runName' else 'tag_' || k end,
          case k when 0 then r.name when 4 then 'team-' || %1$s %% 4 else 'some text of a tag, number ' || %1$s %% 100 end
        from run r cross join generate_series(0, 4) k where r.experiment = %2$d order by r.id, k
        """
            .formatted(HASH.formatted("r.id", "200 + k"), experiment));
  }

  private void curve(String runs, String key, int steps, long experiment) throws SQLException {
    execute(
        """
        insert into metric_series (run, key, latest_value, latest_timestamp, latest_step,
          first_value, first_timestamp, first_step, min_value, max_value)
        select id, '%1$s', 1, start_time + %2$d, %2$d, 1.0 / %2$d, start_time + 1, 1, 1.0 / %2$d, 1
        from run where name like '%3$s' and experiment = %4$d
        """
            .formatted(key, steps, runs, experiment));
    execute(
        """
        insert into metric_point (series, logged_at, step, value)
        select s.id, r.start_time + i, i, i / %d.0
        from metric_series s join run r on r.id = s.run cross join generate_series(1, %1$d) i
        where r.name like '%2$s' and r.experiment = %3$d order by s.id, i
        """
            .formatted(steps, runs, experiment));
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> texts(String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }
}
