# Words out of mutool's stext, one a line: page, font size, direction, x and y of the first and of the last
# character's origin, text. A word ends at white space and where Han meets other writing, since what stands
# between those differs by design.
function attribute(name,    at, rest) {
    at = index($0, " " name "=\"")
    if (!at)
        return ""
    rest = substr($0, at + length(name) + 3)
    return substr(rest, 1, index(rest, "\"") - 1)
}
function finish() {
    if (word != "")
        printf "%d %.2f %s %s %.2f %.2f %.2f %.2f %s\n", page, size, direction[1], direction[2], x0, y0, x1, y1, word
    word = ""
}
# The number in "&#x4e00;"; 0 for a character that stands for itself.
function code_point(c,    value, i) {
    if (c !~ /^&#x[0-9a-f]+;$/)
        return 0
    for (i = 4; i < length(c); i++)
        value = value * 16 + index("0123456789abcdef", substr(c, i, 1)) - 1
    return value
}
# mawk and busybox know bytes only, so UTF-8 is spelled out.
function utf8(code) {
    if (code < 2048)
        return sprintf("%c%c", 192 + int(code / 64), 128 + code % 64)
    if (code < 65536)
        return sprintf("%c%c%c", 224 + int(code / 4096), 128 + int(code / 64) % 64, 128 + code % 64)
    return sprintf("%c%c%c%c", 240 + int(code / 262144), 128 + int(code / 4096) % 64,
                   128 + int(code / 64) % 64, 128 + code % 64)
}
BEGIN { page = 0 }
/^<page / { finish(); page++ }
/^<line / { finish(); split(attribute("dir"), direction, " ") }
/^<font / { finish(); size = attribute("size") }
/^<char / {
    c = attribute("c")
    if (c == " " || c == "&#xa0;" || c == "&#x3000;") {
        finish()
        next
    }
    code = code_point(c)
    is_han = code >= 11904 # U+2E80 on: Han, kana and their marks
    if (word != "" && is_han != last_is_han)
        finish()
    last_is_han = is_han
    if (word == "") {
        x0 = attribute("x"); y0 = attribute("y")
    }
    x1 = attribute("x"); y1 = attribute("y")
    word = word (code > 127 ? utf8(code) : c)
}
END { finish() }
