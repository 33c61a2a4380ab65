#!/usr/bin/env bash
# Runs all tests.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib/stack.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib/stack.sh"

usage() {
  cat <<'TEXT'
usage: scripts/run-tests.sh

Runs the tests of the modules, the end-to-end test of the packaged stack in a browser, and the
tests of the scripts. Needs a JDK 25 (downloaded where there is none), Chromium, shellcheck and
docker-compose: as root on Debian it installs what is missing, else it says so. Chromium at
another place: set CHROMIUM. A stack that runs on this machine is not touched.

The test that opens a model in Python needs Debian's python3-numpy, python3-pandas and
python3-yaml: as root they are installed too, else the test is skipped.

The last line counts the tests; exit code 0 only when none failed.
TEXT
}

main() {
  case ${1-} in
    '') ;;
    -h | --help) usage && exit ;;
    *) usage >&2 && exit 2 ;;
  esac
  # The tests choose their own ports and folders: only what is needed to find a JDK is read.
  read_env_file "${DRIVETRAIN_ENV_FILE:-$ROOT/.env}"
  DRIVETRAIN_HOME=$(absolute_path DRIVETRAIN_HOME "${DRIVETRAIN_HOME:-.stack}")
  RESULTS=$(mktemp -d)
  require_jdk
  require_programs
  want_python
  take_lock "$ROOT/.stack-build.lock" "another build of this checkout"
  forget_stack_settings
  run_modules || say "The build failed."
  run_scripts
  count_tests
}

# Debian's packages of what the tests use, as PROGRAM:PACKAGE.
require_programs() {
  local entry programs='' packages=''
  for entry in chromium:chromium shellcheck:shellcheck docker-compose:docker-compose; do
    if [ "$entry" = chromium:chromium ] && [ -x "${CHROMIUM-}" ]; then continue; fi
    if ! command -v "${entry%%:*}" >/dev/null; then
      programs="$programs ${entry%%:*}"
      packages="$packages ${entry#*:}"
    fi
  done
  if lacks_openmp; then
    programs="$programs libgomp.so.1"
    packages="$packages libgomp1"
  fi
  [ -n "$programs" ] || return 0
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "Installing$packages"
    # shellcheck disable=SC2086
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages >/dev/null
  else
    fail "missing:$programs. Install them (Debian: sudo apt-get install$packages) and start again"
  fi
}

# LightGBM's library needs it on Linux; where the loader's cache cannot be asked, the tests tell.
lacks_openmp() {
  command -v ldconfig >/dev/null && ! ldconfig -p | grep -q 'libgomp\.so\.1'
}

# Modules that MLflow needs in Python; without them one test is skipped.
want_python() {
  local packages='python3-numpy python3-pandas python3-yaml'
  if /usr/bin/python3 -c 'import numpy, pandas, yaml' 2>/dev/null; then return; fi
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "Installing $packages"
    # shellcheck disable=SC2086
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages >/dev/null && return
  fi
  say "Without $packages the test that opens a model in Python is skipped."
}

# What a user set for a stack of their own must not reach the stacks of the tests.
forget_stack_settings() {
  # shellcheck disable=SC2046
  unset MLFLOW_TRACKING_URI $(setting_names)
  export DRIVETRAIN_ENV_FILE=/dev/null
}

# Every module, also after a failure in one. Old reports would be counted again.
run_modules() {
  find "$ROOT" -type d \( -name surefire-reports -o -name failsafe-reports \) -path '*/target/*' -prune -exec rm -rf {} +
  (cd "$ROOT" && ./mvnw -B -ntp --fail-at-end verify) && return
  echo "FAIL  ./mvnw verify" >"$RESULTS/build.txt"
  return 1
}

run_scripts() {
  local script name
  for script in "$ROOT"/scripts/test/*.sh; do
    name=${script##*/}
    say "scripts/test/$name"
    if ! "$script" 2>&1 | tee "$RESULTS/$name.txt" && ! grep -q '^FAIL' "$RESULTS/$name.txt"; then
      echo "FAIL  $name ended with an error" | tee -a "$RESULTS/$name.txt"
    fi
  done
}

# JUnit's reports and the lines of the script tests. A build that failed without a failed test counts as one.
count_tests() {
  local tests failed skipped lines
  tests=$(sum_of tests)
  failed=$(($(sum_of failures) + $(sum_of errors)))
  skipped=$(sum_of skipped)
  if [ "$failed" -gt 0 ]; then rm -f "$RESULTS/build.txt"; fi
  lines=$(cat "$RESULTS"/*.txt)
  rm -rf "$RESULTS"
  tests=$((tests + $(printf '%s\n' "$lines" | grep -cE '^(ok|FAIL|skip) ' || true)))
  failed=$((failed + $(printf '%s\n' "$lines" | grep -c '^FAIL ' || true)))
  skipped=$((skipped + $(printf '%s\n' "$lines" | grep -c '^skip ' || true)))
  say "$((tests - failed - skipped)) passed, $failed failed, $skipped skipped"
  [ "$failed" = 0 ]
}

# Sum of an attribute of the <testsuite> of all reports.
sum_of() {
  find "$ROOT" -path '*/target/*-reports/TEST-*.xml' -exec sed -n 's/.*<testsuite .* '"$1"'="\([0-9]*\)".*/\1/p' {} + |
    awk '{ sum += $1 } END { print sum + 0 }'
}

main "$@"
