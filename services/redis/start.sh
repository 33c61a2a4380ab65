#!/bin/sh
# Redis in a container: who may do what, with the passwords of the environment, of any characters. The rules are those of
# RedisUsers.java.
set -eu
hash_of() {
  printf '%s' "$1" | sha256sum | cut -d ' ' -f 1
}

MAY_CONNECT='+@connection -client|kill -client|list -client|pause -client|unpause -client|no-evict'
umask 077
cat >/data/users.acl <<TEXT
user default off resetpass -@all
user registry on #$(hash_of "$REGISTRY_REDIS_PASSWORD") resetkeys ~drivetrain:* resetchannels -@all $MAY_CONNECT +del +unlink
user webui on #$(hash_of "$WEBUI_REDIS_PASSWORD") resetkeys ~drivetrain:* resetchannels -@all $MAY_CONNECT +@read +@write +eval +evalsha -@dangerous
TEXT
unset REGISTRY_REDIS_PASSWORD WEBUI_REDIS_PASSWORD
exec redis-server /etc/redis/redis.conf --maxmemory "$REDIS_MAXMEMORY" --aclfile /data/users.acl
