-- What people sort runs by; at most 20, text by text.
alter table pipeline_run add column labels jsonb not null default '{}' check (jsonb_typeof(labels) = 'object');

create index pipeline_run_labels on pipeline_run using gin (labels jsonb_path_ops);
