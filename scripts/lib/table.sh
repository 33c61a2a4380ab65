# shellcheck shell=bash
# What runs, as a table and as JSON.

# Facts of one service in the variables STATE, HEALTH, PID, UPTIME (seconds) and MEMORY (MB).
look_at() {
  local name=$1 started=''
  STATE=stopped HEALTH=- PID='' UPTIME='' MEMORY=''
  case $name in
    postgres | redis)
      if ! uses_embedded "$name"; then
        STATE=external
        return
      fi
      PID=$(embedded_pid "$name")
      started=$(recorded_fact servers started)
      ;;
    *)
      if is_running "$name"; then
        PID=$(recorded_pid "$name")
        started=$(recorded_fact "$name" started)
      fi
      ;;
  esac
  [ -n "$PID" ] || return 0
  STATE=running
  HEALTH=down
  if is_ready "$name"; then HEALTH=up; fi
  UPTIME=$(($(date +%s) - ${started:-$(date +%s)}))
  MEMORY=$(process_memory "$PID")
}

print_table() {
  local name format='%-9s %-9s %-7s %-8s %-6s %-7s %-7s %-44s %s\n'
  # shellcheck disable=SC2059
  printf "$format" SERVICE STATE HEALTH PID PORT UPTIME MEMORY URL LOG
  for name in postgres redis $APPLICATIONS; do
    look_at "$name"
    # shellcheck disable=SC2059
    printf "$format" "$name" "$STATE" "$HEALTH" "${PID:--}" "$(shown_port "$name")" "$(shown_time "$UPTIME")" \
      "${MEMORY:+$MEMORY MB}" "$(url_of "$name")" "$(from_checkout "$(shown_log "$name")")"
  done
}

print_json() {
  local name separator=''
  printf '['
  for name in postgres redis $APPLICATIONS; do
    look_at "$name"
    printf '%s\n  {"service":"%s","state":"%s","healthy":%s,"pid":%s,"port":%s,"uptimeSeconds":%s,"memoryMegabytes":%s,"url":"%s","log":"%s"}' \
      "$separator" "$name" "$STATE" "$(json_health)" "${PID:-null}" "$(json_port "$name")" "${UPTIME:-null}" \
      "${MEMORY:-null}" "$(json_text "$(url_of "$name")")" "$(json_text "$(shown_log "$name")")"
    separator=,
  done
  printf '\n]\n'
}

all_are_healthy() {
  local name
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
