-- One log of changes for models, runs and experiments. It outlives what it is about, hence names and
-- no references.
alter table model_audit rename to audit_trail;
alter table audit_trail
  alter column model drop not null,
  alter column before type text,
  alter column after type text,
  add column run varchar(32) collate "C",
  add column experiment bigint,
  -- Of a tag, or an alias.
  add column key varchar(255);

alter index model_audit_by_model rename to audit_trail_by_model;
create index audit_trail_by_run on audit_trail (run, id) where run is not null;
create index audit_trail_by_experiment on audit_trail (experiment, id) where experiment is not null;
create index audit_trail_by_action on audit_trail (action, id);
create index audit_trail_by_time on audit_trail (at);
