#!/bin/sh
# The shell scripts, by bash's own reading and by shellcheck.
. "${srcdir:-.}/tests/lint/lib.sh"

scripts() (
	cd "$1" || exit 99
	tracked_files "$1" | while read -r file; do
		case $(head -c 20 "$file" | tr -d '\0' | head -n 1) in
		'#!/bin/sh'* | '#!/bin/bash'*) echo "$1/$file" ;;
		esac
	done
)

reads() {
	bad=0
	for file in $(scripts "$1"); do
		bash -n "$file" 2>&1 || bad=1
	done
	return $bad
}

checked() { scripts "$1" | (cd "$1" && xargs -r shellcheck -x -S warning -e SC1091); }

holds "every script can be read" reads "$src"
if command -v shellcheck >/dev/null; then
	holds "shellcheck has no warning" checked "$src"
	plant x.sh <<'EOF'
#!/bin/sh
cd $1; rm -rf $unset/*; read a < b; [ $a == b ]
EOF
	bites "a script with faults" checked "$planted"
else
	skip "shellcheck is missing: apt install shellcheck"
fi
plant x.sh <<'EOF'
#!/bin/sh
if true; then
EOF
bites "a script that breaks off" reads "$planted"
done_testing
