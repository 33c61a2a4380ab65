# shellcheck shell=bash
# One script at a time. A folder is made by one process only, on every system; flock is not everywhere.

# Waits for the lock and holds it until this script ends. A lock whose owner is gone counts for nothing.
#   take_lock FOLDER WHAT
take_lock() {
  local folder=$1 what=$2 owner birth
  mkdir -p "$(dirname "$folder")"
  until mkdir "$folder" 2>/dev/null; do
    owner=$(cat "$folder/pid" 2>/dev/null) || owner=''
    birth=$(cat "$folder/birth" 2>/dev/null) || birth=''
    if [ -n "$birth" ] && [ "$birth" != "$(process_birth "$owner")" ]; then
      # Only one of several waiting scripts succeeds in renaming it.
      mv "$folder" "$folder.stale.$$" 2>/dev/null && rm -rf "$folder.stale.$$"
      continue
    fi
    progress "Waiting for $what (pid ${owner:-unknown})"
    sleep 0.2
  done
  printf '%s' "$$" >"$folder/pid"
  process_birth "$$" >"$folder/birth"
  LOCKS_HELD="${LOCKS_HELD-}$folder"$'\n'
  trap release_locks EXIT
}

release_lock() {
  rm -rf "$1"
  LOCKS_HELD=${LOCKS_HELD/"$1"$'\n'/}
}

release_locks() {
  local folder
  while IFS= read -r folder; do
    if [ -n "$folder" ]; then rm -rf "$folder"; fi
  done <<<"${LOCKS_HELD-}"
}
