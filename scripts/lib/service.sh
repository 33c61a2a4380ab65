# shellcheck shell=bash
# The processes of a stack: the supervisor, the embedded Postgres and Redis, and the three applications. A stack of an
# earlier release has "servers", the launcher of Postgres and Redis, in the place of the supervisor.

APPLICATIONS='registry pipeline webui'
SERVICES="postgres redis $APPLICATIONS"

application_module() {
  case $1 in
    registry | pipeline) printf '%s/server' "$1" ;;
    *) printf '%s' "$1" ;;
  esac
}

port_variable() {
  case $1 in
    registry) printf REGISTRY_PORT ;;
    pipeline) printf PIPELINE_PORT ;;
    webui) printf WEBUI_PORT ;;
    postgres) printf POSTGRES_PORT ;;
    redis) printf REDIS_PORT ;;
  esac
}

port_of() {
  local variable
  variable=$(port_variable "$1")
  printf '%s' "${!variable}"
}

# Services with a higher number use those with a lower one, and are stopped before them.
order_of() {
  case $1 in
    postgres) printf 1 ;;
    redis) printf 2 ;;
    registry) printf 3 ;;
    pipeline) printf 4 ;;
    webui) printf 5 ;;
  esac
}

# Where this machine reaches it.
address_of() {
  case $1 in
    postgres | redis) printf 127.0.0.1 ;;
    *) local_address ;;
  esac
}

heap_of() {
  case $1 in
    registry) printf '%s' "$REGISTRY_HEAP" ;;
    pipeline) printf '%s' "$PIPELINE_HEAP" ;;
    webui) printf '%s' "$WEBUI_HEAP" ;;
  esac
}

log_of() {
  case $1 in
    postgres | redis) printf '%s/servers/%s/%s.log' "$DRIVETRAIN_HOME" "$1" "$1" ;;
    *) printf '%s/logs/%s.log' "$DRIVETRAIN_HOME" "$1" ;;
  esac
}

# For people; the applications have pages there.
url_of() {
  case $1 in
    postgres) printf '%s' "${DATABASE_URL:-jdbc:postgresql://127.0.0.1:$POSTGRES_PORT/drivetrain}" ;;
    redis) printf '%s' "${REDIS_URL:-redis://127.0.0.1:$REDIS_PORT}" ;;
    *) printf 'http://%s:%s' "$(local_address | sed 's/^127\.0\.0\.1$/localhost/')" "$(port_of "$1")" ;;
  esac
}

is_ready() {
  case $1 in
    postgres) is_listening 127.0.0.1 "$POSTGRES_PORT" ;;
    redis) redis_answers 127.0.0.1 "$REDIS_PORT" ;;
    *) [ "$(readiness_status "$1")" = 200 ] ;;
  esac
}

readiness_status() {
  http_status "$(local_address)" "$(port_of "$1")" /health/ready
}

# In words, why a service that lives is not ready.
readiness_of() {
  case $1 in
    postgres | redis) printf 'it does not answer' ;;
    *)
      printf '%s/health/ready answers %s %s' "$(url_of "$1")" "$(readiness_status "$1" | sed 's/000/nothing/')" \
        "$(http_body "$(local_address)" "$(port_of "$1")" /health/ready | tr -s ' \r\n' ' ')"
      ;;
  esac
}

uses_embedded() {
  case $1 in
    postgres) [ "$EMBEDDED_POSTGRES" = yes ] ;;
    redis) [ "$EMBEDDED_REDIS" = yes ] ;;
  esac
}

# What the supervisor is asked for.
wish_of() {
  printf '%s/run/%s.start' "$DRIVETRAIN_HOME" "$1"
}

wished_fact() {
  sed -n "s/^#fact $2=//p" "$(wish_of "$1")" 2>/dev/null || true
}

is_wanted() {
  case $1 in
    postgres | redis) uses_embedded "$1" ;;
  esac
}

# Empty when it does not run.
service_pid() {
  case $1 in
    postgres | redis) embedded_pid "$1" ;;
    *) if is_running "$1"; then recorded_pid "$1"; fi ;;
  esac
}

# The port that an embedded server was started with.
embedded_port() {
  case $1 in
    postgres) sed -n 4p "$DRIVETRAIN_HOME/servers/postgres/data/postmaster.pid" ;;
    redis) sed -n 's/^port //p' "$DRIVETRAIN_HOME/servers/redis/redis.conf" ;;
  esac
}

# The pid of an embedded server, from its own pid file, if it runs from this stack's folder.
embedded_pid() {
  local file pid
  case $1 in
    postgres) file=$DRIVETRAIN_HOME/servers/postgres/data/postmaster.pid ;;
    redis) file=$DRIVETRAIN_HOME/servers/redis/redis.pid ;;
  esac
  pid=$(head -n 1 "$file" 2>/dev/null) || return 0
  case $(process_command_line "$pid") in
    *"$DRIVETRAIN_HOME/servers/"*) printf '%s' "$pid" ;;
  esac
}
