#!/usr/bin/env bash
# The packaged registry server is killed with -9 in the middle of batches and uploads.
# shellcheck source-path=SCRIPTDIR source=lib/cases.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib/cases.sh"

test_nothing_is_half_stored_when_the_registry_is_killed() {
  if ! [ -f "$CHECKOUT/registry/server/target/quarkus-app/quarkus-run.jar" ]; then
    printf 'the registry server is not packaged: run ./mvnw -pl registry/server,scripts/bench -am package\n'
    return 1
  fi
  "$CHECKOUT/scripts/bench-registry.sh" --no-build --crash
}

run_tests
