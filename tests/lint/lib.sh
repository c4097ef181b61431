# What the lint scripts share: TAP, a folder for planted faults, and the
# rule that a check which cannot fail is no check.
src=$(cd "${srcdir:-.}" && pwd) || exit 99
planted=$(mktemp -d) || exit 99
trap 'rm -rf "$planted"' EXIT
number=0

ok() { number=$((number + 1)); echo "ok $number - $*"; }
not_ok() { number=$((number + 1)); echo "not ok $number - $*"; }
skip() { number=$((number + 1)); echo "ok $number # SKIP $*"; }

# holds TEXT COMMAND ...: what COMMAND prints are the offences.
holds() {
	text=$1
	shift
	if said=$("$@"); then
		ok "$text"
	else
		not_ok "$text"
	fi
	[ -z "$said" ] || printf '%s\n' "$said" | sed 's/^/# /'
}

# bites TEXT COMMAND ...: on a planted fault the check must fail.
bites() {
	text=$1
	shift
	if "$@" >/dev/null; then
		not_ok "finds $text"
	else
		ok "finds $text"
	fi
}

# plant PATH: standard input becomes a file in the folder of faults.
plant() {
	rm -rf "${planted:?}"/*
	mkdir -p "$planted/$(dirname "$1")"
	cat >"$planted/$1"
}

done_testing() { echo "1..$number"; }

# The C files under a tree's cgi-bin.
c_files() {
	find "$1/cgi-bin" -name '*.[ch]' -o -name '*.cc' | LC_ALL=C sort
}

# What git tracks in a tree; in a tarball, what is there.
tracked_files() {
	git -C "$1" ls-files 2>/dev/null | grep . && return
	(cd "$1" && find ./* -maxdepth 0 -type f \( -name '*.c' -o \
		-name '*.md' -o -name '*.sh' -o -name '*.am' -o \
		-name '*.ac' -o -name bootstrap \) &&
		find cgi-bin nginx schema static templates tests \
			-type f ! -path '*/vendor/*' ! -name '*.log' \
			! -name '*.trs' ! -name '*.o' 2>/dev/null) |
		sed 's|^\./||'
}
