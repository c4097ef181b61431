#!/bin/sh
# The nginx site that is installed: nginx can read it, and what must hold
# in every location does.
. "${srcdir:-.}/tests/lint/lib.sh"
PATH=$PATH:/usr/sbin

unread() {
	rm -rf "$planted/site"
	sh "$src/tests/lib/lay-site" "$1" "$planted/site" "$planted" \
		18180 18143 || return 1
	! nginx -t -q -p "$planted" -e "$planted/error.log" \
		-c "$planted/site/nginx.conf" 2>&1 | grep .
}

# A location with a header of its own inherits none: it must include all.
bare_locations() {
	! awk '
	/^[ \t]*location .*\{/ { depth++; own = all = 0; at = FILENAME ":" FNR }
	/add_header/ && depth { own = 1 }
	/headers\.conf/ && depth { all = 1 }
	/^[ \t]*\}/ && depth {
		depth--
		if (own && !all)
			print at " sets a header and loses the others"
		own = all = 0
	}' "$1"/nginx/*.conf | grep .
}

# Pages that compute a password hash, as nginx sees them: METHOD:/path.
hashing_pages() {
	c_files "$1" | grep '_pages.c$' | xargs -r grep -l 'care/auth.h' |
		xargs -r awk '
	/^const struct page/ { method = path = slow = "" }
	/\.method = / { split($0, part, "\""); method = part[2] }
	/\.path = / { split($0, part, "\""); path = part[2] }
	/\.prepare = / { slow = 1 }
	/^};/ && slow { gsub(/:[a-z_]+/, "7", path); print method ":" path
		slow = "" }'
}

# Each of them is in the list of http.conf that leads to the other workers.
unrouted() {
	sed -n 's/^	"~\(.*\)" yes;$/\1/p' "$1/nginx/http.conf" >"$planted.list"
	! hashing_pages "$1" | grep -vE -f "$planted.list"
	status=$?
	rm -f "$planted.list"
	return $status
}

holds "pages that hash passwords have workers of their own" unrouted "$src"
mkdir -p "$planted/cgi-bin/staff" "$planted/nginx"
cp "$src/nginx/http.conf" "$planted/nginx/"
cat >"$planted/cgi-bin/staff/x_pages.c" <<'EOF'
#include "care/auth.h"
const struct page x_page = {
	.method = "POST",
	.path = "/me/new-way",
	.prepare = x_prepare,
};
EOF
bites "a page that hashes among the others" unrouted "$planted"
rm -rf "${planted:?}"/*
if ! command -v nginx >/dev/null || ! command -v openssl >/dev/null; then
	skip "nginx or openssl is missing: apt install nginx openssl"
	done_testing
	exit
fi
holds "nginx can read the site" unread "$src"
holds "every location keeps the security headers" bare_locations "$src"
mkdir "$planted/bad"
cp -r "$src/nginx" "$planted/bad/"
echo 'limit_req zone=nobody;' >>"$planted/bad/nginx/staff.conf"
bites "a site nginx cannot read" unread "$planted/bad"
cat >"$planted/bad/nginx/api.conf" <<'EOF'
location /x {
	add_header X-A b always;
}
EOF
bites "a location without the headers" bare_locations "$planted/bad"
done_testing
