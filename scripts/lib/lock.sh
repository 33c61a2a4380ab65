# shellcheck shell=bash
# One script at a time. A folder is made by one process only, on every system; flock is not everywhere.

# Waits for the lock and holds it until this script ends. A lock whose owner is gone counts for nothing.
#   take_lock FOLDER WHAT
take_lock() {
  local folder=$1 what=$2 owner birth told='' nameless=0
  mkdir -p "$(dirname "$folder")"
  until mkdir "$folder" 2>/dev/null; do
    if ! [ -d "$folder" ] && ! [ -w "$(dirname "$folder")" ]; then
      fail "cannot write to $(dirname "$folder"): it belongs to another user or is read-only"
    fi
    owner=$(cat "$folder/pid" 2>/dev/null) || owner=''
    birth=$(cat "$folder/birth" 2>/dev/null) || birth=''
    # Its owner was killed before it wrote its name, or is just about to.
    if [ -z "$birth" ]; then nameless=$((nameless + 1)); else nameless=0; fi
    if [ $nameless -gt "${NAMELESS_LOOKS:-25}" ] || { [ -n "$birth" ] && [ "$birth" != "$(process_birth "$owner")" ]; }; then
      # Only one of several waiting scripts succeeds in renaming it.
      mv "$folder" "$folder.stale.$$" 2>/dev/null && rm -rf "$folder.stale.$$"
      continue
    fi
    if [ -z "$told" ]; then say "Waiting for $what (pid ${owner:-unknown})"; fi
    told=yes
    sleep 0.2
  done
  name_lock "$folder" "$$"
  LOCKS_HELD="${LOCKS_HELD-}$folder"$'\n'
  trap release_locks EXIT
}

# The lock counts as long as this process lives.
#   name_lock FOLDER PID
name_lock() {
  printf '%s' "$2" >"$1/pid"
  process_birth "$2" >"$1/birth"
}

release_lock() {
  rm -rf "$1"
  LOCKS_HELD=${LOCKS_HELD/"$1"$'\n'/}
}

release_locks() {
  local folder
  if [ -n "${BUILDING-}" ]; then
    kill -TERM "$BUILDING" 2>/dev/null || true
    wait "$BUILDING" 2>/dev/null || true
  fi
  while IFS= read -r folder; do
    if [ -n "$folder" ]; then rm -rf "$folder"; fi
  done <<<"${LOCKS_HELD-}"
}
