# shellcheck shell=bash
# Processes of this stack. Each has a record in $DRIVETRAIN_HOME/run: its pid on the first line, then NAME=value lines.
# A pid is taken by somebody else sooner or later, so a record counts only while the process that has the pid was also
# born at the recorded moment.

record_of() {
  printf '%s/run/%s.pid' "$DRIVETRAIN_HOME" "$1"
}

# Starts a command in the background with its own log; it lives on when this script or its terminal ends, and Ctrl-C in
# the terminal does not reach it. The former log stays beside the new one.
#   start_process NAME LOG [FACT=value ...] -- COMMAND...
start_process() {
  local name=$1 log=$2 record pid facts=''
  shift 2
  while [ "$1" != -- ]; do
    facts="$facts$1"$'\n'
    shift
  done
  shift
  record=$(record_of "$name")
  mkdir -p "${record%/*}" "${log%/*}"
  if [ -s "$log" ]; then mv -f "$log" "$log.1"; fi
  set -m # a process group of its own
  (
    trap '' HUP
    cd "$DRIVETRAIN_HOME" || exit
    exec "$@"
  ) </dev/null >"$log" 2>&1 &
  pid=$!
  set +m
  disown "$pid"
  printf '%s\nbirth=%s\nstarted=%s\n%s' "$pid" "$(process_birth "$pid")" "$(date +%s)" "$facts" >"$record.new"
  mv "$record.new" "$record"
}

recorded_pid() {
  head -n 1 "$(record_of "$1")" 2>/dev/null || true
}

#   recorded_fact registry build
recorded_fact() {
  sed -n "s/^$2=//p" "$(record_of "$1")" 2>/dev/null || true
}

is_running() {
  local pid birth
  pid=$(recorded_pid "$1")
  birth=$(recorded_fact "$1" birth)
  [ -n "$pid" ] && [ -n "$birth" ] && [ "$birth" = "$(process_birth "$pid")" ]
}

# A text that no other process with this pid has or will have; empty when there is no such process, or only its zombie.
process_birth() {
  local pid=$1 stat
  if [ -r /proc/self/stat ]; then
    stat=$(cat "/proc/$pid/stat" 2>/dev/null) || return 0
    # The name, in brackets, may hold anything: count from behind it. Then come the state and, as 20th, the start time.
    # shellcheck disable=SC2086
    set -- ${stat##*) }
    case $1 in Z | X) return 0 ;; esac
    printf '%s/%s' "$(cat /proc/sys/kernel/random/boot_id 2>/dev/null)" "${20}"
  else
    case $(ps -o stat= -p "$pid" 2>/dev/null) in
      '' | Z*) ;;
      *) ps -o lstart= -p "$pid" | tr -s ' ' ;;
    esac
  fi
}

process_command_line() {
  if [ -r /proc/self/cmdline ]; then
    tr '\0' ' ' 2>/dev/null <"/proc/$1/cmdline" || true
  else
    ps -ww -o args= -p "$1" 2>/dev/null || true
  fi
}

# Resident memory in MB.
process_memory() {
  local kilobytes
  if [ -r /proc/self/status ]; then
    kilobytes=$(sed -n 's/^VmRSS:[^0-9]*\([0-9]*\).*/\1/p' "/proc/$1/status" 2>/dev/null) || true
  else
    kilobytes=$(ps -o rss= -p "$1" 2>/dev/null) || true
  fi
  printf '%s' $((${kilobytes:-0} / 1024))
}

# Seconds of processor time.
process_seconds() {
  local stat time part seconds=0
  if [ -r "/proc/${1:-none}/stat" ]; then
    stat=$(cat "/proc/$1/stat" 2>/dev/null) || return 0
    # shellcheck disable=SC2086
    set -- ${stat##*) }
    printf '%s' $(((${12} + ${13}) / $(getconf CLK_TCK 2>/dev/null || printf 100)))
    return
  fi
  time=$(ps -o time= -p "${1:-0}" 2>/dev/null | tr -d ' ') || time=''
  time=${time%%.*}
  # 1-02:03:04, 02:03:04 or 3:04
  for part in ${time//[:-]/ }; do seconds=$((seconds * 60 + 10#$part)); done
  printf '%s' "$seconds"
}

# Asks a recorded process to end; no other process ever gets a signal. One that is stopped (SIGSTOP) has to go on first.
ask_to_end() {
  local pid
  if is_running "$1"; then
    pid=$(recorded_pid "$1")
    kill -TERM "$pid" 2>/dev/null || true
    kill -CONT "$pid" 2>/dev/null || true
  fi
}

# Waits for a process that was asked to end; when its time is over it is killed.
await_end() {
  local name=$1 deadline=$((SECONDS + STOP_SECONDS))
  while is_running "$name"; do
    if [ "$SECONDS" -ge "$deadline" ]; then
      say "$name did not end within $STOP_SECONDS s: killed"
      kill -KILL "$(recorded_pid "$name")" 2>/dev/null || true
      deadline=$((SECONDS + STOP_SECONDS))
    fi
    progress "Stopping $name"
    sleep 0.1
  done
  rm -f "$(record_of "$name")"
}
