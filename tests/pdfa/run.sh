#!/bin/sh
# Holds what is written to what it claims: every layout sample that formats, rich.fo, every PDF the job `targets`
# publishes, and of every publication of the examination two, once claiming PDF/A-1b, judged by Apache PDFBox preflight,
# and once claiming PDF/A-2a and PDF/UA-1, judged by check.py; the published ones as 2u too. First the checker itself is tested. Called by `make test-pdfa`
# and `make test`.
set -eu
cd "$(dirname "$0")/../.."
yinfa=${BUILD:-build}/yinfa
tests=tests/pdfa
work=$(mktemp -d)
trap 'chmod -R u+rwX "$work"; rm -rf "$work"' EXIT
python=/usr/bin/python3 # Debian's, for which its packages are
export PYTHONDONTWRITEBYTECODE=1

# --- making: $work/1b, $work/2a, $work/2u

format_samples() { # folder, claim
    mkdir -p "$work/$1"
    for source in tests/layout/*.fo "$tests/rich.fo"; do
        # Samples that are refused on purpose leave no file.
        "$yinfa" format "$source" -o "$work/$1/$(basename "$source" .fo).pdf" "--pdf=$2" >/dev/null 2>&1 || true
    done
    [ -s "$work/$1/rich.pdf" ] || { echo "rich.fo could not be formatted as $2"; exit 1; }
}

claiming() { # folder, claim: $work/home-FOLDER gets the definitions, each output with that claim
    home=$work/home-$1
    mkdir -p "$home" "$work/$1"
    for part in pipeline schemas fonts; do ln -s "$PWD/$part" "$home/$part"; done
    cp -r stylesheets "$home/stylesheets"
    sed -i "s/ pdf=\"[^\"]*\"//; s/<output format=\"pdf\"/& pdf=\"$2\"/" "$home"/stylesheets/*/publication.xml
    case $2 in
    2a*) # what is fed row by row cannot be tagged as a whole: no claim
        grep -l 'y:rows' stylesheets/*/*.xsl | while read -r stylesheet; do
            definition=$home/$(dirname "$stylesheet")/publication.xml
            [ ! -e "$definition" ] || sed -i "s/ pdf=\"[^\"]*\"//" "$definition"
        done
        ;;
    esac
}

run() { # folder, wanted status, arguments of yinfa
    folder=$1 wanted=$2
    shift 2
    ended=0
    YINFA_HOME=$work/home-$folder "$yinfa" "$@" >"$work/log-$folder" 2>&1 || ended=$?
    [ "$ended" = "$wanted" ] || {
        cat "$work/log-$folder"
        echo "$*: ended with $ended"
        exit 1
    }
}

publish_samples() { # folder, claim
    claiming "$1" "$2"
    office=$work/office-$1
    run "$1" 0 init "$office"
    cp samples/targets-2024/*.xml "$office/inbox/"
    run "$1" 1 run -w "$office" targets year=2024 # one of the samples is returned on purpose
    cp "$office"/published/*.pdf "$work/$1/"
    for slip in "$office"/returned/*/slip.pdf; do
        cp "$slip" "$work/$1/slip-$(basename "$(dirname "$slip")").pdf"
    done
    publish_examination "$1"
}

publish_examination() { # folder
    office=$work/examination-$1
    run "$1" 0 init "$office"
    run "$1" 0 keygen -w "$office"
    cp samples/exam-2024/* samples/targets-2024/00-regions-samples.xml "$office/inbox/" 2>/dev/null || true # no folders
    cp samples/exam-2024/corrected/* "$office/inbox/"
    run "$1" 0 run -w "$office" examination exam=2024
    run "$1" 1 run -w "$office" certificates exam=2024 # some have no marks
    for name in admission-ticket seat-plan door-list sign-in fee-statement pass-list mark-notice mark-analysis certificate-CMQ \
        certificate-volume dossier register; do
        ls "$office/published/$name"*.pdf >"$work/list-$1"
        sed -n '1p;$p' "$work/list-$1" | while read -r pdf; do cp "$pdf" "$work/$1/"; done
    done
}

# --- 1b: preflight, all files in one go

judge_1b() {
    format_samples 1b 1b
    publish_samples 1b 1b
    java=/usr/share/java
    classes=$java/pdfbox2.jar:$java/preflight.jar:$java/fontbox2.jar:$java/xmpbox.jar:$java/commons-logging.jar
    classes=$classes:$java/commons-io.jar:$java/javax.activation.jar:$java/jaxb-api.jar
    ls "$work"/1b/*.pdf >"$work/list"
    java -cp "$classes" org.apache.pdfbox.preflight.Validator_A1b xml group "$work/list" >"$work/log" 2>&1 || true
    passed=$(grep -c '<isValid type="PDF/A1-b">true</isValid>' "$work/list.preflight.xml" || true)
    wanted=$(wc -l <"$work/list")
    echo "preflight: $passed of $wanted documents are PDF/A-1b"
    [ "$passed" = "$wanted" ] || {
        cat "$work/log"
        grep -v executionTimeMS "$work/list.preflight.xml" | grep -B1 -A12 '>false<'
        return 1
    }
}

# --- 2a, UA-1 and 2u: check.py; for what is published, other readers find nothing amiss either

ask_readers() { # file: says what they find
    pdfinfo -struct "$1" 2>&1 >/dev/null
    pdffonts "$1" 2>&1 | awk 'NR > 2 && $0 !~ / yes yes yes +[0-9]+ +[0-9]+$/'
    mutool draw -q -F stext -o /dev/null "$1" 2>&1 | grep -v 'ICC support is not available'
}

judge_2() {
    format_samples 2a 2a,ua1
    publish_samples 2a 2a,ua1
    publish_samples 2u 2u
    result=0
    "$python" "$tests/broken_test.py" "$work/2a/rich.pdf" || result=1
    "$python" "$tests/check.py" "$work"/2a/*.pdf "$work"/2u/*.pdf || result=1
    for pdf in "$work"/2a/rich.pdf "$work"/2u/*.pdf; do
        ask_readers "$pdf" >"$work/said" || true
        [ ! -s "$work/said" ] || { echo "$pdf:"; cat "$work/said"; result=1; }
    done
    return "$result"
}

judge_1b >"$work/said-1b" 2>&1 &
judging=$!
status=0
judge_2 || status=1
wait "$judging" || status=1
cat "$work/said-1b"
exit "$status"
