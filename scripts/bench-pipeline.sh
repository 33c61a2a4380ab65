#!/usr/bin/env bash
# Measures the pipeline: how soon a run starts, what a step costs, how soon a cancelled one stops.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib/stack.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib/stack.sh"
# shellcheck source-path=SCRIPTDIR source=lib/bench.sh
. "$ROOT/scripts/lib/bench.sh"

usage() {
  cat <<'TEXT'
usage: scripts/bench-pipeline.sh [--no-build] [--runs COUNT] [--history COUNT]

Starts a Postgres of its own (durable commits) and the packaged pipeline on free ports of 127.0.0.1, triggers runs
whose steps do nothing, and prints p50 and p95 beside the aim: trigger to first step, time for each step, claim of a
step (from asking for a connection to the commit, by the replica's own histogram: at most a third too much), cancel to
stopped, time of the schedule to its row, lists. Also the outcome of 1,000 triggers with one key at once, and how
three replicas share steps.

  --no-build           measure what Maven last left in target/
  --runs COUNT         runs for each figure, 20 to 10000 (200)
  --history COUNT      ended runs in the tables for the second half, 100 to 1000000 (100000)

Takes about 2 minutes. Numbers of a busy machine mean little: look at its load first.
TEXT
}

read_bench_options '--runs|--history' "$@"
bench_pipeline pipeline.PipelineBench
