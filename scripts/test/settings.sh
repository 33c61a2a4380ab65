#!/usr/bin/env bash
# The settings: .env, the environment, defaults, and what is refused.
# shellcheck source-path=SCRIPTDIR source=lib/cases.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib/cases.sh"
# shellcheck source=/dev/null
. "$CHECKOUT/scripts/lib/stack.sh"

# NAME=value lines of a .env file, read into this shell.
read_lines() {
  printf '%s\n' "$@" >"$WORK/.env"
  read_env_file "$WORK/.env"
}

test_special_characters_are_just_characters() {
  # shellcheck disable=SC2016
  read_lines 'DATABASE_PASSWORD=p$w`id`"&!* ü\n=x' 'OTHER="with # and $HOME"' "THIRD='it is \"so\"'"

  # shellcheck disable=SC2154,SC2016
  assert_equal 'p$w`id`"&!* ü\n=x' "$DATABASE_PASSWORD"
  # shellcheck disable=SC2154,SC2016
  assert_equal 'with # and $HOME' "$OTHER"
  # shellcheck disable=SC2154
  assert_equal 'it is "so"' "$THIRD"
}

test_nothing_in_the_file_runs() {
  # shellcheck disable=SC2016
  read_lines 'EVIL=$(touch "'"$WORK"'/ran")' 'WORSE=`touch "'"$WORK"'/ran"`'

  [ ! -e "$WORK/ran" ]
}

test_comments_blanks_export_and_line_ends_of_windows() {
  read_lines '# a comment' '' '  export ONE=1   # why' $'TWO=2\r' 'EMPTY=' 'NONE=# nothing'

  # shellcheck disable=SC2154
  assert_equal '1 2  ' "$ONE $TWO $EMPTY $NONE"
}

test_the_last_line_may_lack_its_end() {
  printf 'LAST=here' >"$WORK/.env"
  read_env_file "$WORK/.env"

  # shellcheck disable=SC2154
  assert_equal here "$LAST"
}

test_the_environment_wins_over_the_file() {
  REGISTRY_PORT=5100 WEBUI_PORT=''
  read_lines 'REGISTRY_PORT=5200' 'WEBUI_PORT=8600'

  assert_equal '5100 ' "$REGISTRY_PORT $WEBUI_PORT"
}

test_the_scripts_read_the_file_of_the_checkout_or_the_one_that_is_named() {
  make_checkout
  echo 'REGISTRY_PORT=5001' >"$ROOT/.env"
  echo 'REGISTRY_PORT=5002' >"$WORK/other"

  assert_equal 5001 "$(load_settings && echo "$REGISTRY_PORT")"
  assert_equal 5002 "$(DRIVETRAIN_ENV_FILE=$WORK/other && load_settings && echo "$REGISTRY_PORT")"
}

test_a_wrong_line_is_named() {
  assert_fails read_lines 'ONE=1' 'this is no setting'
  assert_contains "$WORK/.env, line 2: not NAME=value: this is no setting" "$OUTPUT"
  assert_fails read_lines 'ONE="open'
  assert_contains "$WORK/.env, line 1: the closing quote of ONE is missing" "$OUTPUT"
}

# Every commented NAME=value of .env.example is the default, but for those that only show a form.
test_defaults_are_those_of_the_documentation() {
  local line name documented
  make_checkout
  unset DRIVETRAIN_HOME
  load_settings
  sed '/Containers only/,$d' "$CHECKOUT/.env.example" | grep -E '^#[A-Z_]+=' >"$WORK/documented"
  while IFS= read -r line; do
    name=${line%%=*}
    name=${name#?}
    documented=${line#*=}
    case $name in
      DATABASE_* | REDIS_* | TEMURIN_SHA256 | DRIVETRAIN_ALLOWED_HOSTS | DRIVETRAIN_TRASH_KEEP | DRIVETRAIN_TRACE_KEEP | DRIVETRAIN_ARTIFACT_* | DRIVETRAIN_WEBHOOK_*) continue ;;
      # Read by one application alone; its configuration has the defaults.
      DRIVETRAIN_INGEST_* | DRIVETRAIN_QUALITY_* | DRIVETRAIN_EXECUTION_* | DRIVETRAIN_RUN_* | DRIVETRAIN_RETENTION_* | DRIVETRAIN_LOG_* | DRIVETRAIN_REPORT_*) continue ;;
      DRIVETRAIN_NOTIFICATION_* | DRIVETRAIN_LINEAGE_* | DRIVETRAIN_SERVING_* | QUARKUS_MAILER_*) continue ;;
      DRIVETRAIN_MAX_ARTIFACT | PIPELINE_URI | WEBUI_URI) continue ;;
      TEMURIN_URL) assert_equal "$documented" "$TEMURIN_URL_DEFAULT" ;;
      DRIVETRAIN_HOST) assert_equal "$documented" "$DRIVETRAIN_HOST" ;;
      DRIVETRAIN_*) assert_equal "$name $ROOT/$documented" "$name ${!name}" ;;
      *) assert_equal "$name $documented" "$name ${!name}" ;;
    esac
  done <"$WORK/documented"
}

test_relative_folders_count_from_the_checkout() {
  make_checkout
  cd /
  DRIVETRAIN_HOME=other/state DRIVETRAIN_MODELS=/srv/models
  load_settings

  assert_equal "$ROOT/other/state /srv/models" "$DRIVETRAIN_HOME $DRIVETRAIN_MODELS"
}

test_a_port_must_be_a_port_of_its_own() {
  make_checkout
  WEBUI_PORT=http assert_fails load_settings
  assert_contains "WEBUI_PORT must be a port from 1 to 65535, not 'http'" "$OUTPUT"
  WEBUI_PORT=65536 assert_fails load_settings
  assert_contains "WEBUI_PORT must be a port from 1 to 65535, not '65536'" "$OUTPUT"
  WEBUI_PORT=8080 assert_fails load_settings
  assert_contains 'WEBUI_PORT is 8080, which another port setting has too' "$OUTPUT"
}

test_urls_must_be_of_the_kind_that_the_applications_speak() {
  make_checkout
  DATABASE_URL=postgres://db/x assert_fails load_settings
  assert_contains 'DATABASE_URL must begin with jdbc:postgresql://' "$OUTPUT"
  REDIS_URL=localhost:6379 assert_fails load_settings
  assert_contains 'REDIS_URL must begin with redis://' "$OUTPUT"
}

test_servers_of_ones_own_take_the_place_of_the_embedded_ones() {
  make_checkout
  DATABASE_URL=jdbc:postgresql://db/drivetrain DATABASE_USER=me DATABASE_PASSWORD='p w' REDIS_URL=''
  load_settings
  choose_environment registry

  assert_equal 'jdbc:postgresql://db/drivetrain me p w' "$DATABASE_URL $DATABASE_USER $DATABASE_PASSWORD"
  assert_equal 'me p w' "$DATABASE_OWNER $DATABASE_OWNER_PASSWORD"
  assert_equal 'no yes redis://127.0.0.1:16379' "$EMBEDDED_POSTGRES $EMBEDDED_REDIS $REDIS_URL"
}

test_an_application_knows_its_own_secrets_and_no_others() {
  local name
  make_checkout
  export POSTGRES_PASSWORD=1-super QUARKUS_MAILER_PASSWORD=2-mail DRIVETRAIN_WEBHOOK_KEY=3-hook
  export DRIVETRAIN_NOTIFICATION_WEBHOOK_OPS_SECRET=4-ops REGISTRY_DATABASE_PASSWORD=5-container
  load_settings
  for name in postgres/roles/registry postgres/roles/registry_owner postgres/roles/pipeline postgres/roles/pipeline_owner \
    postgres/roles/webui postgres/roles/webui_owner redis/users/registry redis/users/webui; do
    mkdir -p "$DRIVETRAIN_HOME/servers/${name%/*}"
    printf 'of-%s\n' "$name" >"$DRIVETRAIN_HOME/servers/$name"
  done

  assert_equal '3-hook of-postgres/roles/registry of-postgres/roles/registry_owner of-redis/users/registry' "$(secrets_of registry)"
  assert_equal '2-mail 4-ops of-postgres/roles/pipeline of-postgres/roles/pipeline_owner' "$(secrets_of pipeline)"
  assert_equal 'of-postgres/roles/webui of-postgres/roles/webui_owner of-redis/users/webui' "$(secrets_of webui)"
}

secrets_of() {
  application_environment "$1" >"$WORK/environment"
  # shellcheck disable=SC2016
  env -i bash -c '. "$1" && env' - "$WORK/environment" |
    sed -n -e 's/^[A-Z_]*=\([1-5]-.*\)$/\1/p' -e 's/^[A-Z_]*=\(of-.*\)$/\1/p' | LC_ALL=C sort | xargs
}

test_values_of_any_characters_reach_an_application() {
  make_checkout
  DATABASE_URL=jdbc:postgresql://db/drivetrain
  # shellcheck disable=SC2016
  export DATABASE_PASSWORD='p$w`id`"&!* ü\n'"'"
  load_settings
  application_environment registry >"$WORK/environment"

  # shellcheck disable=SC2016
  assert_equal "$DATABASE_PASSWORD" "$(env -i bash -c '. "$1" && printf %s "$DATABASE_PASSWORD"' - "$WORK/environment")"
}

test_how_long_the_scripts_wait_is_nothing_that_an_application_is_started_again_for() {
  local before
  make_checkout
  JAVA_HOME=/jdk
  cp "$CHECKOUT/.env.example" "$ROOT"
  load_settings
  before=$(application_settings registry)
  START_SECONDS=600 STOP_SECONDS=5 AOT_CACHE=no FIRST_MODEL=other

  assert_equal "$before" "$(application_settings registry)"
  DRIVETRAIN_TRASH_KEEP=9d
  [ "$before" != "$(application_settings registry)" ]
}

test_the_stack_uses_its_own_registry_whatever_the_shell_says() {
  make_checkout
  DATABASE_URL=jdbc:postgresql://db/drivetrain MLFLOW_TRACKING_URI=http://elsewhere:5000 REGISTRY_PORT=5100
  load_settings
  choose_environment pipeline

  assert_equal http://127.0.0.1:5100 "$MLFLOW_TRACKING_URI"
}

test_folders_that_hold_the_checkout_or_the_home_are_refused() {
  make_checkout
  local folder
  for folder in / "$HOME" "$ROOT" "$WORK"; do
    DRIVETRAIN_HOME=$folder assert_fails load_settings
    assert_contains "DRIVETRAIN_HOME is '$folder': it must be a folder of its own" "$OUTPUT"
    DRIVETRAIN_MODELS=$folder assert_fails load_settings
    assert_contains "DRIVETRAIN_MODELS is '$folder': it must be a folder of its own" "$OUTPUT"
  done
}

run_tests
