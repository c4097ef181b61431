#!/bin/sh
# Every key that conf.c knows is told in handrail.conf(5) and stands in the
# commented handrail.conf with its default, and neither has more.
. "${srcdir:-.}/tests/lint/lib.sh"

keys() {
	sed -n 's/^	\(TEXT\|NUMBER\)(\([a-z_]*\),.*/\2/p' \
		"$1/cgi-bin/base/conf.c" | LC_ALL=C sort
}

told() {
	sed -n 's/^\.It Ic //p' "$1/cgi-bin/base/handrail.conf.5" |
		sed 's/ , /\n/g' | LC_ALL=C sort
}

shown() {
	sed -n 's/^#\{0,1\}\([a-z_]*\) =.*/\1/p' "$1/nginx/handrail.conf.in" |
		LC_ALL=C sort
}

# Numbers that are shown as defaults are the defaults.
wrong_defaults() {
	bad=0
	sed -n 's/^	NUMBER(\([a-z_]*\), \([0-9]*\),.*/\1 \2/p' \
		"$1/cgi-bin/base/conf.c" >"$planted.numbers"
	while read -r key value; do
		grep -qx "#$key = $value" "$1/nginx/handrail.conf.in" ||
			{ echo "$key is $value"; bad=1; }
	done <"$planted.numbers"
	rm -f "$planted.numbers"
	return $bad
}

same() {
	keys "$1" >"$planted.keys"
	"$2" "$1" | diff "$planted.keys" -
	status=$?
	rm -f "$planted.keys"
	return $status
}

holds "handrail.conf(5) tells every key" same "$src" told
holds "handrail.conf shows every key" same "$src" shown
holds "handrail.conf shows the defaults" wrong_defaults "$src"
mkdir -p "$planted/cgi-bin/base" "$planted/nginx"
cp "$src/cgi-bin/base/conf.c" "$src/cgi-bin/base/handrail.conf.5" \
	"$planted/cgi-bin/base/"
cp "$src/nginx/handrail.conf.in" "$planted/nginx/"
sed -i 's/^	NUMBER(hash_passes.*/&\n	NUMBER(new_key, 1, 1, 2),/' \
	"$planted/cgi-bin/base/conf.c"
bites "a key that nobody told of" same "$planted" told
bites "a key that is not shown" same "$planted" shown
bites "a default that is not shown" wrong_defaults "$planted"
done_testing
