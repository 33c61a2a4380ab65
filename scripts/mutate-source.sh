#!/usr/bin/env bash
# Damages a clean CSV file in many random ways, and checks what is read of each.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib/stack.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib/stack.sh"

usage() {
  cat <<'TEXT'
usage: scripts/mutate-source.sh [COUNT]

Makes COUNT (10000) damaged copies of a clean CSV file. Of each, every line must be accounted for, or the
refusal must name the line. For a nightly run; the tests do 300.
TEXT
}

count=10000
case ${1-} in
  '') ;;
  -h | --help) usage && exit ;;
  *[!0-9]*) usage >&2 && exit 2 ;;
  *) count=$1 ;;
esac
require_jdk
cd "$ROOT"
exec ./mvnw -B -ntp -q test -pl pipeline/learning -am -Dtest=SourceMutationTest \
  -Dsurefire.failIfNoSpecifiedTests=false "-Ddrivetrain.mutations=$count"
