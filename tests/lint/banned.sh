#!/bin/sh
# Calls that go wrong: unbounded copies, silent number parsing, shells, and
# memory outside the arenas of a request.
. "${srcdir:-.}/tests/lint/lib.sh"

# The code of the C files without comments and strings, "file:line:code".
code() {
	c_files "$1" | xargs -r awk '
	FNR == 1 { comment = 0 }
	{
		line = $0
		gsub(/\\"/, "", line)
		gsub(/"[^"]*"/, "\"\"", line)
		while (1) {
			if (comment) {
				if (!(i = index(line, "*/"))) { line = ""; break }
				line = substr(line, i + 2); comment = 0
			}
			if (!(i = index(line, "/*"))) break
			rest = substr(line, i + 2)
			if (j = index(rest, "*/"))
				line = substr(line, 1, i - 1) substr(rest, j + 2)
			else {
				line = substr(line, 1, i - 1); comment = 1
				break
			}
		}
		sub(/\/\/.*/, "", line)
		if (line ~ /[^ \t]/) print FILENAME ":" FNR ":" line
	}'
}

unsafe() {
	! code "$1" | grep -E '[^A-Za-z0-9_](strcpy|strncpy|strcat|strncat|sprintf|vsprintf|gets|stpcpy|alloca|atoi|atol|atoll|atof|strtok|system|popen|tmpnam|mktemp|rand|srand|random|gmtime|localtime|asctime|ctime|signal|vfork) *\('
}

heap() {
	! code "$1" | grep -E '/cgi-bin/(domain|store|care|page|staff|portal|api)/' |
		grep -E '[^A-Za-z0-9_.>](malloc|calloc|realloc|free|strdup|strndup|asprintf) *\('
}

# A reply depends on the request and the database, not on what ran before.
globals() {
	! code "$1" | grep -E '/cgi-bin/(domain|codec|store|care|page|staff|portal|api)/' |
		grep -E ':static [^(=]*[a-z_](\[[^]]*\])?( = [^;]*)?;$' |
		grep -v -E ':static const|const [a-z_]+(\[|;| =)'
}

holds "no banned call" unsafe "$src"
holds "no heap beside the arena in the rooms of a request" heap "$src"
holds "no variable outlives a request" globals "$src"

plant cgi-bin/web/x.c <<'EOF'
/* strcpy(a, b) in a comment is no call. */
	strcpy(to, "from");
EOF
bites "strcpy" unsafe "$planted"
plant cgi-bin/web/x.c <<'EOF'
/*
 * Many strcpy(a, b).
 */
	log("strcpy(a, b)"); /* strcpy(a, b) */ xstrcpy(a, b);
EOF
holds "a comment or a string is no call" unsafe "$planted"
plant cgi-bin/staff/x.c <<'EOF'
	char *p = malloc(3);
EOF
bites "malloc in a page" heap "$planted"
plant cgi-bin/care/x.c <<'EOF'
static int calls;
EOF
bites "a static variable" globals "$planted"
done_testing
