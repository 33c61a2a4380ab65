# shellcheck shell=bash
# Starting a stack. What runs already, from the same build and with the same settings, is left alone.

# Before anything starts: every port that will be needed is free, or held by this stack itself.
require_free_ports() {
  local name
  for name in postgres redis; do
    if uses_embedded "$name" && ! holds_its_port "$name"; then
      require_free_port "$(port_variable "$name")" 127.0.0.1
    fi
  done
  for name in $APPLICATIONS; do
    if ! is_running "$name" || [ "$(recorded_fact "$name" port)" != "$(port_of "$name")" ]; then
      require_free_port "$(port_variable "$name")" "$(local_address)"
    fi
  done
}

# Also when its launcher was killed: the next launcher stops it before it needs the port.
holds_its_port() {
  case "$(recorded_fact servers settings) " in
    *" --$1-port $(port_of "$1") "*) [ -n "$(embedded_pid "$1")" ] ;;
    *) return 1 ;;
  esac
}

start_servers() {
  local folder=$1 options=''
  if uses_embedded postgres; then options="$options --postgres-port $POSTGRES_PORT"; fi
  if uses_embedded redis; then options="$options --redis-port $REDIS_PORT"; fi
  if [ -z "$options" ] || is_current servers "$options"; then return; fi
  ask_outdated_to_end servers
  await_end servers
  # shellcheck disable=SC2086
  start_process servers "$(log_of servers)" "build=${folder##*/}" "settings=$options" -- \
    "$JAVA_HOME/bin/java" -Xmx64m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$folder/servers/lib/*" \
    io.drivetrain.embedded.Launcher --state "$DRIVETRAIN_HOME/servers" $options
  await servers servers_are_ready
  STARTED="${STARTED}servers "
}

servers_are_ready() {
  grep -qx READY "$(log_of servers)" 2>/dev/null
}

start_applications() {
  local folder=$1 name settings
  export_application_environment
  for name in $APPLICATIONS; do
    if ! is_current "$name" "$(application_settings "$name")" "${folder##*/}"; then ask_outdated_to_end "$name"; fi
  done
  for name in $APPLICATIONS; do
    settings=$(application_settings "$name")
    if ! is_current "$name" "$settings" "${folder##*/}"; then
      await_end "$name"
      start_application "$name" "$folder" "$settings"
    fi
  done
  for name in $APPLICATIONS; do
    await "$name" is_ready "$name"
  done
}

start_application() {
  local name=$1 folder=$2 settings=$3
  start_process "$name" "$(log_of "$name")" "build=${folder##*/}" "settings=$settings" "port=$(port_of "$name")" -- \
    "$JAVA_HOME/bin/java" "-Xmx$(heap_of "$name")" -XX:+UseCompactObjectHeaders -XX:+ExitOnOutOfMemoryError \
    --enable-native-access=ALL-UNNAMED "$(aot_option "$name" "$folder")" -jar "$folder/$name/quarkus-run.jar"
  STARTED="$STARTED$name "
}

# A fingerprint, as the values hold passwords: of what the scripts work out for an application, and of every setting, as
# the applications read most of them by themselves.
application_settings() {
  local setting
  {
    printf '%s\n' "$(heap_of "$1")" "$JAVA_HOME" "$(port_of "$1")" "$DATABASE_URL" "$DATABASE_USER" \
      "$DATABASE_PASSWORD" "$REDIS_URL" "$MLFLOW_TRACKING_URI" "$PIPELINE_API_URI"
    for setting in $(setting_names); do printf '%s=%s\n' "$setting" "${!setting-}"; done
  } | cksum
}

#   is_current NAME SETTINGS [BUILD]
is_current() {
  is_running "$1" && [ "$(recorded_fact "$1" settings)" = "$2" ] &&
    { [ $# -lt 3 ] || [ "$(recorded_fact "$1" build)" = "$3" ]; }
}

ask_outdated_to_end() {
  if is_running "$1"; then
    say "$1 runs with an older build or other settings: starting it again"
    ask_to_end "$1"
  fi
}

# Waits until a service that was started is ready. One that ends, or stays silent, shows its last words; what else was
# started goes on, for status.sh and logs.sh to look at.
#   await NAME COMMAND...
await() {
  local name=$1 pause=0.1 began deadline=$((SECONDS + START_SECONDS))
  began=$(clock_millis)
  shift
  until "$@"; do
    if ! is_running "$name"; then
      show_end_of "$(log_of "$name")"
      fail "$name ended while it was starting; what was started goes on, see scripts/status.sh"
    fi
    if [ "$SECONDS" -ge "$deadline" ]; then
      show_end_of "$(log_of "$name")"
      fail "$name is not ready after $START_SECONDS s (START_SECONDS): $(readiness_of "$name"); what was started goes on, see scripts/status.sh"
    fi
    # Each question that finds it not ready is a line in its log.
    if [ $((deadline - SECONDS)) -lt $((START_SECONDS - 20)) ]; then pause=1; fi
    progress "Waiting for $name: $(seconds_since "$began")"
    sleep "$pause"
  done
}
