# shellcheck shell=bash
# Starting a stack. What runs already, from the same build and with the same settings, is left alone.
#
# The supervisor runs what run/NAME.start asks for. These scripts write and remove those files, and read what became of
# them in run/NAME.pid.

# Before anything starts: every port that will be needed is free, or held by this stack itself.
require_free_ports() {
  local name
  for name in $SERVICES; do
    if is_wanted "$name" && ! holds_its_port "$name"; then
      require_free_port "$(port_variable "$name")" "$(address_of "$name")"
    fi
  done
}

# Also when the supervisor was killed: the next one stops what it left, or watches it again.
holds_its_port() {
  case $1 in
    postgres | redis) [ -n "$(embedded_pid "$1")" ] && [ "$(embedded_port "$1")" = "$(port_of "$1")" ] ;;
    *) is_running "$1" && [ "$(recorded_fact "$1" port)" = "$(port_of "$1")" ] ;;
  esac
}

start_supervisor() {
  local folder=$1 settings
  settings=$(supervisor_settings "$folder")
  printf '%s\n' "$STOP_SECONDS" >"$DRIVETRAIN_HOME/run/stop-seconds"
  if [ -e "$DRIVETRAIN_HOME/run/stopping" ]; then
    say "The stack is still stopping: waiting for it"
    stop_stack
  elif is_running servers; then
    say "The stack runs with an older release: stopping it"
    stop_stack
  elif is_running supervisor && ! is_current supervisor "$settings"; then
    say "The supervisor runs with an older build or another JDK: stopping the stack"
    stop_stack
  fi
  if is_running supervisor; then return; fi
  forget_outdated_wishes
  start_process supervisor "$(log_of supervisor)" "build=${folder##*/}" "settings=$settings" -- \
    "$JAVA_HOME/bin/java" -Xmx64m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "-Djava.io.tmpdir=$(own_tmp supervisor)" \
    -cp "$folder/servers/lib/*" io.drivetrain.embedded.supervision.Launcher "$DRIVETRAIN_HOME"
  STARTED="${STARTED}supervisor "
}

supervisor_settings() {
  { printf '%s\n' "$JAVA_HOME" && cat "$1"/servers/lib/*.jar; } | cksum
}

# A new supervisor would start at once what the last stack wanted, with the settings of then. Applications that go on
# running without a supervisor are watched again.
forget_outdated_wishes() {
  local name
  rm -f "$(wish_of postgres)" "$(record_of postgres)" "$(wish_of redis)" "$(record_of redis)"
  for name in $APPLICATIONS; do
    if ! is_running "$name"; then rm -f "$(wish_of "$name")"; fi
  done
}

start_servers() {
  local name
  for name in postgres redis; do
    if ! uses_embedded "$name"; then
      rm -f "$(wish_of "$name")"
    elif ! is_current "$name" "$(port_of "$name")"; then
      wish "$name" "settings=$(port_of "$name")" </dev/null
    fi
  done
  for name in postgres redis; do
    if uses_embedded "$name"; then await "$name" "$(port_of "$name")"; fi
  done
}

start_applications() {
  local folder=$1 name settings
  for name in $APPLICATIONS; do
    settings=$(application_settings "$name")
    if ! is_current "$name" "$settings" "${folder##*/}"; then
      if is_running "$name"; then say "$name runs with an older build or other settings: starting it again"; fi
      if [ -s "$(log_of "$name")" ]; then mv -f "$(log_of "$name")" "$(log_of "$name").1"; fi
      application_script "$name" "$folder" | wish "$name" "settings=$settings" "build=${folder##*/}"
    fi
  done
  for name in $APPLICATIONS; do
    await "$name" "$(application_settings "$name")" "${folder##*/}"
  done
}

# Asks the supervisor for a service; standard input is the script that becomes its process. A moment of its own in the
# facts makes it a new wish also when an equal one was given up.
#   wish NAME FACT=value ...
wish() {
  local name=$1 file
  shift
  file=$(wish_of "$name")
  (
    umask 077
    {
      printf '#!/usr/bin/env bash\n# Run by the supervisor. Holds secrets of %s, and nobody else may read it.\n' "$name"
      printf '#fact %s\n' "$@" "order=$(order_of "$name")" "address=$(address_of "$name")" "port=$(port_of "$name")" \
        "wished=$(date +%s).$$"
      cat
    } >"$file.new"
  )
  mv -f "$file.new" "$file"
  STARTED="$STARTED$name "
}

application_script() {
  local name=$1 folder=$2 tmp
  tmp=$(own_tmp "$name")
  application_environment "$name"
  printf 'umask 077\nrm -rf %q\nmkdir -p %q\ncd %q || exit\nexec' "$tmp" "$tmp" "$DRIVETRAIN_HOME"
  printf ' %q' "$JAVA_HOME/bin/java" "-Xmx$(heap_of "$name")" -XX:+UseCompactObjectHeaders -XX:+ExitOnOutOfMemoryError \
    --enable-native-access=ALL-UNNAMED "-Djava.io.tmpdir=$tmp" "$(aot_option "$name" "$folder")" \
    -jar "$folder/$name/quarkus-run.jar"
  printf '\n'
}

# Scratch files; what a killed process left goes with the next start.
own_tmp() {
  local tmp=$DRIVETRAIN_HOME/tmp/$1
  (umask 077 && mkdir -p "$tmp")
  printf '%s' "$tmp"
}

# A fingerprint, as the values hold passwords. How long the scripts wait is nothing that an application has to know.
application_settings() {
  local name=$1 setting
  {
    printf '%s\n' "$(heap_of "$name")" "$JAVA_HOME" "$(port_of "$name")"
    (
      choose_environment "$name"
      for setting in $(setting_names) $APPLICATION_VARIABLES; do
        case $setting in
          START_SECONDS | STOP_SECONDS | AOT_CACHE | FIRST_* | TEMURIN_*) ;;
          *) printf '%s=%s\n' "$setting" "${!setting-}" ;;
        esac
      done
    )
  } | cksum
}

#   is_current NAME SETTINGS [BUILD]
is_current() {
  is_running "$1" && [ "$(recorded_fact "$1" settings)" = "$2" ] &&
    { [ $# -lt 3 ] || [ "$(recorded_fact "$1" build)" = "$3" ]; }
}

# Waits until a service is ready, for as long as it works at it. One that is given up shows its last words; what else
# was started goes on, for status.sh and logs.sh to look at.
#   await NAME SETTINGS [BUILD]
await() {
  local name=$1 pause=0.1 began told='' reason deadline=$((SECONDS + START_SECONDS)) extensions=0 work
  began=$(clock_millis)
  work=$(work_of "$name")
  until is_current "$@" && [ "$(recorded_fact "$name" state)" = running ] && is_ready "$name"; do
    if ! is_running supervisor; then
      show_end_of "$(log_of supervisor)"
      fail "the supervisor ended while $name was starting: run scripts/start-stack.sh again"
    fi
    reason=$(recorded_fact "$name" reason)
    if [ "$(recorded_fact "$name" state)" = 'given up' ] && [ "$(recorded_fact "$name" wished)" = "$(wished_fact "$name" wished)" ]; then
      show_end_of "$(log_of "$name")"
      fail "$name ended while it was starting, again and again (${reason#* }); what was started goes on, see scripts/status.sh"
    fi
    if [ -n "$reason" ] && [ "$reason" != "$told" ]; then
      say "$name ${reason#* }, while it was starting: it is started again"
      told=$reason
    fi
    if [ "$SECONDS" -ge "$deadline" ]; then
      if [ $extensions -ge 9 ] || ! has_worked "$name" "$work"; then
        show_end_of "$(log_of "$name")"
        fail "$name is not ready after $((START_SECONDS * (extensions + 1))) s (START_SECONDS): $(readiness_of "$name"); what was started goes on, see scripts/status.sh"
      fi
      extensions=$((extensions + 1)) work=$(work_of "$name") deadline=$((SECONDS + START_SECONDS))
      say "$name is not ready after $((START_SECONDS * extensions)) s (START_SECONDS), but it works: waiting for it"
    fi
    # Each question that finds it not ready is a line in its log.
    if [ $((deadline - SECONDS)) -lt $((START_SECONDS - 20)) ]; then pause=1; fi
    progress "Waiting for $name: $(seconds_since "$began")"
    sleep "$pause"
  done
}

# What a service has done so far: "CPU_SECONDS LOG_BYTES".
work_of() {
  local bytes
  bytes=$(wc -c 2>/dev/null <"$(log_of "$1")") || bytes=0
  printf '%s %s' "$(process_seconds "$(recorded_pid "$1")")" $((bytes))
}

# Since then: a twentieth of the time on a processor. A server that repairs its files waits for the disk, and says so.
has_worked() {
  local name=$1 now seconds bytes
  now=$(work_of "$name")
  seconds=$((${now% *} - ${2% *}))
  bytes=$((${now#* } - ${2#* }))
  case $name in
    postgres | redis) [ $bytes -gt 0 ] || [ $((seconds * 20)) -ge "$START_SECONDS" ] ;;
    *) [ $((seconds * 20)) -ge "$START_SECONDS" ] ;;
  esac
}
