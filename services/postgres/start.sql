-- The roles of the applications, in a container: hands the passwords of the environment, of any characters, to roles.sql.
\getenv registry_owner REGISTRY_OWNER_DATABASE_PASSWORD
\getenv registry REGISTRY_DATABASE_PASSWORD
\getenv pipeline_owner PIPELINE_OWNER_DATABASE_PASSWORD
\getenv pipeline PIPELINE_DATABASE_PASSWORD
\getenv webui_owner WEBUI_OWNER_DATABASE_PASSWORD
\getenv webui WEBUI_DATABASE_PASSWORD
select set_config('drivetrain.registry_owner', :'registry_owner', false),
  set_config('drivetrain.registry', :'registry', false),
  set_config('drivetrain.pipeline_owner', :'pipeline_owner', false),
  set_config('drivetrain.pipeline', :'pipeline', false),
  set_config('drivetrain.webui_owner', :'webui_owner', false),
  set_config('drivetrain.webui', :'webui', false)
\gset done_
\ir roles.sql
