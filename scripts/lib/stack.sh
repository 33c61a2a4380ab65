# shellcheck shell=bash
# Everything that the scripts of a stack stand on.
for snippet in say settings process port http lock folder checksum jdk jdk-download service build start stop table; do
  # shellcheck source=/dev/null
  . "$(dirname "${BASH_SOURCE[0]}")/$snippet.sh"
done
unset snippet

# A JVM reads names of files in the character set of the locale; without one (cron, containers) an accent in the path of
# a checkout would be lost. macOS always has UTF-8.
if [ "$(uname)" != Darwin ] && [ "$(locale charmap 2>/dev/null)" != UTF-8 ]; then
  if locale -a 2>/dev/null | grep -qi '^C\.utf-\?8$'; then export LC_ALL=C.UTF-8; fi
fi
