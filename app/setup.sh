# setup.sh
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What app/run and tests/run share: Debian packages, and building as the person who owns the
# sources. Sourced by bash; expects $top, the folder of the repository.

fail() {
  echo "stagecraft: $*" >&2
  exit 1
}

# as_root COMMAND...: as root, through sudo where that takes it.
as_root() {
  if [ "$EUID" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    fail "packages are missing and this is neither root nor is there sudo. As root, run: $*"
  fi
}

# "${person[@]}" COMMAND...: as the person behind sudo, so that no file of root's is left in their
# folder and the program finds their home.
person=()
if [ "$EUID" -eq 0 ] && [ -n "${SUDO_USER-}" ] && [ "$SUDO_USER" != root ]; then
  person=(setpriv --reuid="$SUDO_USER" --regid="$(id -g "$SUDO_USER")" --init-groups
    env -u XDG_RUNTIME_DIR USER="$SUDO_USER" LOGNAME="$SUDO_USER" HOME="$(getent passwd "$SUDO_USER" | cut -d: -f6)")
  if [ -d "/run/user/$(id -u "$SUDO_USER")" ]; then
    person+=(XDG_RUNTIME_DIR="/run/user/$(id -u "$SUDO_USER")")
  fi
fi

# install_missing FILE...: the packages that the files list, those that are not there yet.
install_missing() {
  local wanted missing
  [ -x /usr/bin/dpkg-query ] || fail "this is not Debian: install the likes of the packages in $*"
  mapfile -t wanted < <(grep -hv '^#' "$@")
  mapfile -t missing < <(
    comm -23 <(printf '%s\n' "${wanted[@]}" | sort -u) \
      <(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "${wanted[@]}" 2>/dev/null \
        | sed -n 's/^installed //p' | sort -u))
  [ "${#missing[@]}" -gt 0 ] || return 0

  echo "Installing from Debian: ${missing[*]}"
  local log
  log=$(mktemp -t stagecraft-install.XXXXXX)
  if ! as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=500 -q update \
    </dev/null >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    fail "apt-get update failed; see $log"
  fi
  if ! as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=500 -qy \
    --no-install-recommends install "${missing[@]}" </dev/null >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    fail "apt-get install failed; see $log"
  fi
  rm -f "$log"
}

# build FOLDER "MESON OPTIONS" TARGET...: configures when needed, and builds; silent when there is
# nothing to do. The output is shown when it fails.
build() {
  local folder=$1 options=$2 log
  shift 2
  log=$("${person[@]}" mktemp -t stagecraft-build.XXXXXX)
  if [ ! -f "$folder/build.ninja" ]; then
    echo "Configuring $folder"
    # shellcheck disable=SC2086 # several options
    "${person[@]}" meson setup $options "$folder" "$top" </dev/null >"$log" 2>&1 \
      || { cat "$log" >&2; fail "meson could not configure $folder"; }
  fi
  if ! "${person[@]}" ninja -C "$folder" -n "$@" 2>/dev/null </dev/null | grep -q 'no work to do'; then
    echo "Building $folder"
  fi
  "${person[@]}" ninja -C "$folder" "$@" </dev/null >"$log" 2>&1 \
    || { grep -v '^\[[0-9]*/[0-9]*\] ' "$log" | tail -n 60 >&2; fail "the build failed"; }
  grep -A6 'warning:' "$log" >&2
  rm -f "$log"
}
