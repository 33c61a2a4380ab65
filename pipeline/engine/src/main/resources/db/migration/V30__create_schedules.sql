-- How far each schedule is. What it says stands in the definition; cron and time_zone are kept to
-- see that it was changed.
create table pipeline_schedule (
  pipeline      text primary key,
  cron          text not null,
  time_zone     text not null,
  -- All times up to here are done with.
  handled_until timestamptz not null,
  -- Null when there is none, or no definition.
  next_at       timestamptz,
  paused_at     timestamptz,
  paused_by     text,
  pause_reason  text,
  check ((paused_at is null) = (paused_by is null) and (paused_at is null) = (pause_reason is null))
);

-- Who paused and resumed.
create table schedule_audit (
  id       bigint generated always as identity primary key,
  pipeline text not null,
  at       timestamptz not null,
  action   text not null check (action in ('PAUSE', 'RESUME')),
  who      text not null,
  reason   text not null
);
create index schedule_audit_of_pipeline on schedule_audit (pipeline, at);
