#!/bin/sh
# make bench: ratios against a baseline in the same run, never a test.
# Books of BENCH_PATIENTS people (default "1000 100000") are made once and
# kept in var/bench; figures go to bench.tsv in the build tree and the
# screen. Two kinds of row: inside the program (tests/bench/driver.c), and
# over nginx with wrk, where wrk is installed.
set -eu
src=$(cd "$(dirname "$0")/../.." && pwd)
tree=$(pwd)
books=$src/var/bench
out=$tree/bench.tsv

book() { # PATIENTS: the folder of a clinic of that size
	dir=$books/$1
	[ -e "$dir/filled" ] && return
	rm -rf "$dir"
	mkdir -p "$dir"
	echo "making a book of $1 patients" >&2
	"$tree/handrailctl" init --dir "$dir" >&2
	"$tree/handrailctl" demo --dir "$dir" --patients "$1" >&2
	touch "$dir/filled"
}

rate() { # URL CONNECTIONS [COOKIE]: requests per second, median us
	wrk -t1 -c"$2" -d3s --latency -H "Cookie: ${3:-}" \
		-H 'Sec-Fetch-Site: same-origin' "$1" |
		awk '/Requests\/sec/ { r = $2 }
		     /50%/ { v = $2; m = 1; if (v ~ /ms$/) m = 1000
			     else if (v ~ /[0-9]s$/) m = 1000000
			     sub(/[a-z]+$/, "", v); l = v * m }
		     /Non-2xx/ { bad = $NF }
		     END { printf "%s\t%s\t%s", r, l, bad + 0 }'
}

over_nginx() { # PATIENTS
	port=${BENCH_PORT:-18980}
	HANDRAIL_NO_LIMITS=yes HANDRAIL_TREE=$tree setsid "$src/bootstrap" demo \
		--dir "$books/$1" --port "$port" >"$books/$1/bench.log" 2>&1 &
	server=$!
	trap 'kill $server 2>/dev/null' EXIT
	until [ -e "$books/$1/ready" ]; do
		kill -0 $server || { cat "$books/$1/bench.log" >&2; exit 1; }
		sleep 0.2
	done
	css=$(curl -s "http://localhost:$port/login" |
		sed -n 's/.*href="\(\/static\/[^"]*\.css\)".*/\1/p' | head -1)
	jar=$books/$1/cookies
	node "$src/tests/bench/login.mjs" "$books/$1" "$port" >"$jar"
	for c in 1 8 64; do
		floor=$(rate "http://localhost:$port/health" $c)
		for at in "$css" /health /today /patients \
				'/calendar?view=day'; do
			got=$(rate "http://localhost:$port$at" $c "$(cat "$jar")")
			# A refusal is quick: its rate is no page's.
			case $got in
			*"$(printf '\t')0") ;;
			*) echo "$at was refused: $got" >&2; exit 1 ;;
			esac
			printf '%s\tnginx\t%s\t%s\t%s\t%s\n' "$at" "$1" "$c" \
				"$got" "$floor"
		done
	done
	kill $server
	wait $server 2>/dev/null || :
	trap - EXIT
}

: >"$out"
for n in ${BENCH_PATIENTS:-1000 100000}; do
	book "$n"
	"$tree/tests/bench/driver" "$books/$n/handrail.conf" | tee -a "$out"
	if command -v wrk >/dev/null && command -v node >/dev/null; then
		printf 'path\tover\trows\tconnections\treq_s\tp50_us\tbad\tfloor_req_s\tfloor_p50_us\tfloor_bad\n' |
			tee -a "$out"
		over_nginx "$n" | tee -a "$out"
	else
		echo "wrk is not installed: no rows over nginx" >&2
	fi
done
