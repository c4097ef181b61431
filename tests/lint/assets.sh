#!/bin/sh
# What a page makes the browser load: icons that are in the sprite, and
# files within their size when compressed. A staff page on a slow line is
# the clinic's day.
. "${srcdir:-.}/tests/lint/lib.sh"

icons() {
	bad=0
	for name in $(find "$1/templates" -name '*.tpl' -exec grep -hoE \
		'STATIC_ICONS\}\}#[a-z0-9-]+' {} + | sed 's/.*#//' | sort -u); do
		grep -qx -- "$name" "$1/static/icons.list" ||
			{ echo "static/icons.list lacks $name"; bad=1; }
	done
	return $bad
}

# within FILE BYTES: compressed it is no larger.
within() {
	size=$(gzip -9 -n -c "$1" | wc -c)
	[ "$size" -le "$2" ] ||
		{ echo "$1: $size bytes compressed, more than $2"; return 1; }
}

holds "each icon of a template is in the sprite" icons "$src"
holds "the style sheet is within 12 kB" within "$src/static/css/app.css" 12288
holds "the script is within 6 kB" within "$src/static/js/app.js" 6144
plant templates/x.tpl <<'EOF'
<use href="{{STATIC_ICONS}}#no-such-icon"></use>
EOF
mkdir -p "$planted/static"
echo house >"$planted/static/icons.list"
bites "an icon that is not in the sprite" icons "$planted"
plant static/big <<EOF
$(od -An -tx1 -N4096 /dev/urandom)
EOF
bites "a file that has grown" within "$planted/static/big" 1024
done_testing
