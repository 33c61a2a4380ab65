#!/usr/bin/env bash
# Starts the whole stack on this machine.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib/stack.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib/stack.sh"

usage() {
  cat <<'TEXT'
usage: scripts/start-stack.sh [--no-build] [--no-train]

Builds what changed, starts Postgres and Redis, the registry, the pipeline and the web
application, and on a new stack trains the first model. Started again, it changes nothing.
Ends with exit code 0 only when every service is ready and there is a model in production.

  --no-build   run what Maven last left in target/, whatever the sources say
  --no-train   do not train a first model

Settings: the environment, or .env of the checkout (another file: DRIVETRAIN_ENV_FILE);
.env.example describes all of them.
TEXT
}

main() {
  local build=yes train=yes
  while [ $# -gt 0 ]; do
    case $1 in
      --no-build) build=no ;;
      --no-train) train=no ;;
      -h | --help) usage && exit ;;
      *) usage >&2 && exit 2 ;;
    esac
    shift
  done
  load_settings
  prepare_folders
  take_lock "$DRIVETRAIN_HOME/run/lock" "another script that works on this stack"
  start_stack "$build" "$train"
}

start_stack() {
  local build=$1 train=$2 id began times=''
  began=$(clock_millis)
  STARTED=''
  require_jdk
  require_free_ports
  timed build provide_build "$build"
  id=$BUILD
  start_supervisor "$(build_folder "$id")"
  timed servers start_servers
  timed applications start_applications "$(build_folder "$id")"
  if [ "$train" = yes ]; then
    timed "first model" provide_model "$(build_folder "$id")"
  fi
  remove_old_builds "$id"
  print_table
  if [ -z "$STARTED" ]; then
    say "Everything was running already: nothing changed."
  fi
  say "Ready in $(seconds_since "$began") (${times%, }). Open $(url_of webui)"
}

# Runs a part of the start and notes its time.
timed() {
  local part=$1 began
  began=$(clock_millis)
  shift
  "$@"
  times="$times$part $(seconds_since "$began"), "
}

# Sets BUILD.
provide_build() {
  if [ "$1" = no ]; then
    provide_build_of_target
    return
  fi
  BUILD=$(build_id)
  if ! [ -d "$(build_folder "$BUILD")" ]; then
    require_writable_checkout
    say "Building; the log is $DRIVETRAIN_HOME/logs/build.log"
    build_applications "$BUILD"
  fi
}

# A stack without a model in production runs its pipeline once.
provide_model() {
  local folder=$1 status
  [ -n "$FIRST_PIPELINE" ] || return 0
  status=$(http_status "$(local_address)" "$REGISTRY_PORT" \
    "/api/2.0/mlflow/registered-models/alias?name=$FIRST_MODEL&alias=champion")
  case $status in
    200) return ;;
    404) ;;
    *) fail "the registry answered $status when asked for the champion of $FIRST_MODEL, see $(log_of registry)" ;;
  esac
  say "No model in production: running $FIRST_PIPELINE"
  STARTED="${STARTED}model "
  "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -cp "$folder/pipeline/app/*$(jackson_of "$folder")" \
    io.drivetrain.pipeline.server.FirstModelRun "http://$(local_address):$PIPELINE_PORT" "$FIRST_PIPELINE" ||
    fail "there is no model in production: see $(url_of pipeline) and $(log_of pipeline)"
}

# As entries of a class path, each behind a colon.
jackson_of() {
  local jar path=''
  for jar in "$1"/pipeline/lib/main/com.fasterxml.jackson.core.jackson-*.jar; do
    path=$path:$jar
  done
  printf '%s' "$path"
}

main "$@"
