-- What happened to runs and tries, noted by the very statement that made it happen: no way of ending
-- a run can forget it, and no step waits for it. The relay empties it.
create table happening (
  id     bigint generated always as identity primary key,
  what   text not null check (what in ('RUN_STARTED', 'RUN_ENDED', 'TRY_STARTED', 'TRY_ENDED')),
  run_id uuid not null,
  step   text,
  fence  bigint,
  at     timestamptz not null default clock_timestamp()
);

create function note_run() returns trigger language plpgsql set search_path from current as $$
begin
  insert into happening (what, run_id)
  values (case when new.ended_at is null then 'RUN_STARTED' else 'RUN_ENDED' end, new.id);
  return null;
end $$;

create trigger note_run_start after update of state on pipeline_run for each row
  when (old.state = 'QUEUED' and new.state = 'RUNNING') execute function note_run();
create trigger note_run_end after update of state on pipeline_run for each row
  when (old.ended_at is null and new.ended_at is not null) execute function note_run();

create function note_try() returns trigger language plpgsql set search_path from current as $$
begin
  insert into happening (what, run_id, step, fence)
  values (case when new.outcome is null then 'TRY_STARTED' else 'TRY_ENDED' end, new.run_id, new.step, new.fence);
  return null;
end $$;

create trigger note_try_start after insert on step_attempt for each row execute function note_try();
create trigger note_try_end after update of outcome on step_attempt for each row
  when (old.outcome is null and new.outcome is not null) execute function note_try();

-- What is to be told to the outside, until it has been told.
create table delivery (
  id          bigint generated always as identity primary key,
  channel     text not null,
  target      text not null,
  run_id      uuid not null,
  payload     text not null,
  created_at  timestamptz not null default clock_timestamp(),
  next_try    timestamptz not null default clock_timestamp(),
  tries       int not null default 0,
  error       text,
  given_up_at timestamptz
);
create index delivery_due on delivery (next_try, id) where given_up_at is null;
