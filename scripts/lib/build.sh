# shellcheck shell=bash
# Builds of the applications. A build is named by the SHA-256 of its sources and lives in $DRIVETRAIN_HOME/app/<id>: the
# same sources are built once, and nothing ever runs from target/, which the next build overwrites (a JVM whose jars
# change under it hangs and does not even end on SIGTERM).

# Every file that has a part in the applications: no tests, and nothing that Vaadin generates among the sources.
source_files() {
  find pom.xml mvnw .mvn -type f
  find services models registry pipeline webui \
    \( -name target -o -name test -o -path webui/src/main/frontend -o -path webui/src/main/bundles \) -prune \
    -o -type f \( -name pom.xml -o -path '*/src/main/*' \) -print
}

build_id() {
  (
    cd "$ROOT" || exit
    source_files | LC_ALL=C sort | tr '\n' '\0' | xargs -0 "${SHA256[@]}"
  ) | "${SHA256[@]}" | cut -c 1-12
}

build_folder() {
  printf '%s/app/%s' "$DRIVETRAIN_HOME" "$1"
}

require_writable_checkout() {
  [ -w "$ROOT" ] || fail "$ROOT is read-only for $(user_name), and a build writes there: build it as its owner (./mvnw -DskipTests package), then run scripts/start-stack.sh --no-build"
}

# Runs Maven, and copies what it made. Two stacks of one checkout share target/: one builds at a time.
build_applications() {
  local id=$1 log=$DRIVETRAIN_HOME/logs/build.log
  take_lock "$ROOT/.stack-build.lock" "another build of this checkout"
  (cd "$ROOT" && exec ./mvnw -B -ntp -T1C -DskipTests -pl services/embedded,registry/server,pipeline/server,webui -am package) \
    </dev/null >"$log" 2>&1 &
  # The build goes on when this script is killed, and another one must not build beside it.
  BUILDING=$!
  name_lock "$ROOT/.stack-build.lock" "$BUILDING"
  while kill -0 "$BUILDING" 2>/dev/null; do
    progress "Building: $(sed -n 's/^\[INFO\] Building \(Drivetrain.*\)$/\1/p' "$log" | tail -n 1)"
    sleep 0.3
  done
  if ! wait "$BUILDING"; then
    BUILDING=
    show_end_of "$log" 30
    fail "the build failed, see $log"
  fi
  BUILDING=
  copy_build "$id"
  release_lock "$ROOT/.stack-build.lock"
}

# What Maven last left in target/, for a test that has just built it.
provide_build_of_target() {
  local name
  for name in $APPLICATIONS; do
    [ -f "$ROOT/$(application_module "$name")/target/quarkus-app/quarkus-run.jar" ] ||
      fail "$name is not built: run scripts/start-stack.sh without --no-build"
  done
  BUILD=target-$(target_id)
  if ! [ -d "$(build_folder "$BUILD")" ]; then copy_build "$BUILD"; fi
}

target_id() {
  local name
  for name in $APPLICATIONS; do
    find "$ROOT/$(application_module "$name")/target/quarkus-app" -type f -exec cksum {} +
  done | LC_ALL=C sort | "${SHA256[@]}" | cut -c 1-12
}

# Under another name until it is complete.
copy_build() {
  local folder unfinished name
  folder=$(build_folder "$1")
  unfinished=$folder.unfinished
  rm -rf "$unfinished"
  mkdir -p "$unfinished/servers"
  cp -R "$ROOT/services/embedded/target/lib" "$unfinished/servers/lib"
  cp "$ROOT"/services/embedded/target/drivetrain-embedded-*[!s].jar "$unfinished/servers/lib/"
  for name in $APPLICATIONS; do
    cp -R "$ROOT/$(application_module "$name")/target/quarkus-app" "$unfinished/$name"
  done
  mv "$unfinished" "$folder"
}

# Copies that no process of this stack runs from.
remove_old_builds() {
  local folder name used=" $1 "
  for name in supervisor $APPLICATIONS; do
    if is_running "$name"; then used="$used$(recorded_fact "$name" build) "; fi
  done
  for folder in "$DRIVETRAIN_HOME"/app/*; do
    case $used in
      *" ${folder##*/} "*) ;;
      *) rm -rf "$folder" ;;
    esac
  done
}

# A JVM that starts for the first time from a build records what it loads and compiles, and writes it down when it ends
# (10-15 s, about 110 MB). Later starts map that file, which halves their time. It fits one build and one JDK, so it
# stands in the build's folder under the JDK's version. A missing or unfitting one only costs time.
aot_option() {
  local name=$1 folder=$2/aot jdk cache
  jdk=$(sed -n 's/^JAVA_RUNTIME_VERSION="\(.*\)"/\1/p' "$JAVA_HOME/release" | tr -c 'A-Za-z0-9.\n' _)
  cache=$folder/$name-$jdk.aot
  mkdir -p "$folder"
  if [ "$AOT_CACHE" = no ]; then
    printf -- '-XX:AOTMode=off'
    return
  fi
  if ! [ -s "$cache" ]; then choose_aot_cache "$name" "$2" "$cache"; fi
  if [ -s "$cache" ]; then
    printf -- '-XX:AOTCache=%s' "$cache"
  else
    printf -- '-XX:AOTCacheOutput=%s.%s' "$cache" "$(date +%s)"
  fi
}

# Each recording has a name of its own: the process that writes it may still be at it, or was killed in the middle, when
# the next one starts. The first that the JVM accepts is the one.
choose_aot_cache() {
  local name=$1 folder=$2 cache=$3 recording
  for recording in "$cache".[0-9]*; do
    if [ -s "$recording" ] && is_aot_cache "$recording" "$folder/$name/quarkus-run.jar"; then
      mv -f "$recording" "$cache"
    fi
    rm -f "$recording"
  done
}

is_aot_cache() {
  "$JAVA_HOME/bin/java" --dry-run -XX:AOTMode=on "-XX:AOTCache=$1" -XX:+UseCompactObjectHeaders \
    --enable-native-access=ALL-UNNAMED -jar "$2" >/dev/null 2>&1
}
