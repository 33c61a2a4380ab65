package io.drivetrain.bench.pipeline;

/**
 * What must never be, whatever was killed. Each asks for the evidence: a line for each case. {@code
 * asked} are the runs whose trigger was answered; {@code witness} is what the database saw itself.
 */
enum Finding {
  LOST_RUN(
      "lost runs",
      """
      select cast(id as text) from asked
      where not exists (select 1 from pipeline_run r where r.id = asked.id and r.state = 'SUCCEEDED')
      """),
  UNASKED_RUN(
      "runs made twice",
      "select cast(id as text) from pipeline_run where id not in (select id from asked)"),
  DOUBLE_COMMIT(
      "double commits",
      """
      select run_id || ' ' || step from witness.step_commit group by run_id, step having count(*) > 1
      union select run_id || ' ' || step from step_attempt where outcome = 'SUCCEEDED'
      group by run_id, step having count(*) > 1
      union select run_id || ' ' || step from run_event where state = 'SUCCEEDED' and step is not null
      group by run_id, step having count(*) > 1
      """),
  STALE_COMMIT(
      "commits under an old fence",
      """
      select c.run_id || ' ' || c.step from witness.step_commit c join step_attempt a using (run_id, step)
      where a.fence > c.fence
      """),
  MISSING_COMMIT(
      "steps without a commit",
      """
      select s.run_id || ' ' || s.step from step_run s left join witness.step_commit c using (run_id, step)
      where c.run_id is null
      """),
  EARLY_START(
      "steps begun before what they need",
      """
      select s.run_id || ' ' || s.step from step_run s
      join step_attempt a using (run_id, step)
      join witness.step_commit c on c.run_id = s.run_id and c.step = any (s.needs)
      where a.started_at < c.at
      """),
  MISCOUNTED_ATTEMPT(
      "steps whose attempts are miscounted",
      """
      select s.run_id || ' ' || s.step from step_run s join step_attempt a using (run_id, step)
      group by s.run_id, s.step having s.attempt <> count(*) filter (where a.outcome <> 'RELEASED')
      """),
  KEPT_AT_STOP(
      "steps that a stopped replica did not give back",
      """
      select a.run_id || ' ' || a.step from step_attempt a
      join witness.stop w on w.pid = cast(split_part(a.owner, '/', -2) as bigint)
      where a.outcome = 'LEASE_LOST' and a.ended_at > w.at
      """),
  DOUBLE_END(
      "runs that ended twice",
      "select cast(run_id as text) from witness.run_end group by run_id having count(*) > 1");

  private final String words;
  private final String evidence;

  Finding(String words, String evidence) {
    this.words = words;
    this.evidence = evidence;
  }

  String words() {
    return words;
  }

  /** A query with one parameter, the array of the runs that were asked for. */
  String query() {
    return "with asked as (select unnest(cast(? as uuid[])) as id) " + evidence;
  }
}
