# shellcheck shell=bash
# Runs the functions test_* of a file, each in a shell and with a folder WORK of its own, and prints a line for each:
#   ok    what it shows: what it noted
#   FAIL  what it does not: the reason
set -euo pipefail
CHECKOUT=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
ALL_WORK=$(mktemp -d)
trap 'rm -rf "$ALL_WORK"' EXIT

run_tests() {
  local name code failures=0
  for name in $(declare -F | sed -n 's/^declare -f \(test_.*\)$/\1/p'); do
    WORK=$ALL_WORK/$name
    mkdir "$WORK"
    set +e
    (
      set -e
      "$name"
    ) >"$WORK.out" 2>&1
    code=$?
    set -e
    name=${name#test_}
    if [ $code = 0 ]; then
      printf 'ok    %s%s\n' "${name//_/ }" "$(cat "$WORK.note" 2>/dev/null)"
    else
      failures=$((failures + 1))
      printf 'FAIL  %s: %s\n' "${name//_/ }" "$(tail -n 3 "$WORK.out" | tr '\n' ' ')"
    fi
  done
  [ $failures = 0 ]
}

# Adds to the line of the test what a reader of the results wants to know of it.
note() {
  printf ': %s' "$*" >"$WORK.note"
}

assert_equal() {
  [ "$1" = "$2" ] || {
    printf 'expected <%s> but was <%s>\n' "$1" "$2"
    exit 1
  }
}

assert_contains() {
  case $2 in
    *"$1"*) ;;
    *)
      printf 'expected <%s> in <%s>\n' "$1" "$2"
      exit 1
      ;;
  esac
}

# Runs a command that has to end with an error, and keeps what it printed in OUTPUT.
assert_fails() {
  OUTPUT=$("$@" 2>&1) && {
    printf 'expected an error from: %s\n' "$*"
    exit 1
  }
  return 0
}

# A checkout of only the scripts, whose path has a space, with a stack of its own and the default settings.
make_checkout() {
  # shellcheck disable=SC2046
  unset DRIVETRAIN_ENV_FILE $(setting_names)
  ROOT="$WORK/check out"
  mkdir -p "$ROOT"
  cp -R "$CHECKOUT/scripts" "$ROOT/scripts"
  DRIVETRAIN_HOME="$ROOT/.stack"
  export DRIVETRAIN_HOME
}

# Serves a folder on a free port, in PORT, until the test ends.
serve() {
  local line='' jdk
  jdk=$(DRIVETRAIN_HOME=$CHECKOUT/.stack find_jdk)
  touch "$WORK/served"
  "$jdk/bin/jwebserver" -b 127.0.0.1 -p 0 -d "$1" -o none >"$WORK/served" 2>&1 &
  SERVER=$!
  trap 'kill "$SERVER"' EXIT
  until line=$(grep -o 'port [0-9]*' "$WORK/served"); do
    kill -0 "$SERVER"
    sleep 0.05
  done
  PORT=${line#port }
}
