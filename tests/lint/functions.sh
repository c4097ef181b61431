#!/bin/sh
# A function fits a screen. Over 100 lines it does not pass; how many are
# over 60, the median and the file sizes are told.
. "${srcdir:-.}/tests/lint/lib.sh"

# Lines from "{" to "}" of each function, with its name and place.
lengths() {
	find "$1/cgi-bin" "$1/tests" \( -name '*.c' -o -name '*.cc' \) -exec awk '
	/^[A-Za-z_].*\(/ { name = $0; sub(/\(.*/, "", name); sub(/.* /, "", name) }
	/^\{/ { start = FNR }
	/^\}/ && start {
		print FNR - start + 1, FILENAME ":" start, name
		start = 0
	}' {} +
}

too_long() { ! lengths "$1" | awk '$1 > 100' | grep .; }

figures() {
	lengths "$1" | sort -n | awk '
	{ v[NR] = $1; if ($1 > 60) long = long "\n# " $0 }
	END {
		if (NR)
			printf "# %d functions, median %d, p95 %d, longest %d%s\n",
				NR, v[int((NR + 1) / 2)], v[int((NR * 95 + 99) / 100)],
				v[NR], long
	}'
}

holds "no function is over 100 lines" too_long "$src"
figures "$src"
{
	printf 'int\nf(void)\n{\n'
	yes '	g();' | head -n 100
	printf '}\n'
} | plant cgi-bin/base/x.c
mkdir "$planted/tests"
bites "a function of 102 lines" too_long "$planted"
done_testing
