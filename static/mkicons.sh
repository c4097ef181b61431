#!/bin/sh
# mkicons.sh FOLDER LIST: one SVG sprite on standard output, a symbol for
# each icon named in LIST, drawn by the page's own colour.
set -eu
folder=$1
list=$2

echo '<svg xmlns="http://www.w3.org/2000/svg">'
sed 's/#.*//' "$list" | while read -r name; do
	[ -n "$name" ] || continue
	if [ ! -f "$folder/$name.svg" ]; then
		echo "$list: lucide-static has no icon \"$name\"" >&2
		exit 1
	fi
	printf '<symbol id="%s" viewBox="0 0 24 24" fill="none"' "$name"
	printf ' stroke="currentColor" stroke-width="2"'
	printf ' stroke-linecap="round" stroke-linejoin="round">'
	# What stands between <svg ...> and </svg>, on one line.
	tr '\n' ' ' <"$folder/$name.svg" |
		sed 's/.*<svg[^>]*>//; s/<\/svg>.*//; s/  */ /g; s/> *</></g; s/^ *//; s/ *$//'
	echo '</symbol>'
done
echo '</svg>'
