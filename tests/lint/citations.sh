#!/bin/sh
# Text in the project cites public sources or tests/RULES.md, and names no
# machine, package host or plan that a reader cannot see.
. "${srcdir:-.}/tests/lint/lib.sh"

# Written so that this file does not find itself.
notes='(^|[^A-Za-z_.#/-])(HOUS[E]|DOMAI[N]|U[I]|SECURIT[Y]|SPEE[D]|FEATURE[S]|STYL[E]) ([A-Z]?[0-9]+(\.[0-9]+)*)([^A-Za-z0-9_]|$)'
plan='[Ii]ssu[e] #?[0-9]|shared/desig[n]|design note[s]? [0-9A-Z]'
hosts='https?://(registr[y]|deb|npm|pypi|mirror[s]?)[a-z0-9.-]*[.][a-z]'
places='(^|[^A-Za-z0-9_.-])/(hom[e]|roo[t]|User[s])/[A-Za-z]'

cited() (
	cd "$1" || exit 99
	! tracked_files "$1" | grep -v -e '^LICENSE$' -e '^package-lock' |
		xargs -r -d '\n' grep -nIE "$notes|$plan|$hosts|$places" /dev/null
)

holds "no citation that a reader cannot follow" cited "$src"
plant a.c <<EOF
/* the second business day (DOMAI""N 1.2) */
EOF
sed -i 's/""//' "$planted/a.c"
bites "a section of the design notes" cited "$planted"
plant a.md <<EOF
see iss""ue 2
EOF
sed -i 's/""//' "$planted/a.md"
bites "a number of the plan" cited "$planted"
plant a.sh <<EOF
cd /hom""e/somebody/src
EOF
sed -i 's/""//' "$planted/a.sh"
bites "a path of one machine" cited "$planted"
done_testing
