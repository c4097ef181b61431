#!/bin/sh
# Each room includes only itself and the rooms named beside it. The include
# path is cgi-bin itself, so a quoted include starts with its room. Only a
# program's main.c may also use db, to open its connection.
src=$(cd "${srcdir:-.}" && pwd) || exit 99
tmp=$(mktemp -d) || exit 99
trap 'rm -rf "$tmp"' EXIT

check_layers() (
	cd "$1/cgi-bin" || exit 99
	bad=0
	while read -r dir may; do
		[ -d "$dir" ] || continue
		for f in $(find "$dir" -name '*.[ch]' -o -name '*.cc'); do
			ok=" $dir $may "
			case $f in
			*/main.c) ok="$ok db " ;;
			esac
			for inc in $(sed -n \
				's|^ *# *include "\([^"]*\)".*|\1|p' "$f"); do
				case $ok in
				*" ${inc%%/*} "*) ;;
				*) echo "# $f must not include $inc"; bad=1 ;;
				esac
			done
		done
	done <<-EOF
	base
	domain	base
	codec	base domain
	db	base
	store	base domain db
	care	base domain codec store
	tpl	base
	web	base domain db tpl
	page	base domain codec store care tpl web
	staff	base domain codec store care tpl web page
	portal	base domain codec store care tpl web page
	api	base domain codec store care web
	worker	base domain codec db store care tpl
	mllp	base domain codec db store care
	admin	base domain codec db store care tpl web page
	EOF
	exit $bad
)

echo 1..2
if check_layers "$src"; then
	echo "ok 1 - each room includes only the rooms below it"
else
	echo "not ok 1 - each room includes only the rooms below it"
fi
mkdir -p "$tmp/cgi-bin/domain"
echo '#include "db/db.h"' >"$tmp/cgi-bin/domain/planted.c"
if check_layers "$tmp" >/dev/null; then
	echo "not ok 2 - a planted include is found"
else
	echo "ok 2 - a planted include is found"
fi
