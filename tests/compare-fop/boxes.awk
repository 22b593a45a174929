# Are the words of two PDFs (words.awk) in the same places, within 1 pt? Prints those that are not; exit 1.
#   awk -f boxes.awk yinfa.words fop.words
# Across the line one thing differs by design: yinfa centres an em box of 0.88 over 0.12 on the line
# whatever the face, FOP the typographic ascender and descender of the block's first font. That is the same
# for the Chinese faces and lifts FOP's lines by 0.142 em where the first font is Liberation Serif.
function distance(a, b) { return a > b ? a - b : b - a }
# One end of a word: along the line within 1 pt, across it within 1 pt more than the em boxes may differ.
function agrees(x, y, other_x, other_y, size, dx, dy,    along, across) {
    along = (x - other_x) * dx + (y - other_y) * dy
    across = (y - other_y) * dx - (x - other_x) * dy
    return distance(along, 0) <= 1 && across >= -1 && across <= 1 + 0.142 * size
}
{ key = $1 SUBSEP $9 }
FILENAME == ARGV[1] {
    place[++words] = key SUBSEP (++count[key])
    ours[place[words]] = $0
    next
}
{
    found = 0
    for (i = 1; i <= count[key] && !found; i++)
        if ((key, i) in ours) {
            split(ours[key, i], our, " ")
            if (our[3] == $3 && our[4] == $4 && agrees(our[5], our[6], $5, $6, $2, $3, $4) &&
                agrees(our[7], our[8], $7, $8, $2, $3, $4))
                found = i
        }
    if (found)
        delete ours[key, found]
    else
        fop[++strays] = $0
}
function show(whose, line,    part) {
    split(line, part, " ")
    printf "page %d %-5s %8.2f %8.2f … %8.2f %8.2f  %s\n", part[1], whose, part[5], part[6], part[7], part[8], part[9]
}
END {
    for (i = 1; i <= strays; i++)
        show("fop", fop[i])
    for (i = 1; i <= words; i++) # in their order on the page
        if (place[i] in ours) {
            show("yinfa", ours[place[i]])
            strays++
        }
    exit strays > 0
}
