# shellcheck shell=bash
# Stopping a stack.

# The supervisor first, so that it starts nothing again. It ends the services in the reverse order of the start, and
# itself. What it does not end, or left when it was killed, is ended here in the same order.
stop_stack() {
  local name stopped=''
  if records_aot_cache; then
    say "This was the first run of a build: it now writes what makes the next start faster, once, for 10 to 30 s"
  fi
  for name in webui pipeline registry postgres redis; do
    if [ -n "$(service_pid "$name")" ]; then stopped="$stopped $name"; fi
  done
  mkdir -p "$DRIVETRAIN_HOME/run"
  printf '%s\n' "$STOP_SECONDS" >"$DRIVETRAIN_HOME/run/stop-seconds"
  touch "$DRIVETRAIN_HOME/run/stopping"
  end_supervisor
  for name in webui pipeline registry; do
    if is_running "$name"; then
      ask_to_end "$name"
      await_closed_port "$name"
    fi
  done
  for name in webui pipeline registry servers; do
    ask_to_end "$name"
    await_end "$name"
  done
  stop_servers_left_behind
  for name in $SERVICES; do rm -f "$(wish_of "$name")" "$(record_of "$name")"; done
  rm -f "$DRIVETRAIN_HOME/run/stopping"
  say "Stopped:${stopped:- nothing was running}"
}

# As long as it ends one service after the other; each has STOP_SECONDS.
end_supervisor() {
  local left before='' deadline=$((SECONDS + STOP_SECONDS + 30))
  ask_to_end supervisor
  while is_running supervisor; do
    left=$(services_that_run)
    if [ "$left" != "$before" ] || records_aot_cache; then
      before=$left deadline=$((SECONDS + STOP_SECONDS + 30))
    fi
    if [ "$SECONDS" -ge "$deadline" ]; then
      say "The supervisor did not end: killed"
      kill -KILL "$(recorded_pid supervisor)" 2>/dev/null || true
    fi
    progress "Stopping:$left"
    sleep 0.1
  done
  rm -f "$(record_of supervisor)"
}

services_that_run() {
  local name
  for name in webui pipeline registry redis postgres; do
    if [ -n "$(service_pid "$name")" ]; then printf ' %s' "$name"; fi
  done
}

records_aot_cache() {
  local name
  for name in $APPLICATIONS; do
    if is_running "$name"; then
      case $(process_command_line "$(recorded_pid "$name")") in *-XX:AOTCacheOutput=*) return ;; esac
    fi
  done
  return 1
}

await_closed_port() {
  local name=$1 deadline=$((SECONDS + STOP_SECONDS))
  while is_running "$name" && is_listening "$(local_address)" "$(recorded_fact "$name" port)"; do
    [ "$SECONDS" -lt "$deadline" ] || return 0
    progress "Stopping $name"
    sleep 0.1
  done
}

# Postgres and Redis whose supervisor was killed with -9. SIGINT makes Postgres end at once and in order, clients or not.
stop_servers_left_behind() {
  local name pid
  for name in postgres redis; do
    pid=$(embedded_pid "$name")
    if [ -n "$pid" ]; then
      say "$name was left behind by a supervisor that was killed: stopping it"
      kill -INT "$pid"
      kill -CONT "$pid"
      while [ -n "$(embedded_pid "$name")" ]; do sleep 0.1; done
    fi
  done
}
