#!/usr/bin/env bash
# Shows the logs of the stack.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib/stack.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib/stack.sh"

LOGS="build supervisor postgres redis $APPLICATIONS"

usage() {
  cat <<TEXT
usage: scripts/logs.sh [-f] [-n LINES] [SERVICE ...]

Shows the end of the logs of all or the named services: $LOGS.

  -f         go on as they grow
  -n LINES   how many lines of each (default 100)
TEXT
}

lines=100
follow=''
files=()
while getopts fhn: option; do
  case $option in
    f) follow=-F ;;
    n) lines=$OPTARG ;;
    h) usage && exit ;;
    *) usage >&2 && exit 2 ;;
  esac
done
shift $((OPTIND - 1))
case $lines in '' | *[!0-9]*) fail "-n needs a number of lines, not '$lines'" ;; esac
load_settings
if [ $# = 0 ]; then
  # shellcheck disable=SC2086
  set -- $LOGS
fi
for name in "$@"; do
  case " $LOGS " in *" $name "*) ;; *) fail "no service '$name'; there are: $LOGS" ;; esac
  if [ -f "$(log_of "$name")" ]; then files+=("$(log_of "$name")"); fi
done
[ ${#files[@]} -gt 0 ] || fail "no logs in $DRIVETRAIN_HOME yet: start the stack with scripts/start-stack.sh"
exec tail -n "$lines" ${follow:+"$follow"} "${files[@]}"
