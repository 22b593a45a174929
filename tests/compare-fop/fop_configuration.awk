# Writes FOP's configuration from fonts/font-set.xml: every family and alias of ours, the same files.
#   awk -v folder=fonts/files -f fop_configuration.awk fonts/font-set.xml
# FOP cannot read CFF faces in a collection (.ttc); FandolFang stands in for those: in it too every Han
# character is one em wide, and the em box is the same.
function value(name,    at) {
    at = index($0, " " name "=\"")
    return at ? substr($0, at + length(name) + 3, index(substr($0, at + length(name) + 3), "\"") - 1) : ""
}
BEGIN { RS = "<"; print "<fop version=\"1.0\"><renderers><renderer mime=\"application/pdf\"><fonts>" }
/^face / {
    file = value("file")
    file_of[value("name")] = file ~ /[.]ttc$/ ? "FandolFang-Regular.otf" : file
}
/^family / {
    families = split(value("name") (value("aliases") == "" ? "" : ", " value("aliases")), family, ", *")
    split("", seen)
}
/^use / {
    weight = value("weight"); style = value("style")
    if ((weight, style) in seen)
        next # a later face of the same cut: only for characters the first lacks
    seen[weight, style] = 1
    printf "<font kerning=\"yes\" embed-url=\"file:%s/%s\">", folder, file_of[value("face")]
    for (i = 1; i <= families; i++)
        printf "<font-triplet name=\"%s\" style=\"%s\" weight=\"%s\"/>", family[i],
            style == "" ? "normal" : style, weight == "" ? "normal" : weight
    print "</font>"
}
END { print "</fonts></renderer></renderers></fop>" }
