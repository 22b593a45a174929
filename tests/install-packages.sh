#!/bin/sh
# Installs the Debian packages named as arguments that are missing; called by the Makefile. Without
# root and without sudo it prints the exact line to run and ends with 3.
set -eu
missing=
for package in "$@"; do
    status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$status" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

as_root=
if [ "$(id -u)" != 0 ]; then
    if command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        as_root=sudo
    else
        echo "缺少软件包，请先运行 (missing packages, please run):" >&2
        echo "    sudo apt-get install --no-install-recommends$missing" >&2
        exit 3
    fi
fi
echo "  APT$missing"
export DEBIAN_FRONTEND=noninteractive
install() {
    # shellcheck disable=SC2086 # the list is meant to be split
    $as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null
}
install 2>/dev/null || { $as_root apt-get update -qq >/dev/null; install; }
