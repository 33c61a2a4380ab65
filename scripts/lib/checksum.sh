# shellcheck shell=bash
# SHA-256 with the program that this system has.

if command -v sha256sum >/dev/null; then
  SHA256=(sha256sum)
else
  SHA256=(shasum -a 256)
fi

sha256_of() {
  "${SHA256[@]}" <"$1" | cut -d ' ' -f 1
}
