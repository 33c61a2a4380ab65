-- A run that goes on where another one ended. No foreign keys: the other one may be purged.
alter table pipeline_run add column resumed_from uuid;

alter table step_run
  -- SHA-256 of each file that the step was given, by parameter; null when it was given none.
  add column inputs         json,
  -- The run and the try that did the work of a step that was not run again.
  add column reused_run     uuid,
  add column reused_attempt int,
  add constraint step_run_reused check (
    (state = 'REUSED') = (reused_run is not null and reused_attempt is not null));
