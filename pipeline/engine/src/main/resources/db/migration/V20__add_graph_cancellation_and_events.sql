-- The graph that a run began with, and the time that its steps and the whole of it may take.
alter table step_run
  add column needs      text[] not null default '{}',
  add column timeout_ms bigint check (timeout_ms > 0),
  -- When the running try is past its time.
  add column overdue_at timestamptz,
  -- When a step that was told to stop is ended without its worker.
  add column stop_by    timestamptz,
  add check ((state = 'CANCELLING') = (stop_by is not null));

update step_run s set needs = array[p.step] from step_run p where p.run_id = s.run_id and p.seq = s.seq - 1;

create index step_run_overdue on step_run (overdue_at) where state = 'RUNNING' and overdue_at is not null;

alter table pipeline_run
  add column deadline_ms bigint check (deadline_ms > 0),
  -- When a run that has started is past its time.
  add column deadline    timestamptz,
  add column event_seq   int not null default 0;

create index pipeline_run_deadline on pipeline_run (deadline)
  where state in ('RUNNING', 'WAITING_APPROVAL') and deadline is not null;

alter table step_attempt
  drop constraint step_attempt_outcome_check,
  add constraint step_attempt_outcome_check check (outcome in ('SUCCEEDED', 'REJECTED', 'FAILED', 'RETRY',
    'LEASE_LOST', 'RELEASED', 'CANCELLED', 'TIMED_OUT'));

-- What happened to a run, in order: numbered under the lock of its row, so that a reader skips none.
create table run_event (
  run_id  uuid not null references pipeline_run on delete cascade,
  seq     int not null,
  at      timestamptz not null default clock_timestamp(),
  -- Null for the run itself.
  step    text,
  state   text not null,
  attempt int,
  reason  text,
  message text,
  primary key (run_id, seq)
);
