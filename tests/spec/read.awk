# Reads a trace and prints its lines as the prose shows them. Called by run.sh with kind=行, 位, 字 or 迹.

# One UTF-8 character of `text` that begins at byte `at`; \u{…} stands for one.
function character(text, at,    byte, end) {
    byte = substr(text, at, 1)
    if (byte == "\\") {
        end = index(substr(text, at), "}")
        return substr(text, at, end)
    }
    return substr(text, at, byte < "\200" ? 1 : byte < "\340" ? 2 : byte < "\360" ? 3 : 4)
}

function show(text, advances,    words, count, i, j, parts, steps, glyphs, at, one, x) {
    count = split(advances, words, " ")
    for (i = 1; i <= count; i++) {
        sub(/\([^)]*\)/, "", words[i])
        steps = split(words[i], parts, "*") == 2 ? parts[2] : 1
        for (j = 0; j < steps; j++)
            advance[++glyphs] = parts[1]
    }
    x = $2 - 10
    i = 0
    for (at = 1; at <= length(text); at += length(one)) {
        one = character(text, at)
        line = line (line == "" ? "" : " ") one "@" sprintf("%.2f", x + 0)
        x += advance[++i]
    }
    gsub(/\.00/, "", line)
}

function finish() {
    if (line != "") print line
    line = ""
}

$1 == "text" {
    rest = substr($0, index($0, "\"") + 1)
    close_quote = length(rest)
    while (substr(rest, close_quote, 1) != "\"") close_quote--
    text = substr(rest, 1, close_quote - 1)
    if ($3 != baseline) finish()
    baseline = $3
    if (kind == "行") line = line text
    if (kind == "字") print $4 ": " text
    if (kind == "位") show(text, substr(rest, close_quote + 1))
}

kind == "迹" && ($1 == "path" || $1 == "link") {
    sub(/^ */, "")
    print
}

END { finish() }
