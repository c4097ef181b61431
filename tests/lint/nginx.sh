#!/bin/sh
# The nginx site that is installed: nginx can read it, and what must hold
# in every location does.
. "${srcdir:-.}/tests/lint/lib.sh"
PATH=$PATH:/usr/sbin

# lay TREE: the site and its parts as make install lays them, on ports that
# anybody may open, with a certificate of the hour.
lay() {
	rm -rf "$planted/site" && mkdir -p "$planted/site/tmp"
	for file in "$1"/nginx/*.conf "$1/nginx/handrail.site"; do
		sed -e "s|@NGINXDIR@|$planted/site|; s|@DATADIR@|$planted|" \
		    -e "s|/etc/handrail/tls/[a-z]*|$planted/site/tls|" \
		    -e "s|/run/handrail|$planted|; s|/var/log/handrail|$planted|" \
		    -e 's|\(listen .*\)\<80\>|\118180|; s|\(listen .*\)\<443\>|\118143|' \
			"$file" >"$planted/site/${file##*/}"
	done
	openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes \
		-subj /CN=staff.clinic.example -days 2 \
		-keyout "$planted/site/tls.key" -out "$planted/site/tls.crt" \
		2>"$planted/openssl.log" || cat "$planted/openssl.log"
	cat >"$planted/site/nginx.conf" <<-EOF
	pid $planted/nginx.pid;
	events {}
	http {
		client_body_temp_path $planted/site/tmp;
		fastcgi_temp_path $planted/site/tmp;
		proxy_temp_path $planted/site/tmp;
		scgi_temp_path $planted/site/tmp;
		uwsgi_temp_path $planted/site/tmp;
		include $planted/site/handrail.site;
	}
	EOF
}

unread() {
	lay "$1"
	if nginx -t -q -p "$planted" -e "$planted/error.log" \
		-c "$planted/site/nginx.conf" >"$planted/said" 2>&1; then
		return 0
	fi
	grep -v 'the "user" directive' "$planted/said"
	return 1
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
