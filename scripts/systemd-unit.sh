#!/usr/bin/env bash
# Prints a systemd unit that starts the stack with the machine.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib/stack.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib/stack.sh"

usage() {
  cat <<'TEXT'
usage: scripts/systemd-unit.sh [--system]

Prints a unit for the stack of these settings; nothing needs it, the supervisor of the stack starts again what ends.
With the unit the stack also comes back after a reboot, and the supervisor itself is started again.

  for one user, without root:
    scripts/systemd-unit.sh >~/.config/systemd/user/drivetrain.service
    systemctl --user enable --now drivetrain && loginctl enable-linger

  --system     for the whole machine, with the rights of the user who runs this script:
    scripts/systemd-unit.sh --system | sudo tee /etc/systemd/system/drivetrain.service
    sudo systemctl enable --now drivetrain

The unit reads the settings of .env (or DRIVETRAIN_ENV_FILE), not those of a shell: put all of them there.
TEXT
}

# A text for systemd: \ and " are escaped, % begins a specifier there.
quoted() {
  local text=${1//\\/\\\\}
  text=${text//\"/\\\"}
  text=${text//%/%%}
  printf '"%s"' "${text//\$/\$\$}"
}

print_unit() {
  local system=$1 settings=${DRIVETRAIN_ENV_FILE:-$ROOT/.env}
  cat <<TEXT
# Made by scripts/systemd-unit.sh.
[Unit]
Description=Drivetrain in ${DRIVETRAIN_HOME//%/%%}
After=network-online.target
Wants=network-online.target

[Service]
Type=forking
# The supervisor; when it ends by itself, systemd ends the rest in order and starts the stack again.
PIDFile=${DRIVETRAIN_HOME//%/%%}/run/supervisor.pid
ExecStart=$(quoted "$ROOT/scripts/start-stack.sh")
ExecStop=$(quoted "$ROOT/scripts/stop-stack.sh")
Environment=$(quoted "DRIVETRAIN_ENV_FILE=$settings")
Environment=$(quoted "JAVA_HOME=${JAVA_HOME-}")
Restart=on-failure
RestartSec=5
# A first start builds, and a first stop writes start-up caches: both know their own limits.
TimeoutStartSec=infinity
TimeoutStopSec=15min
KillMode=mixed
UMask=0077
TEXT
  if [ "$system" = yes ]; then
    printf 'User=%s\n\n[Install]\nWantedBy=multi-user.target\n' "$(id -un)"
  else
    printf '\n[Install]\nWantedBy=default.target\n'
  fi
}

system=no
case ${1-} in
  '') ;;
  --system) system=yes ;;
  -h | --help) usage && exit ;;
  *) usage >&2 && exit 2 ;;
esac
load_settings
print_unit "$system"
