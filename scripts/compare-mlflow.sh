#!/usr/bin/env bash
# Compares the registry with MLflow's own server: the same random requests to both.
set -euo pipefail
ROOT=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

usage() {
  cat <<'TEXT'
usage: scripts/compare-mlflow.sh [OPTION VALUE ...]

Starts MLflow's server in a folder of its own (SQLite, a free port of 127.0.0.1), sends the same random requests to
it and to a running registry, and prints each kind of difference that a client would see: status, error code, form
and values of the JSON, first words of a message. Ends with 1 when there is one. Leaves experiments and models named
compare-SEED-... behind, so use a registry that is there to be thrown away.

  --registry URL       the registry (http://127.0.0.1:5000)
  --reference URL      another server to compare with, instead of starting MLflow's
  --python PROGRAM     a Python with MLflow (MLFLOW_PYTHON, else python3)
  --requests COUNT     1 to 100,000 (1000)
  --seed NUMBER        the same seed makes the same requests (1)
TEXT
}

fail() {
  printf '%s\n' "$*" >&2
  exit 2
}

main() {
  local registry=http://127.0.0.1:5000 reference='' python=${MLFLOW_PYTHON:-python3} requests=1000 seed=1
  while [ $# -gt 0 ]; do
    case $1 in
      -h | --help) usage && exit ;;
      --registry | --reference | --python | --requests | --seed)
        [ $# -ge 2 ] || fail "$1 needs a value"
        printf -v "${1#--}" '%s' "$2"
        shift 2
        ;;
      *) usage >&2 && exit 2 ;;
    esac
  done
  [[ $requests =~ ^[1-9][0-9]{0,4}$|^100000$ ]] || fail "--requests must be 1 to 100000, not $requests"
  [[ $seed =~ ^[0-9]{1,9}$ ]] || fail "--seed must be a number, not $seed"
  command -v "$python" >/dev/null || fail "There is no program $python; name a Python with --python."
  if [ -z "$reference" ]; then
    start_mlflow "$python"
  fi
  "$python" "$ROOT/scripts/lib/compare_mlflow.py" "$registry" "$reference" "$requests" "$seed"
}

# Sets the variable reference of main.
start_mlflow() {
  local python=$1 port
  "$python" -c 'import mlflow.server' 2>/dev/null ||
    fail "$python has no MLflow: install it, name another with --python, or give a server with --reference."
  STATE=$(mktemp -d)
  trap stop_mlflow EXIT
  port=$("$python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
  (cd "$STATE" && exec "$python" -m mlflow server --host 127.0.0.1 --port "$port" \
    --backend-store-uri sqlite:///mlflow.db --default-artifact-root mlflow-artifacts:/ \
    --artifacts-destination "$STATE/artifacts" --workers 1) >"$STATE/log" 2>&1 &
  MLFLOW=$!
  reference=http://127.0.0.1:$port
  for _ in $(seq 120); do
    "$python" -c "import urllib.request as u; u.urlopen('$reference/health', timeout=2)" 2>/dev/null && return
    kill -0 "$MLFLOW" 2>/dev/null || break
    sleep 1
  done
  tail -n 20 "$STATE/log" >&2
  fail "MLflow's server did not start."
}

stop_mlflow() {
  kill "$MLFLOW" 2>/dev/null || true
  wait "$MLFLOW" 2>/dev/null || true
  rm -rf "$STATE"
}

main "$@"
