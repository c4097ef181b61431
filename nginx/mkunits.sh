#!/bin/sh
# mkunits.sh SRCDIR DEST LIBEXECDIR CONFDIR STATEDIR BINDIR: a systemd
# service and socket for each pool of workers, and the nightly work. Pages
# and password hashing have pools of their own, and what faces patients has
# a user of its own.
set -eu
src=$1/nginx dest=$2 libexec=$3 conf=$4 state=$5 bin=$6

pool() { # POOL PROGRAM WORKERS MEMORY WHAT
	for kind in service socket; do
		sed -e "s|@POOL@|$1|g" -e "s|@PROGRAM@|$2|g" \
		    -e "s|@USER@|$2|g" -e "s|@WORKERS@|$3|g" \
		    -e "s|@MEMORY@|$4|g" -e "s|@WHAT@|$5|g" \
		    -e "s|@LIBEXECDIR@|$libexec|g" -e "s|@CONFDIR@|$conf|g" \
		    -e "s|@STATEDIR@|$state|g" \
			"$src/pool.$kind" >"$dest/handrail-$1.$kind"
	done
}

pool staff handrail-staff 4 1G "staff pages"
pool staff-login handrail-staff 2 512M "staff logins"
pool portal handrail-portal 2 512M "patient pages"
pool portal-login handrail-portal 1 256M "patient logins"
pool api handrail-api 1 256M "interface for other programs"

for kind in service timer; do
	sed -e "s|@BINDIR@|$bin|g" -e "s|@CONFDIR@|$conf|g" \
	    -e "s|@STATEDIR@|$state|g" \
		"$src/nightly.$kind" >"$dest/handrail-nightly.$kind"
done
