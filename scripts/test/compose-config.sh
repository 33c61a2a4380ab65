#!/usr/bin/env bash
# docker-compose-full.yml and the Dockerfile, as far as they can be checked without a Docker engine. The applications
# have to be built.
# shellcheck source-path=SCRIPTDIR source=lib/cases.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib/cases.sh"
# shellcheck source=/dev/null
. "$CHECKOUT/scripts/lib/stack.sh"

cd "$CHECKOUT"
STACK_FILE=docker-compose-full.yml
SERVICES='pipeline postgres redis registry webui' # without "roles", which ends by itself
IMAGES='pipeline registry webui'

# Docker Compose 2, or Debian's docker-compose 1: that one does not know "name:" and gets a copy without the line.
compose() {
  if docker compose version >/dev/null 2>&1; then
    docker compose --file $STACK_FILE "$@"
    return
  fi
  grep -v '^name:' $STACK_FILE >"$WORK/compose.yml"
  docker-compose --project-directory . --file "$WORK/compose.yml" "$@"
}

# The file as Compose reads it, without the settings of this machine.
#   render SETTINGS_FILE [NAME=value ...]
render() {
  local settings=$1 name
  shift
  (
    for name in $(variables) $(passed_by_name); do unset "$name"; done
    for name in "$@"; do export "${name?}"; done
    compose --env-file "$settings" config
  )
}

# The variables that the file asks for.
variables() {
  grep -o '[$]{[A-Z_]*' $STACK_FILE | cut -c 3- | sort -u
}

# The variables that it hands to a container under their own names, and only when they have a value.
passed_by_name() {
  sed -n 's/^ *\([A-Z_]*\):$/\1/p' $STACK_FILE | sort -u
}

render_defaults() {
  : >"$WORK/empty.env"
  render "$WORK/empty.env" "$@" >"$WORK/rendered.yml"
}

# The lines of a service in what was rendered.
service() {
  awk -v start="  $1:" '$0 == start { inside = 1; next } /^ ? ?[^ ]/ { inside = 0 } inside' "$WORK/rendered.yml"
}

# The lines of a service and of the stage of the Dockerfile that is its image.
service_and_image() {
  local target
  service "$1"
  target=$(service "$1" | sed -n 's/^ *target: \([a-z]*\)$/\1/p')
  if [ -n "$target" ]; then stage "$target"; fi
}

# The lines of a stage of the Dockerfile.
stage() {
  sed -n "/^FROM .* AS $1\$/,/^FROM /p" Dockerfile
}

# Every service has to have a line; a pattern of grep -E, without what stands before it.
assert_every_service_has() {
  local name
  render_defaults
  for name in $SERVICES; do
    service_and_image "$name" >"$WORK/$name"
    grep -qE "^[ -]*$1" "$WORK/$name" || fail "$name has no line that matches $1"
  done
}

test_the_file_is_valid() {
  render_defaults
  assert_equal "${SERVICES/registry/registry roles}" "$(compose config --services | sort | xargs)"
}

test_the_project_has_a_fixed_name_and_the_file_no_version() {
  assert_equal 'name: drivetrain' "$(grep -E '^(name|version):' $STACK_FILE)"
}

test_every_service_has_a_health_check() {
  assert_every_service_has '(healthcheck:|HEALTHCHECK )'
}

test_no_service_runs_as_root() {
  assert_every_service_has '(user: (postgres|redis)|USER [1-9][0-9]*:[1-9][0-9]*)$'
}

test_every_service_is_confined() {
  assert_every_service_has 'read_only: true$'
  assert_every_service_has 'ALL$'
  assert_every_service_has 'no-new-privileges:true$'
}

test_every_service_is_limited_in_memory_and_logs() {
  assert_every_service_has 'mem_limit: .'
  assert_every_service_has 'max-size: 10m$'
}

test_every_service_is_started_again_and_has_time_to_stop() {
  assert_every_service_has 'restart: unless-stopped$'
  assert_every_service_has 'stop_grace_period: '
}

test_services_wait_until_what_they_need_is_healthy() {
  local name needs
  render_defaults
  for name in $SERVICES; do
    needs=$(service "$name" | awk '/^    depends_on:/ { inside = 1; next } /^    [^ ]/ { inside = 0 } inside')
    if [ -n "$needs" ]; then
      assert_equal "$name $(grep -c '^      [^ ]' <<<"$needs")" \
        "$name $(grep -cE 'condition: service_(healthy|completed_successfully)$' <<<"$needs")"
    fi
  done
  assert_equal 'postgres: registry: roles:' "$(service pipeline | grep -xE ' {6}(postgres|redis|registry|roles):' | sort | xargs)"
}

test_the_registry_answers_to_the_name_mlflow() {
  render_defaults
  assert_contains '- mlflow' "$(service registry | sed -n '/aliases:/,$p')"
}

test_every_variable_is_in_the_documentation_with_its_default() {
  local name
  for name in $(variables) $(passed_by_name); do
    grep -q "^#$name=" .env.example || fail "$name is not in .env.example"
  done
  # localhost is another machine in a container.
  for name in $(variables | grep -vx DRIVETRAIN_SERVING_URL); do
    sed -n "s/^#\($name=\)/\1/p" .env.example
  done >"$WORK/documented.env"
  render "$WORK/documented.env" >"$WORK/documented.yml"
  render_defaults
  diff "$WORK/rendered.yml" "$WORK/documented.yml"
}

# What is another thing in containers: their folders are volumes, their servers and their memory are those of this file,
# and the start scripts are not used.
NOT_FOR_CONTAINERS='DRIVETRAIN_HOME DRIVETRAIN_MODELS DRIVETRAIN_DATA DRIVETRAIN_DEFINITIONS DATABASE_URL DATABASE_USER
DATABASE_PASSWORD DATABASE_OWNER DATABASE_OWNER_PASSWORD REDIS_URL REDIS_USER REDIS_PASSWORD REGISTRY_HEAP PIPELINE_HEAP WEBUI_HEAP START_SECONDS STOP_SECONDS AOT_CACHE FIRST_PIPELINE
FIRST_MODEL TEMURIN_URL TEMURIN_SHA256'

test_every_other_setting_of_the_documentation_reaches_a_container() {
  setting_names | sort >"$WORK/documented"
  { variables && passed_by_name && tr ' ' '\n' <<<"$NOT_FOR_CONTAINERS"; } | sort -u >"$WORK/known"
  diff "$WORK/documented" "$WORK/known"
}

test_settings_that_are_passed_by_name_arrive_and_are_absent_without_a_value() {
  local name
  for name in $(passed_by_name); do printf '%s=value of %s\n' "$name" "$name"; done >"$WORK/all.env"
  render "$WORK/all.env" >"$WORK/all.yml"
  render_defaults
  for name in $(passed_by_name); do
    assert_equal "$name: value of $name" "$(grep -o "$name: .*" "$WORK/all.yml")"
    assert_equal "$name: null" "$(grep -o "$name: .*" "$WORK/rendered.yml")"
  done
}

test_every_port_of_the_host_is_a_setting() {
  local name settings='' port=61000
  for name in $(variables | grep '_PORT$'); do
    port=$((port + 1))
    settings="$settings $name=$port"
  done
  # shellcheck disable=SC2086
  render_defaults $settings
  assert_equal 61006 "$port"
  assert_equal 6 "$(grep -cE '(:6100[1-6]:[0-9]+(/tcp)?|published: "?6100[1-6]"?)$' "$WORK/rendered.yml")"
}

test_only_the_applications_can_be_seen_from_other_machines() {
  render_defaults DRIVETRAIN_HOST=192.0.2.7
  assert_equal '0 0' "$(service postgres | grep -c '192\.0\.2\.7' || true) $(service redis | grep -c '192\.0\.2\.7' || true)"
  assert_equal '2 1 1' "$(service webui | grep -c '192\.0\.2\.7') $(service registry | grep -c '192\.0\.2\.7') \
$(service pipeline | grep -c '192\.0\.2\.7')"
}

test_each_password_is_one_setting_that_only_its_users_know() {
  local name
  # shellcheck disable=SC2046
  render_defaults $(for name in $(variables | grep '_PASSWORD$'); do printf '%s=secret-of-%s ' "$name" "$name"; done)
  assert_equal 'postgres roles' "$(who_knows POSTGRES_PASSWORD)"
  assert_equal 'registry roles' "$(who_knows REGISTRY_DATABASE_PASSWORD)"
  assert_equal 'registry roles' "$(who_knows REGISTRY_OWNER_DATABASE_PASSWORD)"
  assert_equal 'pipeline roles' "$(who_knows PIPELINE_DATABASE_PASSWORD)"
  assert_equal 'pipeline roles' "$(who_knows PIPELINE_OWNER_DATABASE_PASSWORD)"
  assert_equal 'roles webui' "$(who_knows WEBUI_DATABASE_PASSWORD)"
  assert_equal 'roles webui' "$(who_knows WEBUI_OWNER_DATABASE_PASSWORD)"
  assert_equal 'redis registry' "$(who_knows REGISTRY_REDIS_PASSWORD)"
  assert_equal 'redis webui' "$(who_knows WEBUI_REDIS_PASSWORD)"
}

who_knows() {
  local name
  for name in $SERVICES roles; do
    if service "$name" | grep -q "secret-of-$1\$"; then printf '%s\n' "$name"; fi
  done | sort | xargs
}

test_passwords_may_have_any_characters() {
  render_defaults 'REGISTRY_DATABASE_PASSWORD=p@ss #w0rd'
  assert_equal 2 "$(grep -c 'PASSWORD: .*p@ss #w0rd' "$WORK/rendered.yml")"
}

test_no_application_is_the_superuser() {
  render_defaults
  assert_equal 'pipeline pipeline_owner registry registry_owner webui webui_owner' \
    "$(sed -n 's/^ *DATABASE_\(USER\|OWNER\): //p' "$WORK/rendered.yml" | sort | xargs)"
}

# redis-server is replaced by a program that shows how it is started; the rules are read by the stack's own Redis in
# RedisUsersTest.
test_redis_knows_the_hashes_of_its_passwords_and_no_environment_has_them() {
  mkdir -p "$WORK/bin" "$WORK/data"
  # shellcheck disable=SC2016
  printf '#!/bin/sh\nprintf "%%s\\n" "$@"\nenv\n' >"$WORK/bin/redis-server"
  chmod +x "$WORK/bin/redis-server"
  sed "s|/data/|$WORK/data/|g" services/redis/start.sh >"$WORK/start.sh"
  # shellcheck disable=SC2016
  PATH=$WORK/bin:$PATH REDIS_MAXMEMORY=7mb REGISTRY_REDIS_PASSWORD='a $b#"c' WEBUI_REDIS_PASSWORD="it's" \
    sh "$WORK/start.sh" >"$WORK/started"

  # shellcheck disable=SC2016
  assert_contains "user registry on #$(printf '%s' 'a $b#"c' | sha256sum | cut -d ' ' -f 1) " "$(cat "$WORK/data/users.acl")"
  assert_contains "user webui on #$(printf '%s' "it's" | sha256sum | cut -d ' ' -f 1) " "$(cat "$WORK/data/users.acl")"
  assert_contains '--maxmemory 7mb' "$(xargs <"$WORK/started" 2>/dev/null || tr '\n' ' ' <"$WORK/started")"
  assert_equal '' "$(grep REDIS_PASSWORD "$WORK/started" || true)"
}

test_mounted_files_exist() {
  local path
  while read -r path; do
    [ -e "$path" ] || fail "$path does not exist"
  done < <(sed -n 's/^ *- \(\.\/[^:]*\):.*/\1/p' $STACK_FILE)
}

test_published_ports_are_those_of_the_images() {
  local name port
  render_defaults
  for name in registry pipeline webui; do
    port=$(service_and_image "$name" | sed -n 's/^EXPOSE //p')
    service "$name" >"$WORK/$name"
    grep -qE "(:|target: )$port(/tcp)?$" "$WORK/$name" || fail "$name does not publish $port"
  done
}

test_images_are_made_of_files_that_exist() {
  local path
  while read -r path; do
    [ -e "$path" ] || fail "the Dockerfile copies $path, which does not exist"
    is_in_build_context "${path%/}" || fail "the Dockerfile copies $path, which .dockerignore keeps out"
  done < <(sed -n 's/^COPY \([^-.].*\) [^ ]*$/\1/p' Dockerfile | xargs -n 1)
  while read -r path; do
    [ -e "$path" ] || fail "the Dockerfile copies $path, which the build did not make"
  done < <(sed -n 's/^COPY --from=build \/build\/\([^ ]*\) .*/\1/p' Dockerfile)
}

# .dockerignore keeps everything out but what it names.
is_in_build_context() {
  local path=$1
  while [ "$path" != . ]; do
    if grep -qxF "!$path" .dockerignore; then return; fi
    path=$(dirname "$path")
  done
  return 1
}

test_images_start_the_jar_that_they_copied() {
  local name jar
  for name in $IMAGES; do
    jar=$(stage "$name" | sed -n 's/^ENTRYPOINT \["java", "-jar", "\(.*\)"\]$/\1/p')
    stage "$name" >"$WORK/stage"
    grep -q "^COPY --from=build .*/quarkus-app/${jar##*/} ${jar%/*}/$" "$WORK/stage" || fail "$name does not copy '$jar'"
  done
}

test_health_checks_of_images_tell_ready_from_not_ready() {
  local name
  mkdir -p "$WORK/ready/health" "$WORK/starting"
  touch "$WORK/ready/health/ready"
  serve "$WORK/ready"
  for name in $IMAGES; do
    health_check "$name" "$PORT" || fail "$name: the check fails although the application is ready"
  done
  rm "$WORK/ready/health/ready"
  for name in $IMAGES; do
    assert_fails health_check "$name" "$PORT"
  done
}

test_health_checks_of_images_fail_when_nobody_listens() {
  local name
  for name in $IMAGES; do
    assert_fails health_check "$name" 1
  done
}

# Runs the check of an image against a port of this machine.
health_check() {
  local exposed command
  exposed=$(stage "$1" | sed -n 's/^EXPOSE //p')
  command=$(stage "$1" | sed -n 's/^  CMD \["bash", "-c", "\(.*\)"\]$/\1/p')
  [ -n "$command" ] || fail "$1 has no check"
  (cd scripts/lib && bash -c "${command/ $exposed / $2 }")
}

run_tests
