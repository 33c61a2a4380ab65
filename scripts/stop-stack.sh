#!/usr/bin/env bash
# Stops the stack; all data stays.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib/stack.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib/stack.sh"

usage() {
  cat <<'TEXT'
usage: scripts/stop-stack.sh

Stops the web application, the pipeline, the registry, then Postgres and Redis. Data, models
and builds stay. Only processes of this stack (DRIVETRAIN_HOME) are stopped.
TEXT
}

case ${1-} in
  '') ;;
  -h | --help) usage && exit ;;
  *) usage >&2 && exit 2 ;;
esac
load_settings
[ -d "$DRIVETRAIN_HOME/run" ] || { say "There is no stack in $DRIVETRAIN_HOME." && exit; }
take_lock "$DRIVETRAIN_HOME/run/lock" "another script that works on this stack"
stop_stack
