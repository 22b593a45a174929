#!/bin/sh
# Fetches the font files that fonts/font-set.xml names: downloads their Debian packages, unpacks only those
# files into fonts/files/, and checks each against its SHA-256. Installs nothing and touches no system
# folder; files that are there and right are kept. Called by the Makefile.
set -eu
cd "$(dirname "$0")"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir -p files

# One line a file: name, package, path in the package, digest.
awk 'BEGIN { RS = "<" }
     /^file / {
         name = package = path = digest = ""
         while (match($0, /[a-z0-9]+="[^"]*"/)) {
             pair = substr($0, RSTART, RLENGTH)
             $0 = substr($0, RSTART + RLENGTH)
             key = substr(pair, 1, index(pair, "=") - 1)
             value = substr(pair, index(pair, "=") + 2, length(pair) - index(pair, "=") - 2)
             if (key == "name") name = value
             if (key == "package") package = value
             if (key == "path") path = value
             if (key == "sha256") digest = value
         }
         print name, package, path, digest
     }' font-set.xml >"$scratch/list"

right() { # name, digest
    [ -f "files/$1" ] && [ "$(sha256sum "files/$1" | cut -d' ' -f1)" = "$2" ]
}

download() { # package
    (cd "$scratch" && apt-get download "$1" >/dev/null 2>&1) && return
    echo "  APT update"
    if [ "$(id -u)" = 0 ]; then apt-get update -qq >/dev/null; else sudo -n apt-get update -qq >/dev/null; fi
    (cd "$scratch" && apt-get download "$1" >/dev/null)
}

while read -r name package path digest; do
    right "$name" "$digest" && continue
    if ! ls "$scratch/${package}_"*.deb >/dev/null 2>&1; then
        echo "  GET $package"
        download "$package"
    fi
    dpkg-deb --fsys-tarfile "$scratch/${package}_"*.deb | tar -x -O "./$path" >"files/$name"
    right "$name" "$digest" || {
        echo "fonts: files/$name is not the file font-set.xml names (SHA-256 differs)" >&2
        rm -f "files/$name"
        exit 1
    }
done <"$scratch/list"
