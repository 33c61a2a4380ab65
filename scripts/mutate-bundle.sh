#!/usr/bin/env bash
# Damages model bundles in many random ways, and checks that none is loaded wrong.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib/stack.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib/stack.sh"

usage() {
  cat <<'TEXT'
usage: scripts/mutate-bundle.sh [COUNT]

Makes COUNT (10000) damaged model bundles. Each must be refused, or predict soundly where its hashes were made to
fit, within bounds of time and memory. For a nightly run; the tests do 300.
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
exec ./mvnw -B -ntp -q test -pl models -am -Dtest=BundleMutationTest \
  -Dsurefire.failIfNoSpecifiedTests=false "-Ddrivetrain.mutations=$count"
