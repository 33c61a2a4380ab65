#!/usr/bin/env bash
# Breaks the pipeline in the middle of runs, and looks for what is lost or done twice.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib/stack.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib/stack.sh"
# shellcheck source-path=SCRIPTDIR source=lib/pipeline-bench.sh
. "$ROOT/scripts/lib/pipeline-bench.sh"

usage() {
  cat <<'TEXT'
usage: scripts/chaos-pipeline.sh [TRIALS] [--fault KIND] [--lease MILLIS] [--stacks COUNT] [--replicas COUNT]
                                 [--seed NUMBER] [--no-build]

Starts stacks of their own, side by side: each a Postgres with replicas of the packaged pipeline, on free ports of
127.0.0.1. A trial triggers runs of four pipelines, whose seven steps branch and join, and at a random moment of them
kills a replica that holds a step (kill -9), freezes it past its lease and thaws it (SIGSTOP, SIGCONT), stops it in good
order (SIGTERM), or restarts Postgres. Then every run has to succeed by itself. Prints what became of each trial, how long until the steps went on,
and what must never be: runs lost or made twice, steps committed twice, under an old fence, never or too early, tries
miscounted, steps that a stopped replica kept, and runs that ended twice. Triggers of the database count the commits, not only the engine's own books; and at the end the audit
is shown one made-up case of each, which it has to find.
Exit code 0: nothing of that was; 1: something was.

  TRIALS               how many (20)
  --fault KIND         kill, freeze, stop, restart, or all (all)
  --lease MILLIS       how long a step is left to a worker that says nothing, 1000 to 600000 (3000; 30000 in production)
  --stacks COUNT       how many trials at a time, 1 to 8 (3)
  --replicas COUNT     of each stack, 2 to 8 (3)
  --seed NUMBER        of the choice of faults and moments (another one each time; it is printed)
  --no-build           break what Maven last left in target/

A trial takes its lease and about 3 seconds; 200 of them about 7 minutes on an idle machine.
TEXT
}

main() {
  local trials=20 fault=all lease=3000 stacks=3 replicas=3 seed=$RANDOM build=yes
  while [ $# -gt 0 ]; do
    case $1 in
      -h | --help) usage && exit ;;
      --no-build) build=no && shift && continue ;;
      [0-9]*) trials=$1 && shift && continue ;;
      --fault) fault=${2-} ;;
      --lease) lease=${2-} ;;
      --stacks) stacks=${2-} ;;
      --replicas) replicas=${2-} ;;
      --seed) seed=${2-} ;;
      *) usage >&2 && exit 2 ;;
    esac
    if [ $# -lt 2 ]; then usage >&2 && exit 2; fi
    shift 2
  done
  case $fault in
    kill | freeze | stop | restart | all) ;;
    *) fail "--fault must be kill, freeze, stop, restart or all, not '$fault'" ;;
  esac
  require_number TRIALS "$trials" 1 100000
  require_number --lease "$lease" 1000 600000
  require_number --stacks "$stacks" 1 8
  require_number --replicas "$replicas" 2 8
  require_number --seed "$seed" 0 999999999
  load_settings
  require_jdk
  if [ "$build" = yes ]; then build_pipeline; fi
  copy_pipeline
  run_on_pipeline PipelineChaos chaos "$trials" "$fault" "$stacks" "$replicas" "$lease" "$seed"
}

main "$@"
