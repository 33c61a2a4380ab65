#!/usr/bin/env bash
# Measures the registry server: how many operations a second, how long they take, how much memory it needs.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib/stack.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib/stack.sh"
# shellcheck source-path=SCRIPTDIR source=lib/bench.sh
. "$ROOT/scripts/lib/bench.sh"

usage() {
  cat <<'TEXT'
usage: scripts/bench-registry.sh [--no-build] [--contention | --crash] [OPTION VALUE ...]

Starts a Postgres of its own (durable commits, as it ships), a Redis and the packaged registry server on free
ports of 127.0.0.1, fills 100,000 runs with 10 metrics, 10 params and 5 tags each, 20 runs with 50,000 steps and
one with 25,000 points, then measures with 1 and 8 clients. Prints operations per second, p50, p99, size of an
answer and resident memory of the server, beside the aim. Everything is stopped and removed at the end; after a
failure the logs stay.

  --contention         measure nothing: 16 clients log 100,000 points each to one run, which is then checked
  --crash              measure nothing: kill the server in the middle of batches and uploads, and check what is left
  --no-build           measure what Maven last left in target/
  --app FOLDER         measure this packaged server (a folder with quarkus-run.jar), to compare two builds
  --state FOLDER       keep the data here and use it again: the second time nothing is filled
  --runs COUNT         runs to fill, 100 to 1,000,000 (100000)
  --long-steps COUNT   steps of each of the 20 runs that are read by interval, 1,000 to 1,000,000 (50000)
  --seconds SECONDS    time for each figure, 1 to 60 (5); warming up takes half of it more
  --clients LIST       how many clients at once (1,8)
  --heap SIZE          -Xmx of the server (512m)
  --only TEXT          measure only operations whose name holds this text; may be repeated
  --jvm OPTION         one more option for the server's JVM; may be repeated
                       (--jvm -XX:StartFlightRecording=filename=/tmp/registry.jfr)

A small run for a first look: scripts/bench-registry.sh --runs 2000 --long-steps 1000 --seconds 1
Takes about 8 minutes in full. Numbers of a busy machine mean little: look at its load first.
TEXT
}

main() {
  local build=yes app=$ROOT/registry/server/target/quarkus-app state='' program=RegistryBench
  local -a options=()
  while [ $# -gt 0 ]; do
    case $1 in
      -h | --help) usage && exit ;;
      --no-build) build=no ;;
      --contention) program=RegistryContention ;;
      --crash) program=RegistryCrash ;;
      --app)
        require_value "$@"
        app=$2
        shift
        ;;
      --state)
        require_value "$@"
        state=$2
        shift
        ;;
      --runs | --long-steps | --seconds | --clients | --heap | --only | --jvm)
        require_value "$@"
        options+=("$1" "$2")
        shift
        ;;
      *) usage >&2 && exit 2 ;;
    esac
    shift
  done
  load_settings
  require_jdk
  if [ "$build" = yes ]; then build_bench registry/server; fi
  copy_bench "$app"
  run_bench "registry.$program" "${state:-$BENCH_FOLDER/state}" ${options[@]+"${options[@]}"}
}

main "$@"
