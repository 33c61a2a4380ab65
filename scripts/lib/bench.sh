# shellcheck shell=bash
# What the scripts have in common that measure or break a packaged server with the programs of scripts/bench.

# $1: the module of the server.
build_bench() {
  say "Building $1 and its benchmarks"
  (cd "$ROOT" && ./mvnw -B -ntp -q -pl "$1,scripts/bench" -am package -DskipTests) || fail "the build failed"
}

# The options of a pipeline's program: sets BENCH_BUILD, and BENCH_OPTIONS to what the program gets. usage is the script's.
# $1: the options that take a value, as a pattern of [[ =~ ]]; the rest: the arguments of the script.
read_bench_options() {
  local valued=$1
  shift
  BENCH_BUILD=yes
  BENCH_OPTIONS=()
  while [ $# -gt 0 ]; do
    case $1 in
      -h | --help) usage && exit ;;
      --no-build) BENCH_BUILD=no ;;
      *)
        if ! [[ $1 =~ ^($valued)$ ]]; then usage >&2 && exit 2; fi
        BENCH_OPTIONS+=("$1")
        if [[ $1 == --* ]]; then
          require_value "$@"
          BENCH_OPTIONS+=("$2")
          shift
        fi
        ;;
    esac
    shift
  done
}

# $1: a class of scripts/bench, for the packaged pipeline; its options are BENCH_OPTIONS.
bench_pipeline() {
  load_settings
  require_jdk
  if [ "$BENCH_BUILD" = yes ]; then build_bench pipeline/server; fi
  copy_bench "$ROOT/pipeline/server/target/quarkus-app"
  run_bench "$1" "$BENCH_FOLDER/state" ${BENCH_OPTIONS[@]+"${BENCH_OPTIONS[@]}"}
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
