#!/usr/bin/env bash
# Replicas of the packaged pipeline are killed, frozen and stopped in the middle of runs, and their Postgres is restarted.
# shellcheck source-path=SCRIPTDIR source=lib/cases.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib/cases.sh"

# A lease of 1 s in place of 30: the same code, sooner.
test_no_run_is_lost_and_no_step_is_committed_twice_in_20_trials_of_chaos() {
  if ! [ -f "$CHECKOUT/pipeline/server/target/quarkus-app/quarkus-run.jar" ]; then
    printf 'the pipeline is not packaged: run ./mvnw -pl pipeline/server,scripts/bench -am package
'
    return 1
  fi
  "$CHECKOUT/scripts/chaos-pipeline.sh" 20 --no-build --lease 1000 | tee "$WORK/chaos"
  note "$(grep -o '^seed [0-9]*' "$WORK/chaos"), $(grep '^20 trials' "$WORK/chaos")"
}

run_tests
