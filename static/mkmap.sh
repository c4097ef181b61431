#!/bin/sh
# mkmap.sh STATIC DEST: copies the files the browser loads from STATIC to
# DEST/static under names that carry a hash of their content, so that they
# may be cached for ever, each with a .gz beside it where that is smaller.
# DEST/static.map has a line "name TAB hashed name" for each. A style sheet
# is hashed after the files it names, for its url()s are rewritten.
set -eu
static=$1
dest=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
out=$work/static
map=$work/static.map
mkdir "$out"
: >"$map"

hashed() { # NAME CONTENT: the name with eight hex digits of its content
	hash=$(sha256sum <"$2" | cut -c1-8)
	case ${1##*/} in
	*.*) echo "${1%.*}.$hash.${1##*.}" ;;
	*) echo "$1.$hash" ;;
	esac
}

put() { # NAME CONTENT
	to=$(hashed "$1" "$2")
	mkdir -p "$out/$(dirname "$to")"
	cp "$2" "$out/$to"
	printf '%s\t%s\n' "$1" "$to" >>"$map"
}

compress() { # as gzip_static of nginx wants it; woff2 gains nothing
	find "$out" -type f ! -name '*.woff2' ! -name '*.png' |
	while read -r file; do
		gzip -9 -n -c "$file" >"$file.gz"
		[ "$(wc -c <"$file.gz")" -lt "$(wc -c <"$file")" ] ||
			rm "$file.gz"
	done
}

# The files a style sheet names, as paths from STATIC.
named_by() {
	grep -o 'url([^)]*)' "$static/$1" | sed 's/^url(//; s/)$//; s/"//g' |
	sed "s/'//g; /^data:/d; /^#/d; s/[#?].*//" | sort -u |
	while read -r ref; do
		realpath -m -s --relative-to="$static" \
			"$static/$(dirname "$1")/$ref"
	done
}

# Rewrites one style sheet to $work/css; fails while a file it names is
# not in the map.
rewrite() {
	cp "$static/$1" "$work/css"
	named_by "$1" >"$work/named"
	while read -r part; do
		to=$(awk -F '\t' -v n="$part" '$1 == n { print $2 }' "$map")
		[ -n "$to" ] || { missing="$1 names $part"; return 1; }
		sed -i "s|\(url([\"']\{0,1\}[^)]*\)${part##*/}|\1${to##*/}|g" \
			"$work/css"
	done <"$work/named"
}

cd "$static"
static=$PWD
cd "$OLDPWD"
(cd "$static" && find css js img vendor -type f ! -name '.*' 2>/dev/null |
	LC_ALL=C sort) >"$work/files" || :

grep -v '\.css$' "$work/files" | while read -r name; do
	put "$name" "$static/$name"
done
grep '\.css$' "$work/files" >"$work/todo" || :
while [ -s "$work/todo" ]; do
	: >"$work/later"
	while read -r name; do
		if rewrite "$name"; then
			put "$name" "$work/css"
		else
			echo "$name" >>"$work/later"
		fi
	done <"$work/todo"
	if cmp -s "$work/todo" "$work/later"; then
		echo "mkmap.sh: $missing, which is not there" >&2
		exit 1
	fi
	mv "$work/later" "$work/todo"
done

LC_ALL=C sort -o "$map" "$map"
compress
mkdir -p "$dest"
rm -rf "$dest/static" "$dest/static.map"
cp -r "$out" "$dest/static"
cp "$map" "$dest/static.map"
