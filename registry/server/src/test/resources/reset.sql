-- Empties the registry: ids start at 1 again, and experiment 0 is there as after the first start.
-- For outside conformance suites: psql -d drivetrain -f reset.sql (the artifact store is not touched).
-- A server may be running: a lock that it holds is waited for outside of ours, so that neither of
-- the two is thrown out for a deadlock.
do $$
declare
  tables text := (
    select string_agg(format('%I.%I', schemaname, tablename), ', ' order by tablename)
    from pg_tables
    where schemaname = 'registry' and tablename <> 'flyway_schema_history');
begin
  perform set_config('lock_timeout', '200ms', true);
  for attempt in 1 .. 100 loop
    begin
      execute 'truncate table ' || tables || ' restart identity cascade';
      insert into registry.experiment
        (id, name, artifact_location, lifecycle_stage, created_at, updated_at)
      values (0, 'Default', 'mlflow-artifacts:/0', 'active',
              date_trunc('milliseconds', now()), date_trunc('milliseconds', now()));
      insert into registry.webhook_progress (position) values (0);
      return;
    exception when lock_not_available then
      perform pg_sleep(0.05);
    end;
  end loop;
  raise exception 'The registry is too busy to be emptied: stop what uses it';
end
$$;
