-- The table of services/outbox, which the registry and the pipeline have each in its own schema.
alter table delivery rename to outbox_message;
alter table outbox_message rename column tries to attempts;
alter table outbox_message rename column next_try to due_at;
-- What a message is about: here the id of a run.
alter table outbox_message rename column run_id to subject;
alter table outbox_message alter column subject type text;
-- The same in every attempt, so that a receiver recognises what it has.
alter table outbox_message add column key uuid not null default gen_random_uuid();

alter index delivery_pkey rename to outbox_message_pkey;
alter index delivery_due rename to outbox_message_by_due;
alter index delivery_of_run rename to outbox_message_by_subject;
create index outbox_message_by_given_up on outbox_message (given_up_at)
  where given_up_at is not null;

alter table happening rename to outbox_event;
alter table outbox_event rename column what to kind;
alter index happening_pkey rename to outbox_event_pkey;
alter table outbox_event drop constraint happening_what_check;
update outbox_event set kind = case kind
  when 'TRY_STARTED' then 'ATTEMPT_STARTED'
  when 'TRY_ENDED' then 'ATTEMPT_ENDED'
  when 'APPROVAL_ASKED' then 'APPROVAL_REQUESTED'
  else kind end;
alter table outbox_event add constraint outbox_event_kind_check check (kind in (
  'RUN_STARTED', 'RUN_ENDED', 'ATTEMPT_STARTED', 'ATTEMPT_ENDED', 'APPROVAL_REQUESTED'));

create or replace function note_run() returns trigger
  language plpgsql set search_path from current as $$
begin
  insert into outbox_event (kind, run_id)
  values (case when new.ended_at is null then 'RUN_STARTED' else 'RUN_ENDED' end, new.id);
  return null;
end $$;

create or replace function note_try() returns trigger
  language plpgsql set search_path from current as $$
begin
  insert into outbox_event (kind, run_id, step, fence)
  values (
    case when new.outcome is null then 'ATTEMPT_STARTED' else 'ATTEMPT_ENDED' end,
    new.run_id, new.step, new.fence);
  return null;
end $$;
alter function note_try() rename to note_attempt;
alter trigger note_try_start on step_attempt rename to note_attempt_start;
alter trigger note_try_end on step_attempt rename to note_attempt_end;

create or replace function note_approval() returns trigger
  language plpgsql set search_path from current as $$
begin
  insert into outbox_event (kind, run_id, step) values ('APPROVAL_REQUESTED', new.run_id, new.step);
  return null;
end $$;
