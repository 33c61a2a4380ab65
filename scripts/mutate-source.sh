#!/usr/bin/env bash
# Damages a clean CSV file in many random ways and checks that every line is accounted for, or that
# the refusal names the line. For a nightly run; the tests do 300.
set -euo pipefail

usage() {
  echo "Usage: $(basename "$0") [COUNT]"
  echo "  COUNT  how many damaged files (10000)"
}

case "${1:-}" in
  -h | --help) usage; exit 0 ;;
  *[!0-9]*) usage >&2; exit 2 ;;
esac
cd "$(dirname "${BASH_SOURCE[0]}")/.."
exec ./mvnw -B -ntp -q test -pl pipeline/learning -am -Dtest=SourceMutationTest \
  -Dsurefire.failIfNoSpecifiedTests=false -Ddrivetrain.mutations="${1:-10000}"
