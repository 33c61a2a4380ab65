package io.drivetrain.bench.pipeline;

import io.drivetrain.bench.BenchDatabase;
import java.sql.SQLException;

/** Ended runs as the engine leaves them. */
record RunHistory(BenchDatabase database) {

  /** One run every five minutes, up to now. */
  void fill(int runs) throws SQLException {
    database.execute(
        """
        insert into pipeline_run (id, pipeline, def_hash, trigger, params, state, created_at, started_at, ended_at)
        select gen_random_uuid(), 'noop', (select version from pipeline_definition where pipeline = 'noop'), 'API', '{}',
          case when mod(n, 10) = 0 then 'FAILED' else 'SUCCEEDED' end, at, at, at + interval '1 minute'
        from (select n, clock_timestamp() - n * interval '5 minutes' as at from generate_series(1, %d) as n) as past
        """
            .formatted(runs));
    database.execute(
        """
        insert into step_run (run_id, step, seq, always, state, attempt, fence, max_attempts, backoff_ms, started_at, ended_at)
        select id, 'step_' || n, n - 1, false, 'SUCCEEDED', 1, 1, 3, 1000, started_at, ended_at
        from pipeline_run, generate_series(1, 7) as n
        where not exists (select 1 from step_run where run_id = id)
        """);
    database.execute("vacuum analyze pipeline_run");
    database.execute("vacuum analyze step_run");
  }
}
