#!/bin/sh
# What `make run` does: a fresh workspace, the sample submissions in its inbox, the job `targets`.
# Some submissions are wrong on purpose: yinfa then ends with 1 (findings), which is success here.
set -eu
cd "$(dirname "$0")/.."
yinfa=$1
workspace=$2
[ -d "$workspace" ] || "$yinfa" init "$workspace"
cp samples/targets-2024/*.xml "$workspace/inbox/"
status=0
"$yinfa" run -w "$workspace" targets year=2024 || status=$?
[ "$status" -le 1 ] || exit "$status"
echo
echo "目标清单 (the target list): $workspace/published/target-list-2024.pdf"
echo "退回件及退回单 (what was returned, with its slip): $workspace/returned/"
for slip in "$workspace"/returned/*/slip.pdf; do
    [ -f "$slip" ] && echo "    $slip"
done
exit 0
