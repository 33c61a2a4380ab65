#!/usr/bin/env bash
# Breaks a whole stack under load, one process after the other, and looks for what is lost or does not come back.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib/stack.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib/stack.sh"
# shellcheck source-path=SCRIPTDIR source=lib/bench.sh
. "$ROOT/scripts/lib/bench.sh"

usage() {
  cat <<'TEXT'
usage: scripts/chaos-stack.sh [TRIALS] [--seed NUMBER] [--no-build]
       scripts/chaos-stack.sh --cold-starts [STARTS] [--load PROCESSES] [--no-build]

Starts a stack of its own with start-stack.sh, on free ports and in a folder of its own. Ten times a second a price is
asked for, each 50 ms a point of a metric is logged, and in each trial a run learns and promotes a model. In the middle
of it one process is killed with -9 (Postgres, Redis, the registry, the pipeline, the web application), Postgres is
restarted, a process is frozen for 3 s (SIGSTOP, SIGCONT), or the disk of Postgres is full for 5 s (a small tmpfs; where
this user may not mount one, the trial is skipped and the result says so). Nobody helps. Twelve trials are one round.

Prints for each trial how long until every service was ready again and the longest time without a prediction, and what
must never happen: predictions that failed while the web application lived, accepted points lost, runs lost, models
promoted twice, more than 30 s until all is back. Exit code 0: nothing of that happened; 1: something did.

  TRIALS               how many (36, which is three rounds)
  --seed NUMBER        of the moments (another one each time; it is printed)
  --cold-starts        in place of that: start a stopped stack on a busy machine and stop it again (20 times)
  --load PROCESSES     busy processes beside a cold start (40)
  --no-build           use what Maven last left in target/

A trial takes about 25 seconds on an idle machine with two cores.
TEXT
}

main() {
  local build=yes program=StackChaos
  local -a options=()
  while [ $# -gt 0 ]; do
    case $1 in
      -h | --help) usage && exit ;;
      --no-build) build=no ;;
      --cold-starts) program=ColdStarts ;;
      --seed | --load)
        require_value "$@"
        options+=("$1" "$2")
        shift
        ;;
      [0-9]*) options+=("$1") ;;
      *) usage >&2 && exit 2 ;;
    esac
    shift
  done
  load_settings
  require_jdk
  if [ "$build" = yes ]; then build_bench services/embedded,registry/server,pipeline/server,webui; fi
  copy_bench "$ROOT/webui/target/quarkus-app"
  # shellcheck disable=SC2046
  unset $(setting_names)
  "$JAVA_HOME/bin/java" -cp "$BENCH_FOLDER/lib/*" "io.drivetrain.bench.stack.$program" --checkout "$ROOT" \
    --state "$BENCH_FOLDER/state" ${options[@]+"${options[@]}"}
}

main "$@"
