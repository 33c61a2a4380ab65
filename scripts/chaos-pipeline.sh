#!/usr/bin/env bash
# Breaks the pipeline in the middle of runs, and counts what is lost or done twice.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib/stack.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib/stack.sh"
# shellcheck source-path=SCRIPTDIR source=lib/pipeline-bench.sh
. "$ROOT/scripts/lib/pipeline-bench.sh"

usage() {
  cat <<'TEXT'
usage: scripts/chaos-pipeline.sh [TRIALS] [--no-build] [--replicas COUNT] [--lease MILLIS] [--seed NUMBER]

Starts a Postgres of its own and replicas of the packaged pipeline on free ports of 127.0.0.1. Each trial triggers
a run of seven steps and at a random moment of it kills the replica that holds the step (kill -9), freezes it past
its lease and thaws it (SIGSTOP, SIGCONT), or restarts Postgres. Prints what became of each run and how long until
its step went on, and counts runs lost and results committed twice: both must be 0.
Exit code 0: nothing was lost or done twice; 1: something was.

  TRIALS               how many (20)
  --no-build           break what Maven last left in target/
  --replicas COUNT     2 to 8 (3)
  --lease MILLIS       how long a step is left to a worker that says nothing (3000; 30000 in production)
  --seed NUMBER        of the choice of faults and moments (1)

A trial takes about 6 seconds on an idle machine.
TEXT
}

main() {
  local trials=20 build=yes replicas=3 lease=3000 seed=1
  while [ $# -gt 0 ]; do
    case $1 in
      -h | --help) usage && exit ;;
      --no-build) build=no && shift && continue ;;
      [0-9]*) trials=$1 && shift && continue ;;
      --replicas) replicas=${2-} ;;
      --lease) lease=${2-} ;;
      --seed) seed=${2-} ;;
      *) usage >&2 && exit 2 ;;
    esac
    if [ $# -lt 2 ]; then usage >&2 && exit 2; fi
    shift 2
  done
  require_number TRIALS "$trials" 1 100000
  require_number --replicas "$replicas" 2 8
  require_number --lease "$lease" 1000 600000
  require_number --seed "$seed" 0 999999999
  load_settings
  require_jdk
  if [ "$build" = yes ]; then build_pipeline; fi
  copy_pipeline
  run_on_pipeline PipelineChaos chaos "$trials" "$replicas" "$lease" "$seed"
}

main "$@"
