# The verdicts on all files, gathered by feature (the first word of the file's name).
#   awk -f table.awk departures.txt verdicts
# departures.txt: FILE, what may differ (pages order boxes refused), clause, reason.
FILENAME == ARGV[1] {
    if ($0 !~ /^#/ && NF) {
        if (split($0, column, "|") < 4)
            print "departures.txt:" FNR ": needs FILE | WHAT | CLAUSE | REASON" >"/dev/stderr"
        name = column[1]; gsub(/ /, "", name)
        departs[name] = " " column[2] " "
    }
    next
}
{
    name = $1
    feature = name
    sub(/-.*/, "", feature)
    if (!(feature in files))
        order[++features] = feature
    files[feature]++
    told[name] = 1
    open = ""
    if ($2 ~ /refuse/) {
        what = "refused"
        if ($2 == "both-refuse")
            both[feature]++
        else if (index(departs[name], " refused "))
            excused[feature]++
        else
            open = " " $2
    } else {
        read[feature]++
        differs = $0 " "
        pages[feature] += !index(differs, " pages ")
        orders[feature] += !index(differs, " order ")
        boxes[feature] += !index(differs, " boxes ")
        for (i = 2; i <= NF; i++)
            if (!index(departs[name], " " $i " "))
                open = open " " $i
        if (NF > 1 && open == "")
            excused[feature]++
        if (NF == 1 && name in departs)
            print "departures.txt: " name " agrees now"
    }
    if (open != "")
        mend[++mends] = sprintf("  %-32s%s", name, open)
}
function row(label, a, b, c, d, e, f, g) {
    printf "%-16s %6d %9d %9d %9d %9d %9d %9d\n", label, a, b, c, d, e, f, g
}
END {
    printf "%-16s %6s %9s %9s %9s %9s %9s %9s\n", "feature", "files", "compared", "pages", "order", "boxes", "departs", "refused"
    for (i = 1; i <= features; i++) {
        feature = order[i]
        row(feature, files[feature], read[feature], pages[feature], orders[feature], boxes[feature],
            excused[feature], both[feature])
        all += files[feature]; r += read[feature]; p += pages[feature]; o += orders[feature]
        b += boxes[feature]; e += excused[feature]; n += both[feature]
    }
    row("all", all, r, p, o, b, e, n)
    print "compared: both made a PDF; pages, order, boxes: of those, how many agree in page count, in the order of"
    print "characters, in the places of words; departs: explained in departures.txt; refused: by both"
    if (mends) {
        print "to mend (" mends "):"
        for (i = 1; i <= mends; i++)
            print mend[i]
    }
}
