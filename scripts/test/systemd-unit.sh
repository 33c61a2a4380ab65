#!/usr/bin/env bash
# The generated systemd unit.
# shellcheck source-path=SCRIPTDIR source=lib/cases.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib/cases.sh"
# shellcheck source=/dev/null
. "$CHECKOUT/scripts/lib/stack.sh"

test_the_unit_names_the_scripts_and_the_supervisor_of_this_stack() {
  make_checkout
  DRIVETRAIN_HOME="$WORK/100% état" "$ROOT/scripts/systemd-unit.sh" >"$WORK/unit"

  assert_contains "PIDFile=$WORK/100%% état/run/supervisor.pid" "$(cat "$WORK/unit")"
  assert_contains "ExecStart=\"$ROOT/scripts/start-stack.sh\"" "$(cat "$WORK/unit")"
  assert_equal 'WantedBy=default.target' "$(tail -n 1 "$WORK/unit")"
}

test_systemd_takes_the_unit() {
  make_checkout
  if ! command -v systemd-analyze >/dev/null; then
    note 'not verified, there is no systemd-analyze'
    return
  fi
  DRIVETRAIN_HOME="$WORK/100% état" "$ROOT/scripts/systemd-unit.sh" --system >"$WORK/drivetrain.service"

  assert_equal '' "$(systemd-analyze verify "$WORK/drivetrain.service" 2>&1 | grep -F drivetrain.service || true)"
}

run_tests
