#!/usr/bin/env bash
# Removes the state of the stack: database, cache, models and logs.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib/stack.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib/stack.sh"

usage() {
  cat <<'TEXT'
usage: scripts/reset-stack.sh [--yes]

Stops the stack and removes its state: the embedded database and cache, the published models
and the logs. Builds and a downloaded JDK stay, so do your data files and a database of your
own (DATABASE_URL) with the models that it knows. Asks first, unless --yes is given.
TEXT
}

main() {
  local answer=''
  case ${1-} in
    '') ;;
    -y | --yes) answer=yes ;;
    -h | --help) usage && exit ;;
    *) usage >&2 && exit 2 ;;
  esac
  load_settings
  is_marked "$DRIVETRAIN_HOME" "$STACK_MARK" || fail "there is no stack in $DRIVETRAIN_HOME: nothing was removed"
  say "This removes $DRIVETRAIN_HOME/servers, logs, cache, tmp and run"
  if removes_models; then say "and everything in $DRIVETRAIN_MODELS"; fi
  if [ -z "$answer" ]; then
    read -r -p "Type yes to go on: " answer || true
  fi
  [ "$answer" = yes ] || fail "nothing was removed"
  take_lock "$DRIVETRAIN_HOME/run/lock" "another script that works on this stack"
  stop_stack
  reset_stack
}

# The models of an embedded database go with it; those that another database knows stay.
removes_models() {
  uses_embedded postgres && is_marked "$DRIVETRAIN_MODELS" "$MODELS_MARK"
}

reset_stack() {
  local entry
  rm -rf "$DRIVETRAIN_HOME/servers" "$DRIVETRAIN_HOME/logs" "$DRIVETRAIN_HOME/cache" "$DRIVETRAIN_HOME/tmp"
  if removes_models; then
    find "$DRIVETRAIN_MODELS" -mindepth 1 -maxdepth 1 ! -name "$MODELS_MARK" -exec rm -rf {} +
  else
    say "$DRIVETRAIN_MODELS stays: it belongs to another database, or was there before this stack"
  fi
  for entry in "$DRIVETRAIN_HOME"/run/*; do
    if [ "$entry" != "$DRIVETRAIN_HOME/run/lock" ]; then rm -rf "$entry"; fi
  done
  say "The stack in $DRIVETRAIN_HOME is as new; scripts/start-stack.sh starts it again."
}

main "$@"
