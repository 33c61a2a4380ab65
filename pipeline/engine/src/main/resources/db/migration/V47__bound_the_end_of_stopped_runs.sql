-- When a run that was told to stop no longer waits for its steps that always run; null once it does not.
alter table pipeline_run add column stop_by timestamptz;

create index pipeline_run_stopping on pipeline_run (stop_by) where state = 'CANCELLING' and stop_by is not null;
