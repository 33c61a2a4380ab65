-- A running step that waits for a service which is away says so.
alter table step_run
  drop constraint step_run_reason_check,
  add check (reason in ('GATE', 'EXCEPTION', 'LEASE_LOST', 'OOM', 'DEADLINE', 'USER', 'UPSTREAM',
    'SHUTDOWN', 'CONFIG', 'OUTAGE'));
