# Takes the examples out of the prose: for each a file of FO, the kind and text of what is expected, and
# where it stands. Called by run.sh with folder=…

/^```fo/ {
    name = sprintf("%s/%03d", folder, ++count)
    width = $2 ? $2 : 180
    print FILENAME ":" FNR > (name ".where")
    file = name ".fo"
    print "<fo:root xmlns:fo=\"http://www.w3.org/1999/XSL/Format\" xmlns:y=\"urn:yinfa:format\"" \
          " font-family=\"仿宋\" font-size=\"10pt\" line-height=\"14pt\"><fo:layout-master-set>" \
          "<fo:simple-page-master master-name=\"page\" margin=\"10pt\" page-width=\"" (width + 20) "pt\"" \
          " page-height=\"400pt\"><fo:region-body/></fo:simple-page-master></fo:layout-master-set>" \
          "<fo:page-sequence master-reference=\"page\"><fo:flow flow-name=\"xsl-region-body\">" > file
    inside = 1
    next
}
/^```[^ ]/ && name {
    kind = substr($0, 4)
    print kind > (name ".kind")
    file = name ".expected"
    printf "" > file
    inside = 1
    next
}
/^```/ {
    if (inside && file ~ /\.fo$/)
        print "</fo:flow></fo:page-sequence></fo:root>" > file
    if (inside)
        close(file)
    inside = 0
    next
}
inside { print > file }
