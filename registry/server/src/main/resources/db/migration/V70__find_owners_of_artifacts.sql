-- Who owns a stored file: each write asks by the folders above it. Hashes, since a place can be longer
-- than a b-tree's entry.
create index model_version_by_place on model_version
using hash ((regexp_replace(rtrim(storage_location, '/'), '^mlflow-artifacts:/+', '')));
create index run_by_place on run
using hash ((regexp_replace(rtrim(artifact_uri, '/'), '^mlflow-artifacts:/+', '')));
