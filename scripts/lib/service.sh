# shellcheck shell=bash
# The processes of a stack: "servers" (the launcher of the embedded Postgres and Redis) and the three applications.

APPLICATIONS='registry pipeline webui'

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
    servers) printf 'Postgres or Redis does not answer' ;;
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
