-- A purge of a run takes the logged models that it made.
create index logged_model_by_run on logged_model (source_run_id) where source_run_id <> '';
