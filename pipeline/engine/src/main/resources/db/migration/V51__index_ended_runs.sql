-- What retention looks for.
create index pipeline_run_ended on pipeline_run (ended_at) where ended_at is not null;
create index delivery_of_run on delivery (run_id);
