-- The point that is the lowest by step, timestamp and value, as the latest is the highest.
alter table metric_series
  add column first_value double precision,
  add column first_timestamp bigint,
  add column first_step bigint;

update metric_series s
set first_value = p.value, first_timestamp = p.logged_at, first_step = p.step
from (
  select distinct on (series) series, value, logged_at, step
  from metric_point
  order by series, step, logged_at, nullif(value, 'NaN') nulls first
) p
where p.series = s.id;
