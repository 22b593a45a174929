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

right() { # path, digest
    [ -f "$1" ] && [ "$(sha256sum "$1" | cut -d' ' -f1)" = "$2" ]
}

# Package lists are fetched only if the download fails without; that alone needs root.
update() {
    echo "  APT update"
    if [ "$(id -u)" = 0 ]; then
        apt-get update -qq >/dev/null
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        sudo -n apt-get update -qq >/dev/null
    else
        echo "取不到字体的软件包，请先运行 (a font package cannot be downloaded, please run):" >&2
        echo "    sudo apt-get update" >&2
        exit 3
    fi
}

download() { # package
    (cd "$scratch" && apt-get download "$1" >/dev/null 2>&1) && return
    update
    (cd "$scratch" && apt-get download "$1" >/dev/null) && return
    echo "取不到软件包 $1，请检查网络和 APT 软件源 (package $1 cannot be downloaded: check network and APT sources)" >&2
    exit 3
}

while read -r name package path digest; do
    right "files/$name" "$digest" && continue
    if ! ls "$scratch/${package}_"*.deb >/dev/null 2>&1; then
        echo "  GET $package"
        download "$package"
    fi
    dpkg-deb --fsys-tarfile "$scratch/${package}_"*.deb | tar -x -O "./$path" >"$scratch/file"
    right "$scratch/file" "$digest" || {
        echo "软件包 $package 中的 $name 不是 font-set.xml 指明的文件，SHA-256 不符 ($name in package $package is not the file font-set.xml names: SHA-256 differs)" >&2
        exit 3
    }
    cp "$scratch/file" "files/.$name"
    mv "files/.$name" "files/$name" # whole or not at all
done <"$scratch/list"
