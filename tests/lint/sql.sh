#!/bin/sh
# SQL stands in store/ alone (db/ has the few statements that open and
# migrate), sqlite3.h in one file, and a statement that touches a table
# with a clinic names that clinic. One that means every clinic says so in
# its own text: /*every clinic: why*/.
. "${srcdir:-.}/tests/lint/lib.sh"

sql_elsewhere() {
	! c_files "$1" | grep -v -e '/cgi-bin/store/' -e '/cgi-bin/db/' |
		xargs -r grep -nE \
		'"(SELECT|INSERT INTO|UPDATE|DELETE FROM|REPLACE INTO|WITH [a-z_]+ AS|PRAGMA|BEGIN) |db_prep2? *\(' \
		/dev/null
}

sqlite_elsewhere() {
	! c_files "$1" | grep -v '/cgi-bin/db/db_sqlite.c$' |
		xargs -r grep -nE 'include *[<"]sqlite3.h|sqlite3_' /dev/null
}

# What only SQLite understands, or understands otherwise, where a standard
# word exists: coalesce, IS NOT DISTINCT FROM, CASE for the greater of two,
# BIGINT (INTEGER has 32 bits in PostgreSQL), LIKE of one case.
one_engine() {
	! c_files "$1" | grep '/cgi-bin/store/' | xargs -r grep -niE \
		-e '"[^"]*\<(insert or|replace into|glob|autoincrement|collate nocase|indexed by|limit -1|rowid|as integer)\>[^"]*"' \
		-e '"[^"]*\<(ifnull|iif|group_concat|total|strftime|julianday|unixepoch|last_insert_rowid|changes|instr|printf|hex|quote|typeof|json_[a-z]+) *\(' \
		-e '"[^"]*\<(max|min) *\([^()"]*,' \
		-e '"[^"]*\<is (not )?(:[a-z]|[a-z]+[.][a-z])' \
		/dev/null
}

# The tables that carry clinic_id, from the migrations.
clinic_tables() {
	cat "$1"/schema/[0-9]*.sql 2>/dev/null | awk '
	/^CREATE TABLE/ { table = $3; sub(/\(.*/, "", table) }
	/^[ \t]*clinic_id/ { print table }'
}

# Joins the pieces of each prepared statement and looks at the whole.
unscoped() {
	clinic_tables "$1" >"$planted/tables"
	c_files "$1" | grep '/cgi-bin/store/' | xargs -r awk -v \
		list="$planted/tables" '
	BEGIN {
		while ((getline t < list) > 0)
			scoped[t] = 1
	}
	FNR == 1 { macro = "" }
	function judge(   n, i, w, t) {
		t = sql
		if (t ~ /every clinic:/ || t ~ /clinic_id/)
			return
		gsub(/[^A-Za-z_]+/, " ", t)
		n = split(t, w, " ")
		for (i = 1; i < n; i++)
			if (w[i] ~ /^(FROM|JOIN|UPDATE|INTO)$/ &&
			    (w[i + 1] in scoped)) {
				print FILENAME ":" at ": " w[i + 1] \
					" without its clinic"
				bad = 1
				return
			}
	}
	/^#define [A-Z_]+/ { inmacro = 1 }
	inmacro { # a list of columns or a shared tail
		split($0, part, /[ \t(]+/)
		if ($1 == "#define") name = part[2]
		text[name] = text[name] " " $0
		if ($0 !~ /\\$/) inmacro = 0
		next
	}
	/db_prep2?\(/ { on = 1; at = FNR; sql = "" }
	on {
		line = $0
		for (m in text)
			if (index(line, m))
				sql = sql " " text[m]
		sql = sql " " line
		if (line ~ /\);[ \t]*$/) { on = 0; judge() }
	}
	END { exit bad }'
}

holds "SQL stands in store and db only" sql_elsewhere "$src"
holds "sqlite3 is used by db_sqlite.c only" sqlite_elsewhere "$src"
holds "statements are portable" one_engine "$src"
holds "statements on a clinic's tables name the clinic" unscoped "$src"

plant cgi-bin/staff/x_pages.c <<'EOF'
	q = db_prep(db, "SELECT id FROM patient");
EOF
bites "SQL in a page" sql_elsewhere "$planted"
plant cgi-bin/care/x.c <<'EOF'
#include <sqlite3.h>
EOF
bites "sqlite3.h outside db" sqlite_elsewhere "$planted"
plant cgi-bin/store/x_store.c <<'EOF'
	db_prep(db, "INSERT OR IGNORE INTO t VALUES (1)");
EOF
bites "what only SQLite knows" one_engine "$planted"
for only in 'SELECT ifnull(a, 0) FROM t' 'SELECT max(a, b) FROM t' \
	'SELECT CAST(a AS INTEGER) FROM t' 'SELECT 1 WHERE a IS :a' \
	'SELECT 1 WHERE t.a IS NOT u.a' 'SELECT group_concat(a) FROM t' \
	'SELECT a FROM t LIMIT -1' "SELECT a FROM t WHERE a GLOB 'x*'"; do
	plant cgi-bin/store/x_store.c <<EOF
	db_prep(db, "$only");
EOF
	bites "$only" one_engine "$planted"
done
plant cgi-bin/store/x_store.c <<'EOF'
	db_prep(db, "SELECT max(a), min(coalesce(a, 0)) FROM t"
		" WHERE a IS NOT NULL AND CAST(b AS BIGINT) = :c");
EOF
holds "what both know is let through" one_engine "$planted"
plant cgi-bin/store/x_store.c <<'EOF'
	struct db_stmt *q = db_prep(db,
		"SELECT id FROM patient"
		" WHERE id = :id");
EOF
mkdir "$planted/schema"
printf 'CREATE TABLE patient (\n\tclinic_id INTEGER\n);\n' \
	>"$planted/schema/0001_x.sql"
bites "a statement that forgets the clinic" unscoped "$planted"
done_testing
