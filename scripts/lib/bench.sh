# shellcheck shell=bash
# What the scripts have in common that measure or break a packaged server with the programs of scripts/bench.

# $1: the module of the server.
build_bench() {
  say "Building $1 and its benchmarks"
  (cd "$ROOT" && ./mvnw -B -ntp -q -pl "$1,scripts/bench" -am package -DskipTests) || fail "the build failed"
}

# $1: an option; $2: its value.
require_value() {
  [ -n "${2-}" ] || fail "$1 needs a value"
}

# $1: the packaged server. Into $BENCH_FOLDER, which is removed at the end, and kept with the logs after a failure.
# Nothing runs from target/, which the next build overwrites.
copy_bench() {
  [ -f "$1/quarkus-run.jar" ] || fail "there is no packaged server in $1: run without --no-build"
  [ -d "$ROOT/scripts/bench/target/lib" ] || fail "the benchmarks are not packaged: run without --no-build"
  BENCH_FOLDER=$(mktemp -d "${TMPDIR:-/tmp}/drivetrain-bench.XXXXXX")
  trap 'remove_bench_folder $?' EXIT
  cp -R "$1" "$BENCH_FOLDER/app"
  cp -R "$ROOT/scripts/bench/target/lib" "$BENCH_FOLDER/lib"
  cp "$ROOT"/scripts/bench/target/drivetrain-bench-*.jar "$BENCH_FOLDER/lib"
}

remove_bench_folder() {
  if [ "$1" -eq 0 ] || ! [ -d "$BENCH_FOLDER/state" ]; then
    rm -rf "$BENCH_FOLDER"
  else
    say "The logs are kept in $BENCH_FOLDER/state"
  fi
}

# $1: a class of scripts/bench; $2: the state folder; the rest: its options. Not exec: the trap removes the folder.
# Ctrl-C reaches the program too, which then stops its servers.
run_bench() {
  local program=$1 state=$2
  shift 2
  "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -cp "$BENCH_FOLDER/lib/*" "io.drivetrain.bench.$program" \
    --app "$BENCH_FOLDER/app" --state "$state" "$@"
}
