-- The roles of the applications in the database of this session. Run by a superuser at every start, by the supervisor
-- of a local stack and by the service "roles" of docker-compose-full.yml; the second time it changes nothing.
--
-- NAME_owner has the schema NAME and migrates it; NAME reads and writes its rows. The passwords are settings of the
-- session: drivetrain.NAME_owner and drivetrain.NAME.

-- A statement with a password in it stays out of the server's log.
set log_statement = 'none';
set log_min_duration_statement = -1;
set log_min_error_statement = 'panic';

do $$
declare
  application text;
  owner_role text;
  login text;
  object text;
begin
  perform set_config('search_path', 'pg_catalog', true);
  perform pg_advisory_xact_lock(6022);
  execute format('revoke all on database %I from public', current_database());

  foreach application in array array['registry', 'pipeline', 'webui'] loop
    owner_role := application || '_owner';

    foreach login in array array[owner_role, application] loop
      if not exists (select from pg_roles where rolname = login) then
        execute format('create role %I', login);
      end if;
      execute format(
        'alter role %I with login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password %L',
        login, current_setting('drivetrain.' || login));
      execute format('grant connect on database %I to %I', current_database(), login);
    end loop;

    execute format('create schema if not exists %I authorization %I', application, owner_role);

    -- Until release 0.1 everything belonged to the superuser.
    if (select nspowner from pg_namespace where nspname = application) <> owner_role::regrole then
      execute format('alter schema %I owner to %I', application, owner_role);
    end if;
    for object in
      -- The sequence of a column follows its table.
      select format('%s %s',
          case relkind when 'S' then 'sequence' when 'v' then 'view' when 'm' then 'materialized view' else 'table' end,
          pg_class.oid::regclass)
      from pg_class
      where relnamespace = application::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f', 'S')
        and relowner <> owner_role::regrole
        and not exists (
          select from pg_depend
          where classid = 'pg_class'::regclass and objid = pg_class.oid and relkind = 'S' and deptype in ('a', 'i'))
      union all
      select format('routine %s', oid::regprocedure) from pg_proc
      where pronamespace = application::regnamespace and proowner <> owner_role::regrole
      union all
      select format('type %s', oid::regtype) from pg_type
      where typnamespace = application::regnamespace and typtype in ('d', 'e', 'r') and typowner <> owner_role::regrole
    loop
      execute format('alter %s owner to %I', object, owner_role);
    end loop;

    execute format('grant usage on schema %I to %I', application, application);
    execute format('grant select, insert, update, delete on all tables in schema %I to %I', application, application);
    execute format('grant usage, select, update on all sequences in schema %I to %I', application, application);
    execute format(
      'alter default privileges for role %I in schema %I grant select, insert, update, delete on tables to %I',
      owner_role, application, application);
    execute format(
      'alter default privileges for role %I in schema %I grant usage, select, update on sequences to %I',
      owner_role, application, application);
  end loop;
end
$$;
