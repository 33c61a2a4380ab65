-- What a version is made of, as it was when the version was registered: loaders compare what they
-- read with this. Versions of before have no time here, and are pinned when they are first read.
alter table model_version add column pinned_at timestamptz;

create table model_version_file (
  model_version bigint not null references model_version on delete cascade,
  -- Below the place of the version.
  path varchar(2048) collate "C" not null,
  size_bytes bigint not null,
  sha256 varchar(64) not null,
  primary key (model_version, path)
);

-- The path in the store of what this server keeps; null for another store. A host in the URI is the
-- name that a client knows this server by.
alter table model_version add column place varchar(2048) collate "C" generated always as (
  case when storage_location like 'mlflow-artifacts:/%'
    then regexp_replace(rtrim(storage_location, '/'), '^mlflow-artifacts:(//[^/]*)?/*', '') end) stored;
alter table run add column place varchar(2200) collate "C" generated always as (
  case when artifact_uri like 'mlflow-artifacts:/%'
    then regexp_replace(rtrim(artifact_uri, '/'), '^mlflow-artifacts:(//[^/]*)?/*', '') end) stored;
alter table experiment add column place varchar(2048) collate "C" generated always as (
  case when artifact_location like 'mlflow-artifacts:/%'
    then regexp_replace(rtrim(artifact_location, '/'), '^mlflow-artifacts:(//[^/]*)?/*', '') end) stored;

-- Who owns a stored file is asked by the folders above it, who has files below a folder by how their
-- places begin. A place can be longer than a b-tree's entry: hence hashes, and the first 500 characters.
drop index model_version_by_place;
drop index run_by_place;
create index model_version_by_place on model_version using hash (place);
create index run_by_place on run using hash (place);
create index model_version_below_place on model_version ((left(place, 500)));
create index run_below_place on run ((left(place, 500)));
create index experiment_below_place on experiment ((left(place, 500)));

-- Writes and deletions of artifacts are in the trail too.
alter table audit_trail add column path varchar(2048) collate "C";
create index audit_trail_by_path on audit_trail (path, id) where path is not null;
