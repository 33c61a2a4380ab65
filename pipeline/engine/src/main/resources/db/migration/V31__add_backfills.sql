alter table pipeline_run
  drop constraint pipeline_run_trigger_check,
  drop constraint pipeline_run_check,
  add constraint pipeline_run_trigger_check check (trigger in ('API', 'SCHEDULE', 'BACKFILL')),
  add constraint pipeline_run_check check ((trigger in ('SCHEDULE', 'BACKFILL')) = (logical_time is not null));

create index pipeline_run_of_time on pipeline_run (pipeline, logical_time, created_at)
  where logical_time is not null;

-- A request for runs of times that have passed; handed to the queue a few at a time.
create table backfill (
  id           uuid primary key,
  pipeline     text not null,
  from_time    timestamptz not null,
  to_time      timestamptz not null,
  reprocess    text not null check (reprocess in ('MISSING', 'FAILED', 'ALL')),
  max_active   int not null check (max_active > 0),
  created_at   timestamptz not null,
  cancelled_at timestamptz
);

create table backfill_time (
  backfill_id  uuid not null references backfill on delete cascade,
  logical_time timestamptz not null,
  -- Null while it waits. No foreign key: a run that was purged is not made again.
  run_id       uuid,
  primary key (backfill_id, logical_time)
);
create index backfill_time_waiting on backfill_time (backfill_id) where run_id is null;
