#!/usr/bin/env bash
# Finding a JDK, and downloading one from a local server.
# shellcheck source-path=SCRIPTDIR source=lib/cases.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib/cases.sh"
# shellcheck source=/dev/null
. "$CHECKOUT/scripts/lib/stack.sh"

#   make_jdk FOLDER VERSION
make_jdk() {
  mkdir -p "$1/bin"
  printf '#!/bin/sh\n' | tee "$1/bin/java" >"$1/bin/javac"
  chmod +x "$1/bin/java" "$1/bin/javac"
  printf 'IMPLEMENTOR="Test"\nJAVA_VERSION="%s"\n' "$2" >"$1/release"
}

# A server with a JDK's archive and what Adoptium's API would say about it.
serve_temurin() {
  DRIVETRAIN_HOME=$WORK/home
  make_jdk "$WORK/jdk-25.0.3+9" 25.0.3
  mkdir "$WORK/www"
  tar -czf "$WORK/www/temurin25.tar.gz" -C "$WORK" jdk-25.0.3+9
  serve "$WORK/www"
  cat >"$WORK/www/about" <<JSON
[ { "binary": { "installer": { "checksum": "bad", "link": "http://127.0.0.1:$PORT/setup.pkg" },
      "package": {
        "checksum": "${1:-$(sha256_of "$WORK/www/temurin25.tar.gz")}",
        "checksum_link": "http://127.0.0.1:$PORT/temurin25.tar.gz.sha256.txt",
        "link": "http://127.0.0.1:$PORT/temurin25.tar.gz", "size": 1 } } } ]
JSON
  TEMURIN_URL="http://127.0.0.1:$PORT/about?os={os}"
}

test_java_home_comes_first_then_the_path() {
  make_jdk "$WORK/first" 25
  make_jdk "$WORK/second" 26.0.1
  mkdir "$WORK/bin"
  ln -s "$WORK/second/bin/java" "$WORK/bin/java"
  DRIVETRAIN_HOME=$WORK/home PATH=$WORK/bin:$PATH

  JAVA_HOME=$WORK/first
  assert_equal "$WORK/first" "$(find_jdk)"
  JAVA_HOME=
  assert_equal "$WORK/second" "$(find_jdk)"
}

test_an_older_jdk_and_a_jre_are_passed_over() {
  make_jdk "$WORK/old" 21.0.5
  make_jdk "$WORK/jre" 25
  rm "$WORK/jre/bin/javac"

  assert_fails is_jdk "$WORK/old"
  assert_fails is_jdk "$WORK/jre"
}

test_a_downloaded_jdk_is_found_the_next_time() {
  serve_temurin
  assert_equal "$DRIVETRAIN_HOME/jdk/temurin-temurin25" "$(download_jdk 2>/dev/null)"

  is_jdk "$DRIVETRAIN_HOME/jdk/temurin-temurin25"
  assert_contains "$DRIVETRAIN_HOME/jdk/temurin-temurin25" "$(jdk_places)"
  assert_equal temurin-temurin25 "$(ls "$DRIVETRAIN_HOME/jdk")"
}

test_a_wrong_checksum_leaves_nothing_behind() {
  serve_temurin 0123456789abcdef
  assert_fails download_jdk

  assert_contains "does not have the SHA-256 0123456789abcdef; it was removed" "$OUTPUT"
  [ ! -e "$DRIVETRAIN_HOME/jdk/temurin25.tar.gz" ]
}

test_the_checksum_can_be_set() {
  serve_temurin
  TEMURIN_SHA256=feed assert_fails download_jdk

  assert_contains "does not have the SHA-256 feed" "$OUTPUT"
}

test_a_download_that_was_cut_short_is_completed() {
  serve_temurin
  mkdir -p "$DRIVETRAIN_HOME/jdk/unfinished/half"
  head -c 40 "$WORK/www/temurin25.tar.gz" >"$DRIVETRAIN_HOME/jdk/temurin25.tar.gz.part"

  assert_equal "$DRIVETRAIN_HOME/jdk/temurin-temurin25" "$(download_jdk 2>/dev/null)"
}

test_without_internet_it_says_where_it_looked_and_what_to_do() {
  DRIVETRAIN_HOME=$WORK/home JAVA_HOME=$WORK/none TEMURIN_URL='http://127.0.0.1:1/{os}/{arch}'
  assert_fails download_jdk

  assert_contains "Looked for a JDK 25 or newer in JAVA_HOME ($WORK/none), on the PATH, in /usr/lib/jvm" "$OUTPUT"
  assert_contains "could not reach http://127.0.0.1:1/" "$OUTPUT"
  assert_contains "set JAVA_HOME, or set TEMURIN_URL" "$OUTPUT"
}

run_tests
