# shellcheck shell=bash
# What runs, as a table and as JSON.

# Facts of one service in the variables STATE, HEALTH, PID, UPTIME (seconds), MEMORY (MB), RESTARTS (by the supervisor)
# and REASON (of the last one, with its time).
look_at() {
  local name=$1 started='' state
  STATE=stopped HEALTH=- PID='' UPTIME='' MEMORY=''
  RESTARTS=$(recorded_fact "$name" restarts) REASON=$(recorded_fact "$name" reason)
  case $name in
    postgres | redis)
      if ! uses_embedded "$name"; then
        STATE=external
        return
      fi
      PID=$(embedded_pid "$name")
      ;;
    *)
      if is_running "$name"; then
        PID=$(recorded_pid "$name")
      fi
      ;;
  esac
  state=$(recorded_fact "$name" state)
  if [ -z "$PID" ]; then
    case $state in waiting | starting | 'given up') STATE=$state ;; esac
    return
  fi
  started=$(recorded_fact "$name" started)
  STATE=running
  HEALTH=down
  if is_ready "$name"; then HEALTH=up; fi
  UPTIME=$(($(date +%s) - ${started:-$(date +%s)}))
  MEMORY=$(process_memory "$PID")
}

print_table() {
  local name note notes='' format='%-9s %-9s %-7s %-8s %-6s %-7s %-8s %-7s %-44s %s\n'
  # shellcheck disable=SC2059
  printf "$format" SERVICE STATE HEALTH PID PORT UPTIME RESTARTS MEMORY URL LOG
  for name in postgres redis $APPLICATIONS; do
    look_at "$name"
    # shellcheck disable=SC2059
    printf "$format" "$name" "$STATE" "$HEALTH" "${PID:--}" "$(shown_port "$name")" "$(shown_time "$UPTIME")" \
      "${RESTARTS:--}" "${MEMORY:+$MEMORY MB}" "$(url_of "$name")" "$(from_checkout "$(shown_log "$name")")"
    note=$(note_of "$name")
    if [ -n "$note" ]; then notes=$notes$note$'\n'; fi
  done
  printf '%s' "$notes"
  note_of_supervisor
}

# What the supervisor did to a service, when it did something.
note_of() {
  [ -n "$REASON" ] || return 0
  if [ "$STATE" = 'given up' ]; then
    printf '%s is given up: at %s it %s, again and again. Read its log, then run scripts/start-stack.sh.\n' "$1" "${REASON%% *}" "${REASON#* }"
  else
    printf '%s was started again after it had ended (%s); the last time at %s, because it %s.\n' "$1" "$RESTARTS" "${REASON%% *}" "${REASON#* }"
  fi
}

note_of_supervisor() {
  if ! is_running supervisor && [ -n "$(services_that_run)" ]; then
    printf 'The supervisor does not run: nothing is started again. scripts/start-stack.sh repairs it.\n'
  fi
}

print_json() {
  local name separator=''
  printf '['
  for name in postgres redis $APPLICATIONS; do
    look_at "$name"
    printf '%s\n  {"service":"%s","state":"%s","healthy":%s,"pid":%s,"port":%s,"uptimeSeconds":%s,"memoryMegabytes":%s,"restarts":%s,"url":"%s","log":"%s"}' \
      "$separator" "$name" "$STATE" "$(json_health)" "${PID:-null}" "$(json_port "$name")" "${UPTIME:-null}" \
      "${MEMORY:-null}" "${RESTARTS:-null}" "$(json_text "$(url_of "$name")")" "$(json_text "$(shown_log "$name")")"
    separator=,
  done
  printf '\n]\n'
}

# And whether somebody watches over them.
all_are_healthy() {
  local name
  is_running supervisor || return 1
  for name in postgres redis $APPLICATIONS; do
    look_at "$name"
    case $STATE/$HEALTH in external/* | running/up) ;; *) return 1 ;; esac
  done
}

shown_port() {
  if [ "$STATE" = external ]; then printf -- -; else port_of "$1"; fi
}

shown_log() {
  if [ "$STATE" = external ]; then printf -- -; else log_of "$1"; fi
}

# A file of the checkout is shown relative to it.
from_checkout() {
  printf '%s' "${1#"$ROOT/"}"
}

# 3725 -> 1h02m
shown_time() {
  if [ -z "$1" ]; then
    printf -- -
  elif [ "$1" -ge 3600 ]; then
    printf '%dh%02dm' $(($1 / 3600)) $(($1 % 3600 / 60))
  else
    printf '%dm%02ds' $(($1 / 60)) $(($1 % 60))
  fi
}

# An external server is not looked at: null.
json_health() {
  case $STATE/$HEALTH in
    external/*) printf null ;;
    running/up) printf true ;;
    *) printf false ;;
  esac
}

json_port() {
  if [ "$STATE" = external ]; then printf null; else port_of "$1"; fi
}

json_text() {
  local text=${1//\\/\\\\}
  printf '%s' "${text//\"/\\\"}"
}
