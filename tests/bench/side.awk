# bench.tsv as a person reads it: each row once, the engines side by side,
# and how many times as long (or as large) the second is.
BEGIN { FS = "\t" }
NR == 1 { next }
{
	key = $3 "\t" $1
	if (!(key in seen)) {
		seen[key] = 1
		order[++n] = key
	}
	big = $4 == "-"
	median[key, $2] = big ? $13 : $4
	p99[key, $2] = $5
	rate[key, $2] = $10
	bad[key, $2] = $11
}
function cell(v) { return v == "" ? "-" : v }
END {
	printf "%-34s %8s  %26s  %26s  %5s\n", "", "", "sqlite", "postgresql", ""
	printf "%-34s %8s %9s%9s%9s %9s%9s%9s %6s\n", "what (microseconds)",
		"patients", "median", "p99", "per s", "median", "p99", "per s",
		"ratio"
	for (i = 1; i <= n; i++) {
		k = order[i]
		split(k, part, "\t")
		a = median[k, "sqlite"]
		b = median[k, "postgresql"]
		printf "%-34s %8s %9s%9s%9s %9s%9s%9s %6s", part[2], part[1],
			cell(a), cell(p99[k, "sqlite"]), cell(rate[k, "sqlite"]),
			cell(b), cell(p99[k, "postgresql"]),
			cell(rate[k, "postgresql"]),
			(a > 0 && b > 0 ? sprintf("%.2f", b / a) : "-")
		e = bad[k, "sqlite"] + bad[k, "postgresql"]
		print (e > 0 ? "  " e " refused" : "")
	}
}
