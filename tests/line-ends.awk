# Reads a trace (yinfa format --trace) and judges every line of its paragraphs: no mark at a line's start
# that may not stand there, none at its end, no line beyond the right edge, none short of it but a
# paragraph's last, no paragraph that ends with a lone character. Prints what is wrong, then a count.
#   awk -v left=79370 -v right=521576 -f tests/line-ends.awk trace        edges in 1/1000 pt
# Called by tests/end-to-end/typesetting.sh. Works byte by byte, so that any awk will do.

function first_character(text,    byte) {
    byte = substr(text, 1, 1)
    if (byte ~ /[ -~]/) return byte
    return substr(text, 1, index("\360\361\362\363\364", byte) ? 4 : index(wide, byte) ? 3 : 2)
}

function last_character(text,    i) {
    for (i = length(text); i > 1 && index(continuation, substr(text, i, 1)); i--) ;
    return substr(text, i)
}

# Those that are no marks.
function characters(text,    count, character) {
    for (; text != ""; text = substr(text, 1 + length(character))) {
        character = first_character(text)
        count += !index(never_first never_last, character)
    }
    return count
}

function complain(what) {
    print what ": " line_text
    wrong++
}

# The line that has been gathered; `last` if it ends its paragraph.
function judge(last,    start, end) {
    if (line_text == "") return
    lines++
    start = first_character(line_text)
    end = last_character(line_text)
    if (index(never_first, start)) complain("may not begin a line")
    if (index(never_last, end)) complain("may not end a line")
    if (line_end > right + 2) complain("beyond the edge by " (line_end - right))
    if (!last && line_end < right - 2) complain("short of the edge by " (right - line_end))
    if (last && in_paragraph > 1 && characters(line_text) < 2) complain("a lone character")
    line_text = ""
}

# The sum of advances: 16.000*5 8.000(-8.000,0.000) …
function sum(text, count,    words, i, parts, total) {
    count = split(text, words, " ")
    for (i = 1; i <= count; i++) {
        sub(/\([^)]*\)/, "", words[i])
        total += split(words[i], parts, "*") == 2 ? parts[1] * parts[2] : words[i]
    }
    return total
}

BEGIN {
    for (i = 128; i < 192; i++) continuation = continuation sprintf("%c", i)
    for (i = 224; i < 240; i++) wide = wide sprintf("%c", i)
    never_first = "，。、；：？！”’）》】〉」』·…～%℃.,;:!?)"
    never_last = "“‘（《【〈「『¥￥("
}

$1 == "tag" && $2 == "P" {
    if ($3 != paragraph) { # not the rest of one that began on the page before
        judge(1)
        in_paragraph = 0
    }
    paragraph = $3
}

$1 == "text" {
    quote = index($0, "\"")
    rest = substr($0, quote + 1)
    close_quote = length(rest)
    while (substr(rest, close_quote, 1) != "\"") close_quote--
    text = substr(rest, 1, close_quote - 1)
    if ($3 != baseline || new_page) {
        judge(0)
        baseline = $3
        in_paragraph++
        new_page = 0
    }
    line_text = line_text text
    line_end = int(1000 * ($2 + sum(substr(rest, close_quote + 1))) + 0.5)
}

$1 == "page" { new_page = 1 }

END {
    judge(1)
    print lines " lines, " wrong + 0 " wrong"
    exit wrong > 0
}
