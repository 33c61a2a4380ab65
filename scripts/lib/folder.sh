# shellcheck shell=bash
# The folders that a stack writes to. A mark says that a stack made a folder; reset-stack.sh empties marked ones only.

STACK_MARK=.drivetrain-stack
MODELS_MARK=.drivetrain-models

# Makes the folders, and marks those that are new or empty. The state holds passwords and data: it is for its owner only.
prepare_folders() {
  require_writable DRIVETRAIN_HOME "$DRIVETRAIN_HOME"
  require_writable DRIVETRAIN_MODELS "$DRIVETRAIN_MODELS"
  mark_folder "$DRIVETRAIN_HOME" "$STACK_MARK" ||
    fail "DRIVETRAIN_HOME is $DRIVETRAIN_HOME, which holds files that are not a stack's: set it to an empty folder"
  chmod 700 "$DRIVETRAIN_HOME"
  mkdir -p "$DRIVETRAIN_HOME/app" "$DRIVETRAIN_HOME/logs" "$DRIVETRAIN_HOME/run"
  mark_folder "$DRIVETRAIN_MODELS" "$MODELS_MARK" || true # a store that is older than the stack is used, never emptied
}

# Makes a folder, or says why not.
require_writable() {
  local name=$1 folder=$2
  mkdir -p "$folder" 2>/dev/null ||
    fail "cannot make the folder $folder: set $name to one that $(user_name) may write to"
  if [ "$name" = DRIVETRAIN_HOME ] && ! [ -O "$folder" ]; then
    fail "$folder belongs to another user: start the stack as that user, or set $name to a folder of $(user_name)"
  fi
  if ! [ -w "$folder" ] || ! [ -x "$folder" ]; then
    fail "$(user_name) may not write to $folder: set $name to another folder"
  fi
}

mark_folder() {
  local folder=$1 mark=$2
  mkdir -p "$folder"
  [ -f "$folder/$mark" ] && return
  [ -z "$(ls -A "$folder")" ] || return 1
  printf 'Drivetrain writes here. scripts/reset-stack.sh empties this folder.\n' >"$folder/$mark"
}

is_marked() {
  [ -f "$1/$2" ]
}
