#!/bin/sh
# What the likelihood of a missed visit may be told from is what struct
# attend_visit has, and no more: what a person is does not compile. Rules:
# tests/RULES.md, "Help to attend"; 45 CFR 92.210.
. "${srcdir:-.}/tests/lint/lib.sh"

allowed='lead_days past missed since_days moves child test group remote asked
	confirmed weekday minute'
forbidden='race ethnicity language religion nationality sex gender orientation
	disability payer medicaid zip address distance income name housing
	diagnosis portal age birth'

compiles() { # MEMBER
	printf '%s\n' '#include "domain/attend.h"' \
		'int of(const struct attend_visit *);' \
		'int of(const struct attend_visit *v) { return v->'"$1"' != 0; }' |
		plant x.c
	${CC:-cc} -std=c11 -fsyntax-only -I"$src/cgi-bin" "$planted/x.c" \
		2>/dev/null
}

# Prints the members that do not stand as they should.
as_said() { # yes|no MEMBER ...
	want=$1
	shift
	bad=0
	for member; do
		if compiles "$member"; then is=yes; else is=no; fi
		[ "$is" = "$want" ] || { echo "$member"; bad=1; }
	done
	return $bad
}

# The members of the structure, in the order of the alphabet.
members() { # HEADER
	sed -n '/^struct attend_visit {/,/^};/p' "$1" |
		sed 's|/\*.*||' | grep ';' | grep -v '^}' |
		sed -E 's/^[[:space:]]*[a-z]+ //; s/[;,]/ /g' |
		tr -s ' \t' '\n' | grep . | LC_ALL=C sort
}

only_allowed() { # HEADER
	members "$1" >"$planted.members"
	# shellcheck disable=SC2086 # a list of words
	printf '%s\n' $allowed | LC_ALL=C sort |
		diff - "$planted.members"
}

# shellcheck disable=SC2086
holds "what is allowed compiles" as_said yes $allowed
# shellcheck disable=SC2086
holds "what a person is does not compile" as_said no $forbidden
holds "nothing else is a member" only_allowed "$src/cgi-bin/domain/attend.h"
sed 's/^	bool child;/	int payer;\n&/' "$src/cgi-bin/domain/attend.h" |
	plant attend.h
bites "one more member" only_allowed "$planted/attend.h"
rm -f "$planted.members"
done_testing
