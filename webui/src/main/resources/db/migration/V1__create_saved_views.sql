-- Views of pages that somebody has given a name.
create table saved_view (
  id uuid primary key,
  page varchar(100) not null,
  name varchar(200) not null,
  query text not null,
  saved_at timestamptz not null,
  unique (page, name)
);
