# shellcheck shell=bash
# What the scripts have in common that break or measure the packaged pipeline on a Postgres of its own.

build_pipeline() {
  say "Building the pipeline"
  (cd "$ROOT" && ./mvnw -B -ntp -q -pl pipeline/server,services/embedded -am package -DskipTests) || fail "the build failed"
}

# Into $BENCH_FOLDER, which is removed at the end, and kept with the logs after a failure. Nothing runs from target/, which the next build overwrites.
copy_pipeline() {
  local app=$ROOT/pipeline/server/target/quarkus-app
  [ -f "$app/quarkus-run.jar" ] || fail "there is no packaged pipeline in $app: run without --no-build"
  BENCH_FOLDER=$(mktemp -d "${TMPDIR:-/tmp}/drivetrain-bench.XXXXXX")
  trap 'remove_bench_folder $?' EXIT
  cp -R "$app" "$BENCH_FOLDER/app"
  cp -R "$ROOT/services/embedded/target/lib" "$BENCH_FOLDER/lib"
  cp "$ROOT"/services/embedded/target/drivetrain-embedded-*.jar "$BENCH_FOLDER/lib"
}

remove_bench_folder() {
  if [ "$1" -eq 0 ]; then
    rm -rf "$BENCH_FOLDER"
  else
    say "The logs are kept in $BENCH_FOLDER/state"
  fi
}

# A whole number: $1 its name, $2 its text, $3 the least, $4 the most.
require_number() {
  case $2 in
    '' | *[!0-9]* | ??????????*) fail "$1 must be a number from $3 to $4, not '$2'" ;;
  esac
  if [ "$2" -lt "$3" ] || [ "$2" -gt "$4" ]; then fail "$1 must be a number from $3 to $4, not '$2'"; fi
}

# $1: the program; $2: its definitions; the rest: its arguments. Not exec: the trap removes the folder.
run_on_pipeline() {
  "$JAVA_HOME/bin/java" -cp "$BENCH_FOLDER/lib/*" "$ROOT/scripts/bench/pipeline/$1.java" "${@:3}" \
    "$BENCH_FOLDER/app" "$BENCH_FOLDER/state" "$ROOT/scripts/bench/pipeline/definitions/$2"
}
