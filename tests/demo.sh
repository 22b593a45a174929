#!/bin/sh
# What `make run` does: a workspace, the sample submissions in its inbox, the job `targets`, one official
# document, published and measured; at the end, where they lie and what was returned, and why. Some
# submissions are wrong on purpose: yinfa then ends with 1 (findings), which is success here.
set -eu
cd "$(dirname "$0")/.."
yinfa=$1
workspace=$2
[ -d "$workspace" ] || "$yinfa" init "$workspace"
cp samples/targets-2024/*.xml "$workspace/inbox/"
status=0
"$yinfa" run -w "$workspace" targets year=2024 >"$workspace.log" || status=$?
cat "$workspace.log"
[ "$status" -le 1 ] || exit "$status"
"$yinfa" ingest -q -w "$workspace" samples/documents/notice.xml >"$workspace.document.log" || { cat "$workspace.document.log"; exit 1; }
"$yinfa" publish -q -w "$workspace" official-document document=notice
echo
"$yinfa" check-format -w "$workspace" official-document/document=notice
notice=$workspace/published/official-document-notice-national.pdf
list=$workspace/published/target-list-2024.pdf
[ -s "$notice" ]
[ -s "$list" ]
echo
echo "公文 (an official document, measured above): $notice"
echo "目标清单 (the target list): $list"
echo "退回件 (returned, and why; each with its slip as PDF and XML in $workspace/returned/):"
# A returned file's line, then its findings: everything up to the next file or the totals.
awk '/：已接收|：与已接收|^收件：/ { shown = 0 } /：退回（|仍退回/ { shown = 1 } shown { print "    " $0 }' "$workspace.log"
