#!/bin/sh
# make bench: ratios within one run, never a test. SQLite and PostgreSQL are
# asked in turn, round after round; figures go to bench.tsv in the build tree
# and, side by side, to the screen.
#
#	HANDRAIL_BENCH_ROWS	patients of each book, "1000 100000"; a million
#				takes its time to make
#	HANDRAIL_BENCH_ENGINES	"sqlite postgresql"
#	HANDRAIL_BENCH_PORT	18980, and twelve above it
#	HANDRAIL_BENCH_PG	where the server's data are kept; the user
#				postgres must reach it
#
# Books are made once and kept in var/bench; each run works on a copy.
set -eu
src=$(cd "$(dirname "$0")/../.." && pwd)
tree=$(pwd)
books=$src/var/bench
out=$tree/bench.tsv
pg=${HANDRAIL_BENCH_PG:-/var/tmp/handrail-bench-pg}
port=${HANDRAIL_BENCH_PORT:-18980}
engines=${HANDRAIL_BENCH_ENGINES:-sqlite postgresql}
driver=$tree/tests/bench/driver
servers=''

has() { # WORD LIST
	case " $2 " in *" $1 "*) return 0 ;; esac
	return 1
}

pgctl() {
	"$src/tests/lib/pg" "$@"
}

psql_() { # DATABASE SQL
	pgctl sql "$pg/c" "$1" "$2"
}

# ---- The server: durable, and set up for this machine as its manual says --

start_pg() {
	fresh=no
	[ -e "$pg/c/data" ] || fresh=yes
	mkdir -p "$pg"
	pgctl stop "$pg/c" 2>/dev/null || :
	pgctl start "$pg/c" durable
	if [ $fresh = yes ]; then
		psql_ postgres "ALTER SYSTEM SET shared_buffers = '256MB'"
		psql_ postgres "ALTER SYSTEM SET max_wal_size = '2GB'"
		psql_ postgres "ALTER SYSTEM SET random_page_cost = 1.1"
		psql_ postgres "ALTER SYSTEM SET effective_cache_size = '1GB'"
		for user in staff portal api worker admin; do
			psql_ postgres "CREATE ROLE handrail_$user LOGIN"
		done
		pgctl stop "$pg/c"
		pgctl start "$pg/c"
	fi
}

make_database() { # NAME
	psql_ postgres "CREATE DATABASE $1 OWNER handrail_admin
		ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0"
}

# ---- Books ----------------------------------------------------------------

write_conf() { # DIR URL
	printf 'database = %s\ntemplates = %s\nschema = %s\nstatic_map = %s\n' \
		"$2" "$src/templates" "$src/schema" "$tree/www/static.map" \
		>"$1/handrail.conf"
}

# As it is in the configuration of DIR, unless it is of an older schema.
book() { # ENGINE PATIENTS
	dir=$books/$1-$2
	if [ -e "$dir/filled" ] &&
		"$tree/handrailctl" --dir "$dir" check >/dev/null 2>&1; then
		return
	fi
	echo "making a book of $2 patients on $1" >&2
	rm -rf "$dir"
	mkdir -p "$dir"
	if [ "$1" = sqlite ]; then
		write_conf "$dir" "sqlite:$dir/handrail.db"
	else
		psql_ postgres "DROP DATABASE IF EXISTS book_$2"
		make_database "book_$2"
		write_conf "$dir" "$(pgctl url "$pg/c" "book_$2" handrail_admin)"
	fi
	"$tree/handrailctl" init --dir "$dir" >&2
	"$tree/handrailctl" demo --dir "$dir" --patients "$2" >&2
	[ "$1" = sqlite ] || psql_ "book_$2" "VACUUM ANALYZE"
	touch "$dir/filled"
}

# A copy to work on, with the same log-ins.
copy() { # ENGINE PATIENTS
	run=$books/run-$1
	rm -rf "$run"
	mkdir -p "$run"
	cp "$books/$1-$2/logins.tsv" "$run"
	if [ "$1" = sqlite ]; then
		cp "$books/$1-$2/handrail.db" "$run"
		write_conf "$run" "sqlite:$run/handrail.db"
	else
		psql_ postgres "DROP DATABASE IF EXISTS run WITH (FORCE)"
		psql_ postgres "CREATE DATABASE run OWNER handrail_admin
			TEMPLATE book_$2 STRATEGY file_copy"
		write_conf "$run" "$(pgctl url "$pg/c" run handrail_admin)"
	fi
	touch "$run/filled"
}

configs() {
	for e in $engines; do
		echo "$books/run-$e/handrail.conf"
	done
}

# ---- Over nginx -----------------------------------------------------------

stop_servers() {
	for pid in $servers; do
		kill "$pid" 2>/dev/null || :
	done
	for pid in $servers; do
		wait "$pid" 2>/dev/null || :
	done
	servers=''
}

port_of() { # ENGINE
	[ "$1" = sqlite ] && echo "$port" || echo $((port + 10))
}

serve() { # ENGINE
	run=$books/run-$1
	HANDRAIL_NO_LIMITS=yes HANDRAIL_TREE=$tree setsid "$src/bootstrap" \
		demo --dir "$run" --port "$(port_of "$1")" \
		>"$run/bench.log" 2>&1 &
	servers="$servers $!"
	until [ -e "$run/ready" ]; do
		kill -0 $! || { cat "$run/bench.log" >&2; exit 1; }
		sleep 0.2
	done
}

# A page's rate and waits; its ratio is to /health on SQLite in this run.
rate() { # NAME ENGINE PATIENTS CONNECTIONS URL COOKIE
	wrk -t1 -c"$4" -d2s --latency -H "Cookie: $6" \
		-H 'Sec-Fetch-Site: same-origin' "$5" |
	awk -v name="$1, $4 connection$([ "$4" = 1 ] || echo s)" \
	    -v engine="$2" -v rows="$3" -v floor="${floor:-0}" '
		function us(v, m) {
			m = v ~ /us$/ ? 1 : v ~ /ms$/ ? 1000 : 1000000
			sub(/[a-z]+$/, "", v)
			return v * m
		}
		$1 == "50%" { p50 = us($2) }
		$1 == "99%" { p99 = us($2) }
		/Requests\/sec/ { r = $2 }
		/Non-2xx/ { bad = $NF }
		END {
			if (!floor) floor = p50
			printf "%s\t%s\t%s\t%d\t%d\thealth\t%d\t%.2f\t-\t%d" \
				"\t%d\t-\t-\n", name, engine, rows, p50, p99,
				floor, p50 / floor, r, bad
		}'
}

over_nginx() { # PATIENTS
	for e in $engines; do
		serve "$e"
	done
	css=$(curl -s "http://localhost:$(port_of "${engines%% *}")/login" |
		sed -n 's/.*href="\(\/static\/[^"]*\.css\)".*/\1/p' | head -1)
	for e in $engines; do
		node "$src/tests/bench/login.mjs" "$books/run-$e" \
			"$(port_of "$e")" >"$books/run-$e/cookies"
	done
	for c in 1 8 64; do
		floor=''
		for at in /health "$css" /today /patients \
				'/calendar?view=day'; do
			for e in $engines; do
				case $at in
				/static/*) has "$e" "${engines%% *}" ||
					continue; what='static file' ;;
				*) what="over nginx $at" ;;
				esac
				got=$(rate "$what" "$e" "$1" $c \
					"http://localhost:$(port_of "$e")$at" \
					"$(cat "$books/run-$e/cookies")")
				[ -n "$floor" ] || floor=$(echo "$got" | cut -f4)
				echo "$got"
			done
		done
		for e in $engines; do
			node "$src/tests/bench/load.mjs" 4 $c "$e" "$1" \
				"$books/run-$e:$(port_of "$e")"
		done
	done
	stop_servers
}

# ---- The run --------------------------------------------------------------

if has postgresql "$engines"; then
	if why=$(pgctl missing) || ! ldd "$driver" | grep -q libpq; then
		echo "PostgreSQL is left out: ${why:-not built in}" >&2
		engines=sqlite
	else
		start_pg
	fi
fi
trap 'stop_servers; ! has postgresql "$engines" || pgctl stop "$pg/c"' EXIT
trap 'exit 130' INT TERM HUP

"$driver" head >"$out"
for n in ${HANDRAIL_BENCH_ROWS:-1000 100000}; do
	for e in $engines; do
		book "$e" "$n"
		copy "$e" "$n"
	done
	# shellcheck disable=SC2046 # a path each
	"$driver" pages 41 $(configs) >>"$out"
	# shellcheck disable=SC2046
	"$driver" bookings $(configs) >>"$out"
	last=$n
done
for conf in $(configs); do
	"$driver" memory "$conf" >>"$out"
done
if command -v wrk >/dev/null && command -v node >/dev/null; then
	over_nginx "$last" >>"$out"
else
	echo "wrk or node is not installed: no rows over nginx" >&2
fi
awk -f "$src/tests/bench/side.awk" "$out"
