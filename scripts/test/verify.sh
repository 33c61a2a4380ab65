#!/usr/bin/env bash
# verify.sh shows what the registry names, and its exit code says whether something differs.
# shellcheck source-path=SCRIPTDIR source=lib/cases.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib/cases.sh"
# shellcheck source=/dev/null
. "$CHECKOUT/scripts/lib/stack.sh"

# A registry that answers these lines.
answer() {
  make_checkout
  mkdir -p "$WORK/site/api/v1/artifacts"
  printf '%s\n' "$@" >"$WORK/site/api/v1/artifacts/verification"
  serve "$WORK/site"
  export REGISTRY_PORT=$PORT
}

verify() {
  OUTPUT=$("$ROOT/scripts/verify.sh" 2>&1) && CODE=0 || CODE=$?
}

test_nothing_differs() {
  answer 'verified 3 files, 99 bytes: 0 differ'
  verify

  assert_equal 0 "$CODE"
  assert_equal 'verified 3 files, 99 bytes: 0 differ' "$OUTPUT"
}

test_what_differs_is_named() {
  answer "'1/run/trees.bin' is missing" 'verified 3 files, 99 bytes: 1 differ'
  verify

  assert_equal 1 "$CODE"
  assert_contains "'1/run/trees.bin' is missing" "$OUTPUT"
}

test_an_answer_that_broke_off_is_no_verification() {
  answer "'1/run/trees.bin' is missing"
  verify

  assert_equal 2 "$CODE"
  assert_contains 'did not say that it has verified its store' "$OUTPUT"
}

test_no_registry_is_no_verification() {
  make_checkout
  export REGISTRY_PORT=1
  verify

  assert_equal 2 "$CODE"
}

run_tests
