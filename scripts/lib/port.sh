# shellcheck shell=bash
# TCP ports: does somebody listen, and who.

is_listening() {
  (exec 3<>"/dev/tcp/$1/$2") 2>/dev/null
}

# "name (pid)" of the process that listens on a port, as far as this user may know it.
port_holder() {
  local port=$1 pid=''
  if [ -r /proc/net/tcp ]; then
    pid=$(pid_of_socket "$(listening_socket "$port")")
  elif command -v lsof >/dev/null; then
    pid=$(lsof -nP -iTCP:"$port" -sTCP:LISTEN -t 2>/dev/null | head -n 1)
  fi
  if [ -z "$pid" ]; then
    printf 'a process that this user may not see'
    return
  fi
  printf '%s (pid %s)' "$(program_of "$pid")" "$pid"
}

program_of() {
  local line
  line=$(process_command_line "$1")
  set -f
  # shellcheck disable=SC2086
  set -- $line
  set +f
  printf '%s' "${1:-unknown}"
}

# The inode of the socket that listens on a port (state 0A), from Linux' own tables: ss and lsof may be absent.
listening_socket() {
  local hex table
  hex=$(printf ':%04X' "$1")
  for table in /proc/net/tcp /proc/net/tcp6; do
    [ -r "$table" ] || continue
    while read -r _ address _ state _ _ _ _ _ inode _; do
      case $address/$state in
        *"$hex"/0A)
          printf '%s' "$inode"
          return
          ;;
      esac
    done <"$table"
  done
}

pid_of_socket() {
  [ -n "$1" ] || return 0
  # shellcheck disable=SC2012 # one ls instead of a readlink for each of thousands of files
  ls -l /proc/[0-9]*/fd 2>/dev/null | awk -v socket="socket:[$1]" '
    /^\/proc\// { split($0, path, "/"); pid = path[3] }
    $NF == socket { print pid; exit }'
}

# One line when somebody else holds a port that the stack is about to use.
require_free_port() {
  local variable=$1 address=$2 hint=''
  is_listening "$address" "${!variable}" || return 0
  if [ "$(uname)" = Darwin ] && [ "${!variable}" = 5000 ]; then
    hint=" (macOS' AirPlay Receiver uses 5000)"
  fi
  fail "port ${!variable} is taken by $(port_holder "${!variable}"): set $variable to a free port$hint"
}
