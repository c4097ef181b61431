#!/bin/sh
# Each room includes only itself and the rooms named beside it. The include
# path is cgi-bin itself, so a quoted include starts with its room. Only a
# program's main.c, which opens its connection, and the list of its rights
# may also use db.
. "${srcdir:-.}/tests/lint/lib.sh"

rooms() {
	cat <<-EOF
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
}

# File and include, one pair a line, for one room.
includes() {
	find "$1" -name '*.[ch]' -exec grep -H '^ *# *include "' {} + \
		-o -name '*.cc' -exec grep -H '^ *# *include "' {} + |
		sed 's|^\([^:]*\):.*"\([^"]*\)".*|\1 \2|'
}

layers() (
	cd "$1/cgi-bin" || exit 99
	rooms | while read -r room may; do
		[ -d "$room" ] || continue
		includes "$room" | while read -r file inc; do
			ok=" $room $may "
			case $file in
			*/main.c | */rights.[ch]) ok="$ok db " ;;
			# It grants what the programs' lists say.
			admin/rights_cmd.c) ok="$ok staff portal api worker " ;;
			esac
			case $ok in
			*" ${inc%%/*} "*) ;;
			*) echo "$file must not include $inc" ;;
			esac
		done
	done >"$planted.out"
	cat "$planted.out"
	[ ! -s "$planted.out" ]
	status=$?
	rm -f "$planted.out"
	exit $status
)

holds "each room includes only the rooms below it" layers "$src"
plant cgi-bin/domain/x.c <<'EOF'
#include "db/db.h"
EOF
bites "a room used from below" layers "$planted"
plant cgi-bin/staff/x_pages.c <<'EOF'
#include "db/db.h"
EOF
bites "a page that opens the database" layers "$planted"
plant cgi-bin/tpl/x.cc <<'EOF'
#include "web/req.h"
EOF
bites "the same in C++" layers "$planted"
done_testing
