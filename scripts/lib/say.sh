# shellcheck shell=bash
# What the scripts tell: steps, progress on one line, and reasons to stop.

say() {
  progress_end
  printf '%s\n' "$*"
}

# One line on standard error, then the script ends.
fail() {
  progress_end
  printf '%s: %s\n' "${0##*/}" "$*" >&2
  exit 1
}

# Shows a line that the next one overwrites. Without a terminal nothing is shown: a log needs no motion.
progress() {
  if [ -t 1 ]; then
    PROGRESS_SHOWN=yes
    printf '\r\033[K%s' "$*"
  fi
}

progress_end() {
  if [ -n "${PROGRESS_SHOWN-}" ]; then
    PROGRESS_SHOWN=
    printf '\r\033[K'
  fi
}

# Milliseconds of a clock. bash 3.2, which macOS has, knows whole seconds only.
clock_millis() {
  if [ -n "${EPOCHREALTIME-}" ]; then
    local micros=${EPOCHREALTIME//[!0-9]/}
    printf '%s' $((micros / 1000))
  else
    printf '%s' $((SECONDS * 1000))
  fi
}

# 12345 -> 12.3 s
seconds_of() {
  printf '%d.%d s' $(($1 / 1000)) $(($1 % 1000 / 100))
}

seconds_since() {
  seconds_of $(($(clock_millis) - $1))
}

# The end of a log, indented, and where the rest is. Left out: what the JVM says
# about its AOT cache, and that Quarkus was asked for its health before it was ready.
show_end_of() {
  local log=$1 lines=${2:-15}
  progress_end
  printf 'The end of %s:\n' "$log" >&2
  grep -v -e AOT -e '\[aot\]' -e SRHCK01001 "$log" 2>/dev/null | tail -n "$lines" | sed 's/^/    /' >&2 || true
}
