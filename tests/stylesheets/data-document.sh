#!/bin/sh
# The data document a publication's stylesheets see, made with sqlite3 and xsltproc instead of the
# program: data-document.sh DATABASE PUBLICATION.xml [parameter=value...]. In mode each give the row's
# key as a parameter too.
set -eu
here=$(dirname "$0")
database=$1 definition=$2
shift 2
name() { xmllint --xpath "string(/*/@$1)" "$definition"; }
queries=$(xmllint --xpath "//*[local-name() = 'query'][@name]/@name" "$definition" |
    sed 's/.*name="\([^"]*\)".*/\1/')
each=$(xmllint --xpath "string(//*[local-name() = 'each']/@query)" "$definition")
key=$(xmllint --xpath "string(//*[local-name() = 'each']/@key)" "$definition")

rows() { # QUERY: its rows, without the element around them
    element="//*[local-name() = 'query'][@name = '$1']"
    [ "$(xmllint --xpath "count($element/*)" "$definition")" = 0 ] ||
        element="$element/*[local-name() = 'sql']"
    shift
    { echo '<rows>'
      sh "$here/sql.sh" "$definition" "$element" | sh "$here/run-query.sh" "$database" html "$@"
      echo '</rows>'; } | xsltproc "$here/rows.xsl" - | sed 's/^<rows>//; s/<\/rows>$//; /^<rows\/>$/d'
}

printf '<data publication="%s">' "$(name name)"
for pair in "$@"; do
    printf '<parameter name="%s" value="%s"/>' "${pair%%=*}" "${pair#*=}"
done
for query in $queries; do
    if [ "$query" = "$each" ]; then
        printf '<each>'
        for pair in "$@"; do
            [ "${pair%%=*}" != "$key" ] || { echo '<rows>'; rows "$query" "$@"; echo '</rows>'; } |
                xmllint --xpath "//row[@$key = '${pair#*=}']" -
        done
        printf '</each>'
    else
        printf '<query name="%s">' "$query"
        rows "$query" "$@"
        printf '</query>'
    fi
done
printf '</data>\n'
