#!/bin/sh
# A full disk stops the run with a clear word; once there is room, the next run ends with the same bytes
# as one that never was short of it. Needs a small file system of its own, so it is passed over where
# mounting one is not allowed.
. "$(dirname "$0")/common.sh"
mkdir "$scratch/small"
if ! mount -t tmpfs -o size=1500k tmpfs "$scratch/small" 2>/dev/null; then
    echo "disk-full: passed over, no file system may be mounted here"
    exit 0
fi
trap 'umount "$scratch/small"; rm -rf "$scratch"' EXIT
for w in "$scratch/small/office" "$scratch/ample"; do
    expect_status 0 "$YINFA" init "$w"
    cp samples/targets-2024/*.xml "$w/inbox/"
done
expect_status 3 "$YINFA" run -q -w "$scratch/small/office" targets year=2024
grep -qE '磁盘|space' "$scratch/err" || { cat "$scratch/err"; fail "it is not said that the disk is full"; }
mount -o remount,size=60m "$scratch/small"
expect_status 1 "$YINFA" run -q -w "$scratch/small/office" targets year=2024
expect_status 1 "$YINFA" run -q -w "$scratch/ample" targets year=2024
for w in "$scratch/small/office" "$scratch/ample"; do
    (cd "$w/published" && sha256sum *.pdf *.csv)
    sql "$w" "SELECT kind, sender, file, state FROM submission ORDER BY kind, sender, file"
done >"$scratch/both"
half=$(($(wc -l <"$scratch/both") / 2))
head -n "$half" "$scratch/both" >"$scratch/one"
tail -n "$half" "$scratch/both" | cmp - "$scratch/one"
echo "disk-full: stopped, resumed, the same bytes"
