-- What tries logged, in pieces of whole lines. Written once, by the worker that had the fence: one
-- that has lost its lease goes on in the log of its own try.
create table log_chunk (
  run_id     uuid not null,
  step       text not null,
  fence      bigint not null,
  -- Bytes of the log before this piece.
  position   bigint not null check (position >= 0),
  -- UTF-8 as bytes, so that a part of it is read by its place.
  content    bytea not null,
  -- The try logs nothing more. A worker that was killed never says so.
  is_last    boolean not null,
  written_at timestamptz not null default clock_timestamp(),
  primary key (run_id, step, fence, position),
  foreign key (run_id, step, fence) references step_attempt on delete cascade
);

-- What retention looks for.
create index log_chunk_age on log_chunk (written_at);
