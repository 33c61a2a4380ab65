#!/usr/bin/env bash
# Every script passes shellcheck and keeps to what macOS' bash 3.2 knows.
# shellcheck source-path=SCRIPTDIR source=lib/cases.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib/cases.sh"

scripts() {
  find "$CHECKOUT/scripts" "$CHECKOUT/.ci" -name target -prune -o \( -name '*.sh' -o -path '*/.ci/run' \) -print
}

test_shellcheck_finds_nothing() {
  # A snippet's variables are used by the scripts that read it, which shellcheck cannot see (SC2034, SC2153, SC2154).
  scripts | tr '\n' '\0' | xargs -0 shellcheck -x -e SC2034,SC2153,SC2154
}

test_no_bash_newer_than_3_2_is_needed() {
  local newer='declare -A|local -A|mapfile|readarray|\$\{[a-z_]+(,,|\^\^)|wait -n|\|&|&>>|local -n|declare -n'
  assert_equal '' "$(scripts | tr '\n' '\0' | xargs -0 grep -nE "$newer" | grep -v 'local newer=' || true)"
}

run_tests
