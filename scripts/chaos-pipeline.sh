#!/usr/bin/env bash
# Breaks the pipeline in the middle of runs, and looks for what is lost or done twice.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib/stack.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib/stack.sh"
# shellcheck source-path=SCRIPTDIR source=lib/bench.sh
. "$ROOT/scripts/lib/bench.sh"

usage() {
  cat <<'TEXT'
usage: scripts/chaos-pipeline.sh [TRIALS] [--fault KIND] [--lease MILLIS] [--stacks COUNT] [--replicas COUNT]
                                 [--seed NUMBER] [--no-build]

Starts stacks of their own, side by side: each a Postgres with replicas of the packaged pipeline, on free ports of
127.0.0.1. A trial triggers runs of four pipelines, whose seven steps branch and join, and at a random moment of them
kills a replica that holds a step (kill -9), freezes it past its lease and thaws it (SIGSTOP, SIGCONT), stops it in good
order (SIGTERM), or restarts Postgres. Then every run has to succeed by itself. Prints the outcome of each trial, how
long until the steps continued, and what must never happen: runs lost or made twice, steps committed twice, under an old
fence, never or too early, attempts miscounted, steps that a stopped replica kept, and runs that ended twice. Triggers of
the database count the commits, not only the engine's own tables; and at the end the audit is shown one made-up case of
each, which it has to find.
Exit code 0: nothing of that happened; 1: something did.

  TRIALS               how many (20)
  --fault KIND         kill, freeze, stop, restart, or all (all)
  --lease MILLIS       how long a step stays with a silent worker, 1000 to 600000 (3000; 30000 in production)
  --stacks COUNT       how many trials at a time, 1 to 8 (3)
  --replicas COUNT     of each stack, 2 to 8 (3)
  --seed NUMBER        of the choice of faults and moments (another one each time; it is printed)
  --no-build           break what Maven last left in target/

A trial takes its lease and about 3 seconds; 200 of them about 7 minutes on an idle machine.
TEXT
}

read_bench_options '--fault|--lease|--stacks|--replicas|--seed|[0-9].*' "$@"
bench_pipeline pipeline.PipelineChaos
