#!/bin/sh
# Templates: escaped, quoted, without inline style or script, and every
# form that changes something carries its token. ctemplate escapes nothing
# in a file without the pragma and says so nowhere.
. "${srcdir:-.}/tests/lint/lib.sh"

templates() { find "$1/templates" -name '*.tpl' 2>/dev/null | LC_ALL=C sort; }

# The markup of each template without its markers, a tag a line.
tags() {
	templates "$1" | while read -r file; do
		tr '\n\t' '  ' <"$file" |
			sed 's/{{![^}]*}}//g; s/{{%[^}]*}}//g' |
			sed 's/{{[^}]*}}/\x01/g' |
			grep -o '<[a-zA-Z][^>]*>' |
			sed "s|^|${file#"$1"/}: |"
	done
}

pragma() {
	bad=0
	for file in $(templates "$1"); do
		case $file in
		*/mail/* | */sms/*) want='{{%AUTOESCAPE context="' ;;
		*) want='{{%AUTOESCAPE context="HTML"' ;;
		esac
		head -n 1 "$file" | grep -qF "$want" ||
			{ echo "$file: line 1 is not the pragma"; bad=1; }
	done
	return $bad
}

raw() {
	! templates "$1" | xargs -r grep -nE \
		'\{\{[A-Z_0-9]+:(none|r|raw|H=no|html_none)' /dev/null
}

# What is left of a tag when its quoted attributes are gone has no "=".
quoted() {
	! tags "$1" | sed -E 's/: /\t/; s/[A-Za-z0-9:@_-]+="[^"]*"//g' |
		awk -F '\t' '$2 ~ /=/' | grep .
}

inline() {
	! {
		tags "$1" | grep -iE "[ \"']style *=|[ \"']on[a-z]+ *=|hx-on|<style"
		tags "$1" | grep -iE '<script' | grep -v 'src=' |
			grep -v 'type="application/json"'
		tags "$1" | grep -iE '(srcset|formaction) *= *"[^"]*'"$(printf '\001')"
		templates "$1" | xargs -r grep -nE '(href|action|src)="(https?:)?//' /dev/null
	} | grep .
}

# A form that posts: its hidden csrf and once stand before </form>. Before
# log-in there is no session to take a form once for, and a refusal must be
# the same to the byte whoever asks. And a form that comes again because the
# database was away has the token it came with, among its fields.
tokens() {
	bad=0
	for file in $(templates "$1" |
		grep -vE '/(staff/login|portal/(login|activate|account)|(staff|portal)/lost)\.tpl$'); do
		tr '\n' ' ' <"$file" | sed 's/{{![^}]*}}//g; s/<form/\n<form/g' |
			grep '^<form[^>]*method="post"' | sed 's|</form>.*||' |
			grep -v 'name="csrf" value="{{CSRF}}".*name="once" value="{{ONCE}}"' |
			cut -c1-100 | sed "s|^|${file#"$1"/}: no csrf or once: |" |
			grep . && bad=1
	done
	return $bad
}

# What a patient reads is marked for translation: no words outside [[ ]].
untranslated() {
	bad=0
	for file in $(templates "$1" | grep /portal/); do
		tr '\n\t' '  ' <"$file" |
			sed 's/{{![^}]*}}//g; s/{{[^}]*}}//g; s/\[\[[^]]*\]\]//g' |
			sed 's/<[^>]*>/\n/g; s/&[a-z]*;//g' |
			grep -E '[A-Za-z]{2}' | sed "s|^|${file#"$1"/}: |" |
			grep . && bad=1
	done
	return $bad
}

holds "each template's first line turns escaping on" pragma "$src"
holds "no value goes out as it is" raw "$src"
holds "attributes are in double quotes" quoted "$src"
holds "no inline style or script, nothing from elsewhere" inline "$src"
holds "each form that posts has its token" tokens "$src"
holds "portal pages are marked for translation" untranslated "$src"

plant templates/staff/x.tpl <<'EOF'
<p>{{X}}</p>
EOF
bites "a template without the pragma" pragma "$planted"
plant templates/staff/x.tpl <<'EOF'
<p>{{X:none}}</p>
EOF
bites "a raw value" raw "$planted"
plant templates/staff/x.tpl <<'EOF'
<p {{#A}}class="a"{{/A}} id={{X}}>a = b</p>
EOF
bites "an unquoted attribute" quoted "$planted"
plant templates/staff/x.tpl <<'EOF'
<p id="a"
 style="color: red">
EOF
bites "an inline style" inline "$planted"
plant templates/staff/x.tpl <<'EOF'
<button type="button" onclick="go()">
EOF
bites "an inline handler" inline "$planted"
plant templates/staff/x.tpl <<'EOF'
<script>go()</script>
EOF
bites "an inline script" inline "$planted"
plant templates/staff/x.tpl <<'EOF'
<form method="post" action="/a"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}"></form>
<form method="post" action="/b"><button>Go</button></form>
EOF
bites "a form without a token" tokens "$planted"
plant templates/staff/x.tpl <<'EOF'
<form method="post" action="/a"><input type="hidden" name="csrf" value="{{CSRF}}"></form>
EOF
bites "a form that can be taken twice" tokens "$planted"
plant templates/portal/x.tpl <<'EOF'
<p>[[Good morning]] {{NAME}}</p><p>Hello</p>
EOF
bites "a word nobody will translate" untranslated "$planted"
done_testing
