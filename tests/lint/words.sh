#!/bin/sh
# The portal in each language: what stands in [[ ]] in a template a patient
# may see, in tr() in the programs, or in the portal's field tables has an
# entry in every catalogue. A msgid stands there on one line.
. "${srcdir:-.}/tests/lint/lib.sh"

STRING='"([^"\\]|\\.)*"'

one_line() { tr '\n\t' '  ' <"$1"; }

# The text of adjoining string literals.
literal() { sed -E 's/^[^"]*"//; s/" *$//; s/" +"//g; s/"[^"]*$//'; }

texts() {
	find "$1/templates/portal" "$1/templates/part" \
		"$1/templates/layout/portal.tpl" \
		"$1/templates/layout/kiosk.tpl" -name '*.tpl' 2>/dev/null |
	while read -r file; do
		one_line "$file" | grep -o '\[\[[^]]*\]\]' |
			sed 's/^\[\[//; s/\]\]$//'
	done
	find "$1/cgi-bin/portal" "$1/cgi-bin/web" "$1/cgi-bin/page" \
		-name '*.c' 2>/dev/null |
	while read -r file; do
		one_line "$file" |
			grep -oE "[^a-z_]tr\(rq, *($STRING *)+" | literal
	done
	find "$1/cgi-bin/portal" -name '*.c' 2>/dev/null |
	while read -r file; do
		one_line "$file" |
			grep -oE "\.(label|hint|missing) = *($STRING *)+" |
			literal
		one_line "$file" | grep -oE '\{"[a-z]+", *"[A-Z][^"]*"\}' |
			sed -E 's/^\{"[a-z]+", *"//; s/"\}$//'
	done
}

translated() {
	bad=0
	texts "$1" | LC_ALL=C sort -u >"$planted.texts"
	for po in "$1"/templates/po/*.po; do
		[ -f "$po" ] || continue
		awk '/^msgid /  { id = substr($0, 8, length($0) - 8) }
		     /^msgstr ""$/ { next }
		     /^msgstr / { print id }' "$po" | LC_ALL=C sort -u |
			LC_ALL=C comm -23 "$planted.texts" - |
			sed "s|^|${po#"$1"/} lacks: |" | grep . && bad=1
	done
	rm -f "$planted.texts"
	return $bad
}

some() { texts "$1" | grep -q . && ls "$1"/templates/po/*.po >/dev/null; }

holds "there are texts to translate, and catalogues" some "$src"
holds "each text of the portal is in each catalogue" translated "$src"

# A planted fault beside a catalogue that holds one word.
catalogue() {
	mkdir -p "$planted/templates/po"
	printf 'msgid "Known"\nmsgstr "Sabido"\n' \
		>"$planted/templates/po/es.po"
}
plant templates/portal/x.tpl <<'EOF'
<p>[[Known]]</p>
EOF
catalogue
holds "a text that is translated is fine" translated "$planted"
plant templates/portal/x.tpl <<'EOF'
<p>[[Known]] [[Not known]]</p>
EOF
catalogue
bites "a text of a template that is not translated" translated "$planted"
plant cgi-bin/portal/x.c <<'EOF'
	f(tr(rq, "Kno"
		"wn nothing"));
EOF
catalogue
bites "a text of a program that is not translated" translated "$planted"
plant cgi-bin/portal/x.c <<'EOF'
	{.name = "x", .label = "A new field"},
EOF
catalogue
bites "a label that is not translated" translated "$planted"
done_testing
