-- What was stored and what it should hash to. The store has the bytes and is the truth about them.
create table artifact_file (
  path varchar(2048) collate "C" primary key,
  size_bytes bigint not null,
  sha256 varchar(64) not null,
  -- Of the stored file; where it differs, the file was changed by another hand.
  modified_at timestamptz not null
);
