# shellcheck shell=bash
# Just enough HTTP for health checks, without curl: bash opens the connection itself.

CARRIAGE_RETURN=$'\r'

# The status of a GET, such as 200; 000 when there is no answer within some seconds.
#   http_status ADDRESS PORT PATH
http_status() {
  local status
  status=$(
    exec 2>/dev/null 3<>"/dev/tcp/$1/$2" || exit 0
    http_request "$@" >&3
    IFS=' ' read -r -t 5 _ code _ <&3 && printf '%s' "$code"
  ) || true
  printf '%s' "${status:-000}"
}

# The body of the answer to a GET, whatever its status is.
http_body() {
  (
    exec 2>/dev/null 3<>"/dev/tcp/$1/$2" || exit 0
    http_request "$@" >&3
    while IFS= read -r -t 5 line <&3 && [ -n "${line%"$CARRIAGE_RETURN"}" ]; do :; done
    while IFS= read -r -t 5 line <&3 || [ -n "$line" ]; do printf '%s\n' "$line"; done
  ) || true
}

# Of HTTP/1.0, so that the body comes in one piece and the connection ends with it.
http_request() {
  printf 'GET %s HTTP/1.0\r\nHost: %s:%s\r\n\r\n' "$3" "$1" "$2"
}

# Also when it asks for a password first.
redis_answers() {
  local answer
  answer=$(
    exec 2>/dev/null 3<>"/dev/tcp/$1/$2" || exit 0
    printf 'PING\r\n' >&3
    IFS= read -r -t 5 line <&3 && printf '%s' "$line"
  ) || true
  case $answer in +PONG* | -NOAUTH*) ;; *) return 1 ;; esac
}
