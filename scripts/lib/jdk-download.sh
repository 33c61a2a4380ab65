# shellcheck shell=bash
# Downloads Eclipse Temurin into the state folder and checks it.

# What Adoptium's API says about the newest build: its address and its SHA-256. {os} and {arch} are replaced.
TEMURIN_URL_DEFAULT="https://api.adoptium.net/v3/assets/latest/$JDK_RELEASE/hotspot?os={os}&architecture={arch}&image_type=jdk&vendor=eclipse"

# Prints the folder of the JDK.
download_jdk() {
  local about archive link sha256 folder=$DRIVETRAIN_HOME/jdk
  mkdir -p "$folder"
  about=$(temurin_url)
  say "No JDK $JDK_RELEASE on this machine: asking $about" >&2
  fetch "$about" "$folder/about.json" || explain_missing_jdk "could not reach $about"
  link=$(package_field link "$folder/about.json")
  sha256=${TEMURIN_SHA256:-$(package_field checksum "$folder/about.json")}
  if [ -z "$link" ] || [ -z "$sha256" ]; then
    explain_missing_jdk "found no address and checksum in the answer of $about"
  fi
  archive=$folder/${link##*/}
  if ! [ -f "$archive" ]; then
    say "Downloading $link" >&2
    fetch "$link" "$archive.part" resume || explain_missing_jdk "could not download $link"
    mv "$archive.part" "$archive"
  fi
  if [ "$(sha256_of "$archive")" != "$sha256" ]; then
    rm -f "$archive"
    explain_missing_jdk "got a file from $link that does not have the SHA-256 $sha256; it was removed"
  fi
  unpack_jdk "$archive" "$folder"
}

temurin_url() {
  local url=${TEMURIN_URL:-$TEMURIN_URL_DEFAULT} os arch
  case $(uname -s) in Darwin) os=mac ;; *) os=linux ;; esac
  case $(uname -m) in arm64 | aarch64) arch=aarch64 ;; *) arch=x64 ;; esac
  url=${url//\{os\}/$os}
  printf '%s' "${url//\{arch\}/$arch}"
}

# A field of "package": {...}; beside it the answer may describe an "installer" with fields of the same names.
package_field() {
  tr -d '\n\r' <"$2" | sed -n 's/.*"package"[[:space:]]*:[[:space:]]*{\([^}]*\)}.*/\1/p' |
    sed -n 's/.*"'"$1"'"[[:space:]]*:[[:space:]]*"\([^"]*\)".*/\1/p'
}

#   fetch URL FILE [resume]
fetch() {
  local url=$1 file=$2
  if [ "${3-}" != resume ]; then rm -f "$file"; fi
  if command -v curl >/dev/null; then
    if [ -s "$file" ] && curl -fsSL --connect-timeout 20 -C - -o "$file" "$url"; then return; fi
    rm -f "$file" # a server that cannot resume, or another file by now
    curl -fsSL --connect-timeout 20 -o "$file" "$url"
  elif command -v wget >/dev/null; then
    wget -q --timeout=20 --tries=2 -c -O "$file" "$url"
  else
    say "Neither curl nor wget is installed." >&2
    return 1
  fi
}

# A start that is killed while it unpacks leaves no JDK that looks whole.
unpack_jdk() {
  local archive=$1 folder=$2 name home
  name=${archive##*/}
  home=$folder/temurin-${name%.tar.gz}
  rm -rf "$folder/unfinished" "$home"
  mkdir "$folder/unfinished"
  if ! tar -xzf "$archive" -C "$folder/unfinished"; then
    explain_missing_jdk "could not unpack $archive"
  fi
  mv "$folder/unfinished"/* "$home"
  rm -rf "$folder/unfinished" "$archive" "$folder/about.json"
  if is_jdk "$home/Contents/Home"; then home=$home/Contents/Home; fi
  is_jdk "$home" || explain_missing_jdk "unpacked $name, which is not a JDK $JDK_RELEASE or newer"
  say "Unpacked $home" >&2
  printf '%s' "$home"
}

explain_missing_jdk() {
  say "Looked for a JDK $JDK_RELEASE or newer in JAVA_HOME (${JAVA_HOME:-not set}), on the PATH, in /usr/lib/jvm, /usr/java," \
    "/opt/java, /opt/jdk*, the Java folders of macOS and Homebrew, ~/.sdkman, ~/.jdks and $DRIVETRAIN_HOME/jdk." >&2
  fail "no JDK $JDK_RELEASE: $1. Install one (https://adoptium.net, or your system's packages) and set JAVA_HOME, or set TEMURIN_URL"
}
