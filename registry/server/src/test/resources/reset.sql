-- Empties the registry: ids start at 1 again, and experiment 0 is there as after the first start.
-- For outside conformance suites: psql -d drivetrain -f reset.sql (the artifact store is not touched).
do $$
begin
  execute (
    select 'truncate table ' || string_agg(format('%I.%I', schemaname, tablename), ', ')
      || ' restart identity cascade'
    from pg_tables
    where schemaname = 'registry' and tablename <> 'flyway_schema_history');
end
$$;

insert into registry.experiment
  (id, name, artifact_location, lifecycle_stage, created_at, updated_at)
values (0, 'Default', 'mlflow-artifacts:/0', 'active',
        date_trunc('milliseconds', now()), date_trunc('milliseconds', now()));
