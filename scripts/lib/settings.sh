# shellcheck shell=bash
# The settings of a stack: the environment first, then .env of the checkout, then the defaults. Described in .env.example.

# ROOT is the checkout, whatever the current folder is.
ROOT=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

# Reads KEY=VALUE lines; what the environment has already stays. The file is data, not a script: nothing in it runs, and
# $, `, & or spaces in a value are just characters. A value may stand in '...' or "..."; without quotes it ends at " #".
read_env_file() {
  local file=$1 line name value number=0
  [ -f "$file" ] || return 0
  while IFS= read -r line || [ -n "$line" ]; do
    number=$((number + 1))
    line=$(trim "$line")
    case $line in '' | '#'*) continue ;; esac
    line=${line#export }
    name=${line%%=*}
    if [ "$name" = "$line" ] || ! is_variable_name "$name"; then
      fail "$file, line $number: not NAME=value: $line"
    fi
    value=$(unquote "$(trim "${line#*=}")") || fail "$file, line $number: the closing quote of $name is missing"
    if [ -z "${!name+set}" ]; then
      export "$name=$value"
    fi
  done <"$file"
}

is_variable_name() {
  case $1 in '' | [0-9]* | *[!A-Za-z0-9_]*) return 1 ;; esac
}

trim() {
  local text=$1
  text=${text#"${text%%[![:space:]]*}"}
  printf '%s' "${text%"${text##*[![:space:]]}"}"
}

unquote() {
  local text=$1 quote
  case $text in
    \'* | \"*)
      quote=${text%"${text#?}"}
      text=${text#?}
      case $text in *"$quote"*) ;; *) return 1 ;; esac
      printf '%s' "${text%%"$quote"*}"
      ;;
    '#'*) ;;
    *) trim "${text%%[[:space:]]#*}" ;;
  esac
}

# The names of all settings.
setting_names() {
  sed -n 's/^#\([A-Z0-9_]*\)=.*/\1/p' "$ROOT/.env.example"
}

load_settings() {
  read_env_file "${DRIVETRAIN_ENV_FILE:-$ROOT/.env}"
  DRIVETRAIN_HOME=$(absolute_path DRIVETRAIN_HOME "${DRIVETRAIN_HOME:-.stack}")
  DRIVETRAIN_MODELS=$(absolute_path DRIVETRAIN_MODELS "${DRIVETRAIN_MODELS:-models/published}")
  DRIVETRAIN_DATA=$(absolute_path DRIVETRAIN_DATA "${DRIVETRAIN_DATA:-data}")
  DRIVETRAIN_DEFINITIONS=$(absolute_path DRIVETRAIN_DEFINITIONS "${DRIVETRAIN_DEFINITIONS:-pipeline/definitions}")
  DRIVETRAIN_HOST=${DRIVETRAIN_HOST:-127.0.0.1}
  REGISTRY_PORT=${REGISTRY_PORT:-5000}
  PIPELINE_PORT=${PIPELINE_PORT:-8080}
  WEBUI_PORT=${WEBUI_PORT:-8501}
  POSTGRES_PORT=${POSTGRES_PORT:-15432}
  REDIS_PORT=${REDIS_PORT:-16379}
  REGISTRY_HEAP=${REGISTRY_HEAP:-256m}
  PIPELINE_HEAP=${PIPELINE_HEAP:-1g}
  WEBUI_HEAP=${WEBUI_HEAP:-384m}
  START_SECONDS=${START_SECONDS:-180}
  STOP_SECONDS=${STOP_SECONDS:-90}
  AOT_CACHE=${AOT_CACHE:-yes}
  FIRST_PIPELINE=${FIRST_PIPELINE-car_price_predictor_pipeline}
  FIRST_MODEL=${FIRST_MODEL:-car_price_predictor}
  require_ports
  choose_servers
  require_own_folder DRIVETRAIN_HOME "$DRIVETRAIN_HOME"
  require_own_folder DRIVETRAIN_MODELS "$DRIVETRAIN_MODELS"
}

# Relative paths count from the checkout, not from the current folder. Links are resolved as far as the path exists.
absolute_path() {
  local name=$1 path=$2 rest='' last
  case $path in
    *$'\n'* | *'"'*) fail "$name must be a path without quotes and line ends: $path" ;;
    /*) ;;
    *) path=$ROOT/$path ;;
  esac
  while [ ! -d "$path" ] && [ "$path" != / ]; do
    last=${path##*/}
    path=${path%/*}
    path=${path:-/}
    case $last in '' | .) ;; ..) fail "$name: $path/.. does not exist yet, write the path without '..'" ;; *) rest=/$last$rest ;; esac
  done
  (cd "$path" 2>/dev/null) ||
    fail "$(user_name) may not enter $path ($name): it belongs to another user; set $name to another folder"
  path=$(cd -P "$path" && pwd)
  path=${path%/}$rest
  printf '%s' "${path:-/}"
}

# Also where a number has no name, as in a container.
user_name() {
  local name
  name=$(id -un 2>/dev/null) || true
  printf '%s' "${name:-$(id -u)}"
}

require_ports() {
  local name seen=' '
  for name in REGISTRY_PORT PIPELINE_PORT WEBUI_PORT POSTGRES_PORT REDIS_PORT; do
    case ${!name} in
      '' | *[!0-9]* | ??????*) fail "$name must be a port from 1 to 65535, not '${!name}'" ;;
    esac
    if [ "${!name}" -lt 1 ] || [ "${!name}" -gt 65535 ]; then
      fail "$name must be a port from 1 to 65535, not '${!name}'"
    fi
    case $seen in *" ${!name} "*) fail "$name is ${!name}, which another port setting has too: set it to another port" ;; esac
    seen="$seen${!name} "
  done
}

# The scripts write into these folders and reset-stack.sh empties them.
require_own_folder() {
  local name=$1 folder=${2%/} other
  for other in "$ROOT" "${HOME:-/}"; do
    case ${other%/}/ in
      "$folder"/*) fail "$name is '$2': it must be a folder of its own, not one that holds ${other}" ;;
    esac
  done
}

# Servers of the user's own take the place of the embedded ones.
choose_servers() {
  EMBEDDED_POSTGRES=yes
  EMBEDDED_REDIS=yes
  case ${DATABASE_URL:=} in
    '') ;;
    jdbc:postgresql://*) EMBEDDED_POSTGRES=no ;;
    *) fail "DATABASE_URL must begin with jdbc:postgresql:// (empty: the embedded Postgres), not '$DATABASE_URL'" ;;
  esac
  case ${REDIS_URL:=} in
    '') ;;
    redis://* | rediss://*) EMBEDDED_REDIS=no ;;
    *) fail "REDIS_URL must begin with redis:// (empty: the embedded Redis), not '$REDIS_URL'" ;;
  esac
}

# Where this machine reaches what listens on DRIVETRAIN_HOST.
local_address() {
  case $DRIVETRAIN_HOST in
    0.0.0.0 | '::' | localhost) printf 127.0.0.1 ;;
    *) printf '%s' "$DRIVETRAIN_HOST" ;;
  esac
}

# What the applications read besides the settings.
APPLICATION_VARIABLES='DATABASE_OWNER DATABASE_OWNER_PASSWORD REDIS_USER REDIS_PASSWORD MLFLOW_TRACKING_URI PIPELINE_API_URI'

# The environment of an application, as lines of a script: that of this shell, without the secrets of the others.
application_environment() {
  (
    choose_environment "$1"
    declare -px
  )
}

# In a shell of its own: sets and exports what an application needs, and takes away what it must not know.
choose_environment() {
  local name=$1 others='' variable prefix
  # The stack's own registry, even where the shell names another tracking server.
  MLFLOW_TRACKING_URI=http://$(local_address):$REGISTRY_PORT
  PIPELINE_API_URI=http://$(local_address):$PIPELINE_PORT
  DRIVETRAIN_SERVING_URL=${DRIVETRAIN_SERVING_URL-http://$(local_address):$WEBUI_PORT}
  DRIVETRAIN_INGEST_CACHE_FOLDER=${DRIVETRAIN_INGEST_CACHE_FOLDER:-$DRIVETRAIN_HOME/cache}
  DRIVETRAIN_INGEST_SPILL_FOLDER=${DRIVETRAIN_INGEST_SPILL_FOLDER:-$DRIVETRAIN_HOME/tmp/$name}
  export DRIVETRAIN_SERVING_URL DRIVETRAIN_INGEST_CACHE_FOLDER DRIVETRAIN_INGEST_SPILL_FOLDER
  export DRIVETRAIN_HOST DRIVETRAIN_MODELS DRIVETRAIN_DATA DRIVETRAIN_DEFINITIONS
  export REGISTRY_PORT PIPELINE_PORT WEBUI_PORT START_SECONDS MLFLOW_TRACKING_URI PIPELINE_API_URI
  choose_database "$name"
  choose_redis "$name"
  case $name in
    registry) others='QUARKUS_MAILER_ DRIVETRAIN_NOTIFICATION_ DRIVETRAIN_LINEAGE_' ;;
    pipeline) others='REDIS_ DRIVETRAIN_WEBHOOK_' ;;
    webui) others='QUARKUS_MAILER_ DRIVETRAIN_NOTIFICATION_ DRIVETRAIN_LINEAGE_ DRIVETRAIN_WEBHOOK_' ;;
  esac
  # Passwords of containers mean nothing here.
  for variable in $(compgen -e); do
    case $variable in *_DATABASE_PASSWORD | POSTGRES_PASSWORD | *_REDIS_PASSWORD) unset "$variable" ;; esac
    for prefix in $others; do
      case $variable in "$prefix"*) unset "$variable" ;; esac
    done
  done
}

# Each application has a role of its own, and another one for its migrations. Their passwords exist once Postgres runs.
choose_database() {
  local roles=$DRIVETRAIN_HOME/servers/postgres/roles
  if [ "$EMBEDDED_POSTGRES" = yes ]; then
    DATABASE_URL=jdbc:postgresql://127.0.0.1:$POSTGRES_PORT/drivetrain
    DATABASE_USER=$1
    DATABASE_PASSWORD=$(cat "$roles/$1" 2>/dev/null) || DATABASE_PASSWORD=''
    DATABASE_OWNER=$1_owner
    DATABASE_OWNER_PASSWORD=$(cat "$roles/$1_owner" 2>/dev/null) || DATABASE_OWNER_PASSWORD=''
  fi
  DATABASE_USER=${DATABASE_USER:-postgres}
  DATABASE_PASSWORD=${DATABASE_PASSWORD:-}
  if [ -z "${DATABASE_OWNER-}" ]; then
    DATABASE_OWNER=$DATABASE_USER
    DATABASE_OWNER_PASSWORD=$DATABASE_PASSWORD
  fi
  DATABASE_OWNER_PASSWORD=${DATABASE_OWNER_PASSWORD:-}
  export DATABASE_URL DATABASE_USER DATABASE_PASSWORD DATABASE_OWNER DATABASE_OWNER_PASSWORD
}

choose_redis() {
  if [ "$EMBEDDED_REDIS" = yes ]; then
    REDIS_URL=redis://127.0.0.1:$REDIS_PORT
    REDIS_USER=$1
    REDIS_PASSWORD=$(cat "$DRIVETRAIN_HOME/servers/redis/users/$1" 2>/dev/null) || REDIS_PASSWORD=''
  fi
  REDIS_USER=${REDIS_USER:-}
  REDIS_PASSWORD=${REDIS_PASSWORD:-}
  export REDIS_URL REDIS_USER REDIS_PASSWORD
}
