-- Which processes work on steps: each says so with its heart-beat.
create table replica (
  owner   text primary key,
  workers int not null check (workers >= 0),
  -- After it nothing is expected of the process any more.
  alive_until timestamptz not null
);
