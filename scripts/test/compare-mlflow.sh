#!/usr/bin/env bash
# Tests scripts/compare-mlflow.sh with two servers of a few lines in place of registries.
# shellcheck source-path=SCRIPTDIR source=lib/cases.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib/cases.sh"

# A server that answers everything with a status and a body, which it prints its port for.
serve() {
  python3 - "$1" "$2" >"$WORK/port-$3" <<'PYTHON' &
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer

class Always(BaseHTTPRequestHandler):
    def answer(self):
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.send_response(int(sys.argv[1]))
        self.end_headers()
        self.wfile.write(sys.argv[2].encode())

    do_GET = do_POST = do_PATCH = do_DELETE = answer

    def log_message(self, *_):
        pass

server = HTTPServer(("127.0.0.1", 0), Always)
print(server.server_address[1], flush=True)
server.timeout = 30
for _ in range(20):
    server.handle_request()
PYTHON
  while [ ! -s "$WORK/port-$3" ]; do sleep 0.1; done
}

compare() {
  "$CHECKOUT/scripts/compare-mlflow.sh" --python python3 --requests 10 --seed 1 \
    --registry "http://127.0.0.1:$(cat "$WORK/port-a")" --reference "http://127.0.0.1:$(cat "$WORK/port-b")"
}

test_equal_answers_are_no_difference() {
  serve 200 '{"experiment_id": "1"}' a
  serve 200 '{"experiment_id": "2"}' b
  compare >"$WORK/answer"
  grep -q '^10 requests, seed 1: 0 differences' "$WORK/answer"
}

test_another_status_and_another_code_are_named() {
  serve 400 '{"error_code": "BAD_REQUEST", "message": "no"}' a
  serve 404 '{"error_code": "RESOURCE_DOES_NOT_EXIST", "message": "no"}' b
  ! compare >"$WORK/answer" || return 1
  grep -q 'status is 400 here, 404 there' "$WORK/answer"
}

test_a_failure_of_the_reference_is_counted_apart() {
  serve 400 '{"error_code": "BAD_REQUEST", "message": "no"}' a
  serve 500 '{"error_code": "INTERNAL_ERROR", "message": "no"}' b
  compare >"$WORK/answer"
  grep -q '0 differences of 0 kinds; the reference failed 10 times' "$WORK/answer"
}

test_wrong_options_are_refused() {
  ! "$CHECKOUT/scripts/compare-mlflow.sh" --requests none 2>"$WORK/answer" || return 1
  grep -q 'must be 1 to 100000, not none' "$WORK/answer"
}

command -v python3 >/dev/null || {
  echo 'skip  compare-mlflow.sh: there is no python3'
  exit 0
}
run_tests
