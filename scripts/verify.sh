#!/usr/bin/env bash
# Hashes every stored artifact anew and names what is not what was uploaded.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib/stack.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib/stack.sh"

# Between two lines of an answer: a file of many gigabytes is hashed meanwhile.
LINE_SECONDS=3600

usage() {
  cat <<'TEXT'
usage: scripts/verify.sh

Asks the running registry to read every stored file and to compare it with the hash that its
database keeps. Prints a line for each file that is missing, changed, or not written by the
registry, and a last one with the counts.
Exit code 0: nothing differs; 1: something does; 2: the store could not be verified.
TEXT
}

main() {
  case ${1-} in
    '') ;;
    -h | --help) usage && exit ;;
    *) usage >&2 && exit 2 ;;
  esac
  load_settings
  local last=''
  while IFS= read -r line; do
    printf '%s\n' "$line"
    last=$line
  done < <(differences "$(local_address)" "$REGISTRY_PORT")
  case $last in
    'verified '*': 0 differ') ;;
    'verified '*) exit 1 ;;
    *)
      printf '%s: the registry on port %s did not say that it has verified its store\n' "${0##*/}" "$REGISTRY_PORT" >&2
      exit 2
      ;;
  esac
}

# The body of the answer, line by line as it comes.
differences() {
  exec 2>/dev/null 3<>"/dev/tcp/$1/$2" || return 0
  http_request "$1" "$2" /api/v1/artifacts/verification >&3
  while IFS= read -r -t "$LINE_SECONDS" line <&3 && [ -n "${line%"$CARRIAGE_RETURN"}" ]; do :; done
  while IFS= read -r -t "$LINE_SECONDS" line <&3; do printf '%s\n' "$line"; done
}

main "$@"
