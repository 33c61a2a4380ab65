#!/usr/bin/env bash
# Processes, ports and locks: what is ours, and that nothing else is touched.
# shellcheck source-path=SCRIPTDIR source=lib/cases.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib/cases.sh"
# shellcheck source=/dev/null
. "$CHECKOUT/scripts/lib/stack.sh"

start_sleeper() {
  DRIVETRAIN_HOME=$WORK STOP_SECONDS=10
  start_process sleeper "$WORK/logs/sleeper.log" build=abc port=1 -- sleep 600
  PID=$(recorded_pid sleeper)
  trap 'kill -9 "$PID" 2>/dev/null || true' EXIT
}

test_a_started_process_is_recorded_and_ends_when_asked() {
  start_sleeper
  is_running sleeper
  assert_equal 'abc 1' "$(recorded_fact sleeper build) $(recorded_fact sleeper port)"

  ask_to_end sleeper
  await_end sleeper

  [ -z "$(process_birth "$PID")" ]
  [ ! -e "$(record_of sleeper)" ]
}

test_a_process_that_ignores_the_request_is_killed_in_the_end() {
  DRIVETRAIN_HOME=$WORK STOP_SECONDS=1
  start_process stubborn "$WORK/logs/stubborn.log" -- bash -c 'trap "" TERM; echo ready; while :; do sleep 0.1; done'
  until grep -q ready "$WORK/logs/stubborn.log"; do sleep 0.05; done
  ask_to_end stubborn

  assert_equal 'stubborn did not end within 1 s: killed' "$(await_end stubborn)"
}

test_a_pid_that_somebody_else_has_by_now_gets_no_signal() {
  start_sleeper
  sed 's/^birth=.*/birth=earlier/' "$(record_of sleeper)" >"$WORK/record"
  mv "$WORK/record" "$(record_of sleeper)"

  assert_fails is_running sleeper
  ask_to_end sleeper
  await_end sleeper

  kill -0 "$PID"
  [ ! -e "$(record_of sleeper)" ]
}

test_a_process_lives_on_after_its_script_and_keeps_the_former_log() {
  DRIVETRAIN_HOME=$WORK
  mkdir "$WORK/logs"
  echo former >"$WORK/logs/sleeper.log"
  (start_sleeper; trap - EXIT)

  is_running sleeper
  assert_equal former "$(cat "$WORK/logs/sleeper.log.1")"
  kill -9 "$(recorded_pid sleeper)"
}

test_an_embedded_server_is_ours_only_if_it_runs_from_our_folder() {
  start_sleeper
  mkdir -p "$WORK/servers/redis"
  printf '%s\n' "$PID" >"$WORK/servers/redis/redis.pid"

  assert_equal '' "$(embedded_pid redis)"
}

test_a_taken_port_is_one_line_with_port_holder_and_variable() {
  serve "$WORK"
  export REGISTRY_PORT=$PORT
  assert_fails require_free_port REGISTRY_PORT 127.0.0.1

  assert_equal 1 "$(printf '%s\n' "$OUTPUT" | wc -l | tr -d ' ')"
  assert_contains "port $PORT is taken by " "$OUTPUT"
  assert_contains "jwebserver (pid $SERVER): set REGISTRY_PORT to a free port" "$OUTPUT"
}

test_start_stack_names_a_taken_port_before_it_builds_or_starts_anything() {
  make_checkout
  serve "$WORK"
  # Nobody listens on the first four ports of a machine; a stack may run on the default ones.
  export REGISTRY_PORT=1 PIPELINE_PORT=2 POSTGRES_PORT=3 REDIS_PORT=4
  WEBUI_PORT=$PORT assert_fails "$ROOT/scripts/start-stack.sh"

  assert_contains "start-stack.sh: port $PORT is taken by" "$OUTPUT"
  assert_contains "set WEBUI_PORT to a free port" "$OUTPUT"
  assert_equal '' "$(find "$DRIVETRAIN_HOME/app" "$DRIVETRAIN_HOME/run" "$DRIVETRAIN_HOME/logs" -mindepth 1)"
}

test_http_body_is_what_stands_below_the_headers() {
  mkdir "$WORK/www"
  printf '{"status":"DOWN"}\nand more' >"$WORK/www/health"
  serve "$WORK/www"

  assert_equal '{"status":"DOWN"}'$'\n''and more' "$(http_body 127.0.0.1 "$PORT" /health)"
}

test_http_status_tells_answers_from_silence() {
  serve "$WORK"
  assert_equal 200 "$(http_status 127.0.0.1 "$PORT" /)"
  assert_equal 404 "$(http_status 127.0.0.1 "$PORT" /none)"
  kill "$SERVER"
  while kill -0 "$SERVER" 2>/dev/null; do sleep 0.05; done
  trap - EXIT
  assert_equal 000 "$(http_status 127.0.0.1 "$PORT" /)"
}

test_a_lock_of_a_dead_script_counts_for_nothing() {
  mkdir -p "$WORK/lock"
  echo 1 >"$WORK/lock/pid"
  echo long-ago >"$WORK/lock/birth"
  take_lock "$WORK/lock" "another script"

  assert_equal "$$" "$(cat "$WORK/lock/pid")"
}

test_a_lock_whose_owner_was_killed_before_it_wrote_its_name_counts_for_nothing() {
  mkdir -p "$WORK/lock"
  NAMELESS_LOOKS=0
  take_lock "$WORK/lock" "another script"

  assert_equal "$$" "$(cat "$WORK/lock/pid")"
}

test_a_lock_counts_as_long_as_the_build_that_goes_on_without_its_script() {
  sleep 600 &
  BUILD=$!
  trap 'kill "$BUILD"' EXIT
  mkdir -p "$WORK/lock"
  name_lock "$WORK/lock" "$BUILD"
  (take_lock "$WORK/lock" "another build" >"$WORK/said" && touch "$WORK/taken") &
  until grep -q . "$WORK/said" 2>/dev/null; do sleep 0.05; done

  assert_equal "Waiting for another build (pid $BUILD)" "$(cat "$WORK/said")"
  [ ! -e "$WORK/taken" ]
  kill "$BUILD"
  wait
  [ -e "$WORK/taken" ]
  trap - EXIT
}

test_a_start_up_cache_that_was_not_written_to_its_end_is_not_used() {
  JAVA_HOME=$WORK/jdk AOT_CACHE=yes
  mkdir -p "$JAVA_HOME/bin" "$WORK/build/aot"
  printf 'JAVA_RUNTIME_VERSION="25+1"\n' >"$JAVA_HOME/release"
  # shellcheck disable=SC2016
  printf '#!/bin/sh\nfor a; do case $a in -XX:AOTCache=*) grep -q whole "${a#*=}"; exit ;; esac; done\n' >"$JAVA_HOME/bin/java"
  chmod +x "$JAVA_HOME/bin/java"
  printf half >"$WORK/build/aot/webui-25_1.aot.1001"

  assert_contains "-XX:AOTCacheOutput=$WORK/build/aot/webui-25_1.aot." "$(aot_option webui "$WORK/build")"
  [ ! -e "$WORK/build/aot/webui-25_1.aot.1001" ]
  printf whole >"$WORK/build/aot/webui-25_1.aot.1002"
  assert_equal "-XX:AOTCache=$WORK/build/aot/webui-25_1.aot" "$(aot_option webui "$WORK/build")"
}

test_status_tells_what_was_started_again_and_what_was_given_up() {
  make_checkout
  mkdir -p "$DRIVETRAIN_HOME/run"
  printf '\nstate=given up\nrestarts=3\nreason=2026-12-01T10:00:00Z ended by itself with exit code 1\n' >"$DRIVETRAIN_HOME/run/webui.pid"
  printf '%s\nbirth=%s\nstate=running\nrestarts=1\nreason=2026-12-01T09:00:00Z ended by signal 9\n' \
    "$$" "$(process_birth "$$")" >"$DRIVETRAIN_HOME/run/registry.pid"
  # Nobody listens on these.
  export REGISTRY_PORT=1 PIPELINE_PORT=2 WEBUI_PORT=3 POSTGRES_PORT=4 REDIS_PORT=5
  assert_fails "$ROOT/scripts/status.sh"

  assert_contains 'webui is given up: at 2026-12-01T10:00:00Z it ended by itself with exit code 1, again and again.' "$OUTPUT"
  assert_contains 'registry was started again after it had ended (1); the last time at 2026-12-01T09:00:00Z, because it ended by signal 9.' "$OUTPUT"
  assert_contains 'The supervisor does not run: nothing is started again.' "$OUTPUT"
  assert_contains '"service":"webui","state":"given up","healthy":false,"pid":null,"port":3,"uptimeSeconds":null,"memoryMegabytes":null,"restarts":3' \
    "$("$ROOT/scripts/status.sh" --json || true)"
}

test_a_lock_is_held_until_it_is_released() {
  local held
  (
    take_lock "$WORK/lock" "another script"
    touch "$WORK/first"
    until [ -e "$WORK/go" ]; do sleep 0.05; done
    echo first >>"$WORK/order"
  ) &
  until [ -e "$WORK/first" ]; do sleep 0.05; done
  (
    take_lock "$WORK/lock" "another script"
    echo second >>"$WORK/order"
  ) &
  held=$(ls "$WORK/order" 2>/dev/null || true)
  touch "$WORK/go"
  wait

  assert_equal '' "$held"
  assert_equal 'first second' "$(tr '\n' ' ' <"$WORK/order" | sed 's/ $//')"
  [ ! -e "$WORK/lock" ]
}

run_tests
