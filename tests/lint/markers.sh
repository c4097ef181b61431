#!/bin/sh
# ctemplate says nothing of a marker that nobody sets, nor of a value that
# no template shows. Every marker stands as a name in the programs, and
# every name the programs set stands in a template. A name may be put
# together from a day and an ending ("_open"), which then stands alone.
. "${srcdir:-.}/tests/lint/lib.sh"

# The templates that a program names.
in_use() {
	c_files "$1" | xargs -r grep -oh '"[a-z]*/[a-z_0-9]*\.tpl"' |
		tr -d '"' | LC_ALL=C sort -u | while read -r file; do
		[ ! -e "$1/templates/$file" ] || echo "$1/templates/$file"
	done
}

not_in_use() {
	in_use "$1" >"$planted.used"
	find "$1/templates" -name '*.tpl' | grep -vxF -f "$planted.used"
	rm -f "$planted.used"
}

markers() {
	in_use "$1" | xargs -r sed 's/{{![^}]*}}//g' |
		grep -o '{{[#>/]\{0,1\}[A-Z][A-Z_0-9]*' | sed 's/^{{[#>/]*//' |
		LC_ALL=C sort -u
}

# Every literal that could be a name, in the programs and in the enums'
# tables they show.
names() {
	c_files "$1" | xargs -r grep -oh '"[A-Za-z_0-9]*"' | tr -d '"' |
		tr a-z A-Z | LC_ALL=C sort -u
}

unset_markers() {
	names "$1" >"$planted.names"
	grep '^_' "$planted.names" | sed 's/$/$/' >"$planted.endings"
	echo '^$' >>"$planted.endings"
	! markers "$1" | LC_ALL=C comm -23 - "$planted.names" |
		grep -v -f "$planted.endings"
	status=$?
	rm -f "$planted.names" "$planted.endings"
	return $status
}

# tpl_text(t, "NAME" and its kin; a row may be made on the spot.
shown_nowhere() {
	markers "$1" >"$planted.markers"
	! c_files "$1" | xargs -r cat | tr '\n\t' '  ' |
		grep -oE '(tpl_[a-z_]+\([A-Za-z_>.-]+|tpl_row\([a-z_]+, *"[A-Z_]+"\)), *"[A-Z][A-Z_0-9]*"' |
		grep -oE '"[A-Z][A-Z_0-9]*"$' | tr -d '"' | LC_ALL=C sort -u |
		LC_ALL=C comm -23 - "$planted.markers" | grep .
	status=$?
	rm -f "$planted.markers"
	return $status
}

holds "every marker is set by somebody" unset_markers "$src"
holds "every value set is shown somewhere" shown_nowhere "$src"

not_in_use "$src" | sed 's/^/# used by nobody: /'

mkdir -p "$planted/templates/staff" "$planted/cgi-bin/staff"
cat >"$planted/cgi-bin/staff/x_pages.c" <<'EOF'
	struct tpl *t = req_tpl(rq, "staff/x.tpl");

	tpl_text(t,
		"NAME", name);
	tpl_text(tpl_row(t, "ROW"), "BORN", born);
EOF
echo '{{NAME}} {{#ROW}}{{BORN}}{{/ROW}}' >"$planted/templates/staff/x.tpl"
holds "a page that agrees with its template" unset_markers "$planted"
holds "a template that agrees with its page" shown_nowhere "$planted"
echo '{{NMAE}} {{NAME}} {{#ROW}}{{BORN}}{{/ROW}}' \
	>"$planted/templates/staff/x.tpl"
bites "a marker that nobody sets" unset_markers "$planted"
echo '{{NAME}} {{#ROW}}{{BRON}}{{/ROW}}' >"$planted/templates/staff/x.tpl"
bites "a value that is shown nowhere" shown_nowhere "$planted"
done_testing
