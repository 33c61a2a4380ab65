-- The history of models that old clients log (mlflow.log-model.history) outgrows the limit of other tags.
alter table run_tag alter column value type text;
