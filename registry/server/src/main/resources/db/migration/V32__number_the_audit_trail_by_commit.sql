-- Ids are given before the commit, so a reader that remembers the last id would miss what is
-- committed late. Positions are given after it, by one replica at a time, and grow without that gap.
alter table audit_trail add column position bigint;
create sequence audit_position owned by audit_trail.position;

update audit_trail set position = numbered.position
from (select id, row_number() over (order by id) as position from audit_trail) numbered
where audit_trail.id = numbered.id;
select setval('audit_position', (select count(*) + 1 from audit_trail), false);

create unique index audit_trail_by_position on audit_trail (position) where position is not null;
create index audit_trail_unnumbered on audit_trail (id) where position is null;
