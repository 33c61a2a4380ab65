#!/usr/bin/env bash
# Each process of the packaged stack is killed with -9 and Postgres is restarted, under load.
# shellcheck source-path=SCRIPTDIR source=lib/cases.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib/cases.sh"

test_nothing_is_lost_and_everything_comes_back_in_6_trials_of_chaos() {
  if ! [ -f "$CHECKOUT/webui/target/quarkus-app/quarkus-run.jar" ]; then
    printf 'the stack is not packaged: run ./mvnw -DskipTests package\n'
    return 1
  fi
  "$CHECKOUT/scripts/chaos-stack.sh" 6 --no-build | tee "$WORK/chaos"
  note "$(grep -o '^seed [0-9]*' "$WORK/chaos"), $(grep '^6 trials' "$WORK/chaos")"
}

run_tests
