# shellcheck shell=bash
# Stopping a stack.

# In the reverse order of the start. An application that is ending no longer needs the one before it once its port is
# closed; the first run of a build then still writes its AOT cache, which the three do side by side.
stop_stack() {
  local name stopped=''
  if records_aot_cache; then
    say "This was the first run of a build: it now writes what makes the next start faster, once, for 10 to 30 s"
  fi
  for name in webui pipeline registry; do
    if is_running "$name"; then
      stopped="$stopped $name"
      ask_to_end "$name"
      await_closed_port "$name"
    fi
  done
  for name in webui pipeline registry; do
    await_end "$name"
  done
  if is_running servers; then stopped="$stopped servers"; fi
  ask_to_end servers
  await_end servers
  stop_servers_left_behind
  say "Stopped:${stopped:- nothing was running}"
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

# Postgres and Redis whose launcher was killed with -9. SIGINT makes Postgres end at once and in order, clients or not.
stop_servers_left_behind() {
  local name pid
  for name in postgres redis; do
    pid=$(embedded_pid "$name")
    if [ -n "$pid" ]; then
      say "$name was left behind by a launcher that was killed: stopping it"
      kill -INT "$pid"
      while [ -n "$(embedded_pid "$name")" ]; do sleep 0.1; done
    fi
  done
}
