# shellcheck shell=bash
# The folders that a stack writes to. A mark says that a stack made a folder; reset-stack.sh empties marked ones only.

STACK_MARK=.drivetrain-stack
MODELS_MARK=.drivetrain-models

# Makes the folders, and marks those that are new or empty.
prepare_folders() {
  mark_folder "$DRIVETRAIN_HOME" "$STACK_MARK" ||
    fail "DRIVETRAIN_HOME is $DRIVETRAIN_HOME, which holds files that are not a stack's: set it to an empty folder"
  mkdir -p "$DRIVETRAIN_HOME/app" "$DRIVETRAIN_HOME/logs" "$DRIVETRAIN_HOME/run"
  mark_folder "$DRIVETRAIN_MODELS" "$MODELS_MARK" || true # a store that is older than the stack is used, never emptied
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
