#!/bin/sh
# The systemd units: each is confined (an exposure of 2.0 at most, 3.0 with
# a network, where an
# empty unit has 9.6) and systemd can read it.
. "${srcdir:-.}/tests/lint/lib.sh"

exposed() {
	bad=0
	for unit in "$1"/*.service; do
		systemd-analyze security --offline=true --no-pager \
			--threshold="${2:-20}" "$unit" >"$1/told" 2>&1 ||
			{ bad=1; tail -n 1 "$1/told"; }
	done
	return $bad
}

# What systemd says of a unit, less what only an installed program cures.
unread() {
	! systemd-analyze verify --man=no "$1"/*.service "$1"/*.socket "$1"/*.timer 2>&1 |
		grep -F "$1" | grep -v -e 'is not executable'
}

if ! command -v systemd-analyze >/dev/null; then
	skip "systemd-analyze is missing: apt install systemd"
	done_testing
	exit
fi
sh "$src/nginx/mkunits.sh" "$src" "$planted" /usr/libexec /etc/handrail \
	/var/lib/handrail /usr/bin
holds "no service has more than it needs" exposed "$planted"
holds "systemd can read the units" unread "$planted"
# As systemd reads it: what a drop-in says stands after the unit.
mkdir "$planted/net"
for unit in "$planted"/*.service; do
	cat "$unit" "$src/nginx/database-server.conf" \
		>"$planted/net/${unit##*/}"
done
cp "$planted"/*.socket "$planted"/*.timer "$planted/net"
holds "with a database elsewhere they have little more" exposed "$planted/net" 30
holds "systemd can read the lines for a database elsewhere" \
	unread "$planted/net"
rm -r "$planted/net"
sed -i '/^SystemCall\|^Protect\|^Restrict\|^Private/d' \
	"$planted/handrail-api.service"
bites "a service that is let loose" exposed "$planted"
echo 'Nonsense=1' >>"$planted/handrail-api.socket"
bites "a line that systemd does not know" unread "$planted"
done_testing
