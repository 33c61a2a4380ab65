# shellcheck shell=bash
# Everything that the scripts of a stack stand on.
for snippet in say settings process port http lock folder checksum jdk jdk-download service build start stop table; do
  # shellcheck source=/dev/null
  . "$(dirname "${BASH_SOURCE[0]}")/$snippet.sh"
done
unset snippet
