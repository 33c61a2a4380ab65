#!/usr/bin/env bash
# reset-stack.sh removes this stack's state and nothing else; the other scripts tell their usage.
# shellcheck source-path=SCRIPTDIR source=lib/cases.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib/cases.sh"
# shellcheck source=/dev/null
. "$CHECKOUT/scripts/lib/stack.sh"

# A stack that has run: state, a build, a model.
make_stack() {
  make_checkout
  DRIVETRAIN_MODELS=$ROOT/models/published
  prepare_folders
  mkdir -p "$DRIVETRAIN_HOME/servers/postgres/data" "$DRIVETRAIN_HOME/app/abc" "$DRIVETRAIN_MODELS/1/run"
  touch "$DRIVETRAIN_HOME/logs/registry.log" "$DRIVETRAIN_HOME/run/registry.pid" "$DRIVETRAIN_MODELS/1/run/MLmodel"
  unset DRIVETRAIN_MODELS
}

left_in() {
  (cd "$1" && find . -type f -o -type d -empty) | LC_ALL=C sort | tr '\n' ' '
}

test_it_removes_state_and_models_and_keeps_builds() {
  make_stack
  "$ROOT/scripts/reset-stack.sh" --yes

  assert_equal './.drivetrain-stack ./app/abc ./run ' "$(left_in "$DRIVETRAIN_HOME")"
  assert_equal './.drivetrain-models ' "$(left_in "$ROOT/models/published")"
}

test_the_state_is_for_its_owner_only_also_that_of_an_earlier_release() {
  make_stack
  chmod 755 "$DRIVETRAIN_HOME"
  DRIVETRAIN_MODELS=$ROOT/models/published
  prepare_folders

  # shellcheck disable=SC2012 # stat is another program on macOS
  assert_equal drwx------ "$(ls -ld "$DRIVETRAIN_HOME" | cut -c 1-10)"
}

test_it_asks_and_no_answer_is_no() {
  make_stack
  before=$(left_in "$ROOT")
  assert_fails "$ROOT/scripts/reset-stack.sh" </dev/null

  assert_contains 'nothing was removed' "$OUTPUT"
  assert_equal "$before" "$(left_in "$ROOT")"
}

test_it_works_when_the_answer_is_yes() {
  make_stack
  echo yes | "$ROOT/scripts/reset-stack.sh"

  [ ! -e "$DRIVETRAIN_HOME/servers" ]
}

test_a_folder_that_no_stack_made_stays() {
  make_checkout
  mkdir -p "$WORK/photos/servers"
  DRIVETRAIN_HOME=$WORK/photos assert_fails "$ROOT/scripts/reset-stack.sh" --yes

  assert_contains "there is no stack in $WORK/photos: nothing was removed" "$OUTPUT"
  [ -d "$WORK/photos/servers" ]
}

test_an_artifact_store_that_was_there_before_stays() {
  make_checkout
  mkdir "$WORK/store"
  touch "$WORK/store/mine"
  export DRIVETRAIN_MODELS=$WORK/store
  prepare_folders
  "$ROOT/scripts/reset-stack.sh" --yes

  [ -e "$WORK/store/mine" ]
}

test_the_models_of_another_database_stay() {
  make_stack
  DATABASE_URL=jdbc:postgresql://db/drivetrain "$ROOT/scripts/reset-stack.sh" --yes

  [ -e "$ROOT/models/published/1/run/MLmodel" ]
}

test_the_home_folder_and_the_checkout_are_refused() {
  make_checkout
  DRIVETRAIN_HOME=$HOME assert_fails "$ROOT/scripts/reset-stack.sh" --yes
  assert_contains "must be a folder of its own" "$OUTPUT"
  DRIVETRAIN_HOME=. assert_fails "$ROOT/scripts/reset-stack.sh" --yes
  assert_contains "must be a folder of its own" "$OUTPUT"
}

test_a_state_folder_with_foreign_files_is_not_taken_over() {
  make_checkout
  mkdir -p "$WORK/photos"
  touch "$WORK/photos/holiday.jpg"
  DRIVETRAIN_HOME=$WORK/photos assert_fails "$ROOT/scripts/start-stack.sh"

  assert_contains "which holds files that are not a stack's" "$OUTPUT"
}

test_every_script_tells_its_usage() {
  local script
  for script in "$CHECKOUT"/scripts/*.sh; do
    assert_contains "usage: scripts/${script##*/}" "$("$script" -h)"
    assert_contains "usage: scripts/${script##*/}" "$("$script" --help 2>&1 || true)"
    assert_fails "$script" --no-such-option
    assert_contains "usage: scripts/${script##*/}" "$OUTPUT"
  done
}

run_tests
