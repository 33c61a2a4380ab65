alter table happening
  drop constraint happening_what_check,
  add constraint happening_what_check check (what in ('RUN_STARTED', 'RUN_ENDED', 'TRY_STARTED', 'TRY_ENDED',
    'APPROVAL_ASKED'));

create function note_approval() returns trigger language plpgsql set search_path from current as $$
begin
  insert into happening (what, run_id, step) values ('APPROVAL_ASKED', new.run_id, new.step);
  return null;
end $$;

create trigger note_approval after update of state on step_run for each row
  when (new.state = 'WAITING_APPROVAL' and old.state <> 'WAITING_APPROVAL') execute function note_approval();
