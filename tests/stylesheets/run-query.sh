#!/bin/sh
# Runs SQL from the standard input: run-query.sh DATABASE MODE [name=value...]; MODE as in sqlite3.
set -eu
database=$1 mode=$2
shift 2
{
    for pair in "$@"; do
        printf ".parameter set :%s \"'%s'\"\n" "${pair%%=*}" "${pair#*=}"
    done
    printf '.headers %s\n.nullvalue ␀\n' "$([ "$mode" = html ] && echo on || echo off)"
    printf '.mode %s\n.separator |\n' "$mode"
    cat
    echo ';'
} | sqlite3 -bail -batch "$database"
