-- What a step asks a person. Nobody works on such a step: it waits until it is decided, or overdue.
alter table step_run
  add column ask text check (length(ask) between 1 and 1000),
  drop constraint step_run_state_check,
  add constraint step_run_state_check check (state in ('PENDING', 'READY', 'RUNNING', 'RETRY_WAIT',
    'WAITING_APPROVAL', 'CANCELLING', 'SUCCEEDED', 'REJECTED', 'FAILED', 'CANCELLED', 'TIMED_OUT', 'SKIPPED',
    'UPSTREAM_FAILED', 'REUSED')),
  add constraint step_run_nobody_holds_what_asks check (
    case when ask is null then state <> 'WAITING_APPROVAL'
    else state not in ('READY', 'RUNNING', 'RETRY_WAIT', 'CANCELLING') end);

create index step_run_waiting on step_run (overdue_at) where state = 'WAITING_APPROVAL';
