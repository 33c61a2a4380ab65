# shellcheck shell=bash
# Finds a JDK 25 or newer, or downloads one.

JDK_RELEASE=25

# Sets and exports JAVA_HOME.
require_jdk() {
  local home
  home=$(find_jdk) || home=$(download_jdk)
  [ -n "$home" ] || exit 1
  JAVA_HOME=$home
  export JAVA_HOME
}

find_jdk() {
  local home
  while IFS= read -r home; do
    if is_jdk "$home"; then
      printf '%s' "$home"
      return
    fi
  done <<<"$(jdk_places)"
  return 1
}

# Candidates, one on a line: JAVA_HOME, the PATH, the usual places of Linux, macOS and SDKMAN, and our own download.
jdk_places() {
  local java
  printf '%s\n' "${JAVA_HOME-}"
  java=$(command -v java) && home_of_program "$java"
  printf '%s\n' \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "${SDKMAN_DIR:-${HOME-}/.sdkman}"/candidates/java/* "${HOME-}"/.jdks/* \
    "$DRIVETRAIN_HOME"/jdk/temurin-* "$DRIVETRAIN_HOME"/jdk/temurin-*/Contents/Home
}

# /usr/bin/java is a link to a link to the JDK's own.
home_of_program() {
  local program=$1 target
  while target=$(readlink "$program"); do
    case $target in
      /*) program=$target ;;
      *) program=${program%/*}/$target ;;
    esac
  done
  (cd -P "${program%/*}/.." 2>/dev/null && pwd) || true
}

# With the compiler, not a JRE; every JDK says its version in the file "release".
is_jdk() {
  local version
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)
  [ "${version:-0}" -ge "$JDK_RELEASE" ]
}
