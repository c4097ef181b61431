#!/bin/sh
# The route table as handrailctl prints it: one header, each page of each
# program once, nothing left unsaid, and a body limit on whatever posts.
. "${srcdir:-.}/tests/lint/lib.sh"
build=${builddir:-.}

each_program() {
	for program in staff portal api; do
		[ ! -x "$build/handrail-$program" ] ||
			"$build/handrail-$program" --routes
	done
}

incomplete() {
	! awk -F '\t' '
	NR == 1 {
		if ($0 != "program\tmethod\tpath\tpermission\taudit\tbody_limit\tabout")
			print "no header: " $0
		next
	}
	NF != 7 { print "not seven columns: " $0 }
	$4 == "" || $5 == "" || $7 == "" || /unset/ { print "unsaid: " $0 }
	$2 != "GET" && $6 == 0 { print "no body limit: " $0 }
	$2 !~ /^(GET|POST|PUT)$/ { print "which method: " $0 }
	seen[$2 $3 $1]++ { print "twice: " $0 }
	' "$1" | grep .
}

if [ ! -x "$build/handrailctl" ]; then
	not_ok "handrailctl is built"
	done_testing
	exit
fi
"$build/handrailctl" routes >"$planted/routes"
each_program >"$planted/each"
tail -n +2 "$planted/routes" >"$planted/all"
holds "handrailctl prints what each program prints" \
	diff "$planted/each" "$planted/all"
holds "each page says all of itself" incomplete "$planted/routes"
printf 'staff\tPOST\t/x\tadmin\tuser.update\t0\tChange it.\n' \
	>>"$planted/routes"
bites "a page that takes any size" incomplete "$planted/routes"
tail -n +2 "$planted/routes" >"$planted/short"
bites "a table without its header" incomplete "$planted/short"
done_testing
