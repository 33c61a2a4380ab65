#!/usr/bin/env bash
# Shows what of the stack runs, and how it is.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib/stack.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib/stack.sh"

usage() {
  cat <<'TEXT'
usage: scripts/status.sh [--json]

Shows each service with its state, health, pid, port, uptime, resident memory, URL and log.
Exit code 0: every service is up; 1: at least one is not.
TEXT
}

case ${1-} in
  '') print=print_table ;;
  --json) print=print_json ;;
  -h | --help) usage && exit ;;
  *) usage >&2 && exit 2 ;;
esac
load_settings
"$print"
all_are_healthy
