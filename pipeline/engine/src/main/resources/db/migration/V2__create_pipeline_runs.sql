-- Every text of a definition that was ever loaded: a run ends with the version that it began with.
create table pipeline_definition (
  version       text primary key check (length(version) = 64),
  pipeline      text not null,
  source        text not null,
  first_seen_at timestamptz not null default clock_timestamp()
);

create table pipeline_run (
  id           uuid primary key,
  pipeline     text not null,
  def_hash     text not null references pipeline_definition,
  trigger      text not null check (trigger in ('API', 'SCHEDULE')),
  logical_time timestamptz,
  idem_key     text check (length(idem_key) <= 128),
  body_hash    text,
  -- json, not jsonb, here and below: it keeps the order of the keys.
  params       json not null,
  note         text not null default '' check (length(note) <= 1000),
  state        text not null check (state in ('QUEUED', 'RUNNING', 'WAITING_APPROVAL', 'CANCELLING',
                 'SUCCEEDED', 'REJECTED', 'FAILED', 'CANCELLED', 'TIMED_OUT')),
  reason       text check (reason in ('GATE', 'EXCEPTION', 'LEASE_LOST', 'OOM', 'DEADLINE', 'USER',
                 'UPSTREAM', 'SHUTDOWN', 'CONFIG')),
  message      text,
  created_at   timestamptz not null default clock_timestamp(),
  started_at   timestamptz,
  ended_at     timestamptz,
  check ((trigger = 'SCHEDULE') = (logical_time is not null)),
  check ((idem_key is null) = (body_hash is null)),
  check ((state in ('SUCCEEDED', 'REJECTED', 'FAILED', 'CANCELLED', 'TIMED_OUT')) = (ended_at is not null))
);

create unique index pipeline_run_slot on pipeline_run (pipeline, logical_time) where trigger = 'SCHEDULE';
create unique index pipeline_run_idem_key on pipeline_run (pipeline, idem_key);
-- One active run a pipeline, whatever the code does.
create unique index pipeline_run_active on pipeline_run (pipeline)
  where state in ('RUNNING', 'WAITING_APPROVAL', 'CANCELLING');
create index pipeline_run_queue on pipeline_run (pipeline, created_at, id) where state = 'QUEUED';
create index pipeline_run_list on pipeline_run (created_at, id);
create index pipeline_run_list_of_pipeline on pipeline_run (pipeline, created_at, id);
create index pipeline_run_list_of_state on pipeline_run (state, created_at, id);

create table step_run (
  run_id       uuid not null references pipeline_run on delete cascade,
  step         text not null,
  seq          int not null,
  -- Runs also after a step that failed or said no.
  always       boolean not null,
  state        text not null check (state in ('PENDING', 'READY', 'RUNNING', 'RETRY_WAIT', 'CANCELLING',
                 'SUCCEEDED', 'REJECTED', 'FAILED', 'CANCELLED', 'TIMED_OUT', 'SKIPPED',
                 'UPSTREAM_FAILED', 'REUSED')),
  reason       text check (reason in ('GATE', 'EXCEPTION', 'LEASE_LOST', 'OOM', 'DEADLINE', 'USER',
                 'UPSTREAM', 'SHUTDOWN', 'CONFIG')),
  message      text,
  attempt      int not null default 0,
  max_attempts int not null check (max_attempts > 0),
  backoff_ms   bigint not null,
  run_after    timestamptz,
  owner        text,
  fence        bigint not null default 0,
  lease_until  timestamptz,
  progress     text,
  fraction     double precision check (fraction between 0 and 1),
  output       json check (octet_length(output::text) <= 65536),
  started_at   timestamptz,
  ended_at     timestamptz,
  primary key (run_id, step),
  unique (run_id, seq),
  -- A worker's step always has a lease that can expire, and nothing else has one.
  check ((state in ('RUNNING', 'CANCELLING')) = (lease_until is not null and owner is not null)),
  check (state not in ('READY', 'RETRY_WAIT') or run_after is not null)
) with (fillfactor = 75);

-- Finished steps leave these indexes: a claim never scans history.
create index step_run_claimable on step_run (run_after, run_id) where state in ('READY', 'RETRY_WAIT');
create index step_run_leased on step_run (lease_until) where state in ('RUNNING', 'CANCELLING');

-- One row a claim: who tried, from when to when, how it ended.
create table step_attempt (
  run_id     uuid not null,
  step       text not null,
  fence      bigint not null,
  attempt    int not null,
  owner      text not null,
  started_at timestamptz not null default clock_timestamp(),
  ended_at   timestamptz,
  outcome    text check (outcome in ('SUCCEEDED', 'REJECTED', 'FAILED', 'RETRY', 'LEASE_LOST', 'RELEASED')),
  error      text,
  primary key (run_id, step, fence),
  foreign key (run_id, step) references step_run on delete cascade,
  check ((ended_at is null) = (outcome is null))
);
