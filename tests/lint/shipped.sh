#!/bin/sh
# The tarball holds every file of the clone, less what only git and its
# hosts read. A file that was forgotten would be missed only by users.
. "${srcdir:-.}/tests/lint/lib.sh"

forgotten() { # LIST of what is tracked, FOLDER that is shipped
	! grep -v -e '^\.ci/' -e '^\.gitignore$' "$1" |
		while read -r file; do
			[ -e "$2/$file" ] || echo "$file is not shipped"
		done | grep .
}

if ! git -C "$src" ls-files 2>/dev/null | grep . >"$planted/tracked"; then
	skip "this is no clone"
	done_testing
	exit
fi
if ! (cd "${builddir:-.}" && MAKEFLAGS='' ${MAKE:-make} -s distdir \
	distdir="$planted/shipped" am__remove_distdir=:) >"$planted/log" 2>&1
then
	not_ok "make distdir works"
	sed 's/^/# /' "$planted/log"
	done_testing
	exit
fi
holds "the tarball holds every file" forgotten "$planted/tracked" \
	"$planted/shipped"
echo tests/unit/forgotten.c >>"$planted/tracked"
bites "a file that was forgotten" forgotten "$planted/tracked" \
	"$planted/shipped"
chmod -R u+w "$planted"
done_testing
