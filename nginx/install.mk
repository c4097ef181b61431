# What is installed beside the programs. Lists are made from the tree, so
# that a new template or migration needs no line here.

NGINX_CONF = %D%/api.conf %D%/fastcgi.conf %D%/headers.conf %D%/http.conf \
	%D%/portal.conf %D%/server.conf %D%/staff.conf
EXTRA_DIST += $(NGINX_CONF) %D%/README.md %D%/database-server.conf \
	%D%/demo.conf %D%/errors %D%/handrail.conf.in \
	%D%/handrail.site %D%/logrotate %D%/mkunits.sh %D%/pool.service \
	%D%/nightly.service %D%/nightly.timer \
	%D%/pool.socket %D%/sysusers.conf %D%/tmpfiles.conf

conf_dir = $(sysconfdir)/handrail
state_dir = $(localstatedir)/lib/handrail
nginx_dir = $(pkgdatadir)/nginx
site_dir = $(sysconfdir)/nginx/sites-available
unit_dir = $(prefix)/lib/systemd/system
sysusers_dir = $(prefix)/lib/sysusers.d
tmpfiles_dir = $(prefix)/lib/tmpfiles.d
logrotate_dir = $(sysconfdir)/logrotate.d

FILL = sed -e 's|@NGINXDIR@|$(nginx_dir)|g' -e 's|@DATADIR@|$(pkgdatadir)|g' \
	-e 's|@STATEDIR@|$(state_dir)|g'
TREE = cd '$(srcdir)' && find templates schema -type f \
	\( -name '*.tpl' -o -name '*.po' -o -name '*.sql' -o -name '*.tsv' \
	-o -name '*.txt' \)

install-data-local: $(VENDOR_STAMP)
	$(MKDIR_P) '$(DESTDIR)$(pkgdatadir)' '$(DESTDIR)$(nginx_dir)' \
		'$(DESTDIR)$(pkgdatadir)/errors' '$(DESTDIR)$(site_dir)' \
		'$(DESTDIR)$(unit_dir)' '$(DESTDIR)$(sysusers_dir)' \
		'$(DESTDIR)$(tmpfiles_dir)' '$(DESTDIR)$(logrotate_dir)' \
		'$(DESTDIR)$(conf_dir)'
	dest=`cd '$(DESTDIR)$(pkgdatadir)' && pwd` && ($(TREE)) | \
	while read -r file; do \
		$(MKDIR_P) "$$dest/`dirname $$file`" && \
		$(INSTALL_DATA) "$(srcdir)/$$file" "$$dest/$$file" || exit 1; \
	done
	$(SHELL) '$(srcdir)/static/mkmap.sh' '$(srcdir)/static' \
		'$(DESTDIR)$(pkgdatadir)'
	$(INSTALL_DATA) $(srcdir)/%D%/errors/* '$(DESTDIR)$(pkgdatadir)/errors'
	for file in $(NGINX_CONF); do \
		$(FILL) "$(srcdir)/$$file" \
			>"$(DESTDIR)$(nginx_dir)/`basename $$file`" || exit 1; \
	done
	$(FILL) '$(srcdir)/%D%/handrail.site' >'$(DESTDIR)$(site_dir)/handrail'
	$(SHELL) '$(srcdir)/%D%/mkunits.sh' '$(srcdir)' \
		'$(DESTDIR)$(unit_dir)' '$(libexecdir)' '$(conf_dir)' \
		'$(state_dir)' '$(bindir)'
	$(INSTALL_DATA) '$(srcdir)/%D%/database-server.conf' \
		'$(DESTDIR)$(pkgdatadir)/database-server.conf'
	$(INSTALL_DATA) '$(srcdir)/%D%/sysusers.conf' \
		'$(DESTDIR)$(sysusers_dir)/handrail.conf'
	$(FILL) '$(srcdir)/%D%/tmpfiles.conf' \
		>'$(DESTDIR)$(tmpfiles_dir)/handrail.conf'
	$(INSTALL_DATA) '$(srcdir)/%D%/logrotate' \
		'$(DESTDIR)$(logrotate_dir)/handrail'
	$(FILL) '$(srcdir)/%D%/handrail.conf.in' \
		>'$(DESTDIR)$(pkgdatadir)/handrail.conf.default'
	test -e '$(DESTDIR)$(conf_dir)/handrail.conf' || \
		$(INSTALL_DATA) '$(DESTDIR)$(pkgdatadir)/handrail.conf.default' \
			'$(DESTDIR)$(conf_dir)/handrail.conf'

# A configuration that somebody changed stays.
uninstall-local:
	! cmp -s '$(DESTDIR)$(conf_dir)/handrail.conf' \
		'$(DESTDIR)$(pkgdatadir)/handrail.conf.default' || \
		rm -f '$(DESTDIR)$(conf_dir)/handrail.conf'
	rm -rf '$(DESTDIR)$(pkgdatadir)'
	rm -f '$(DESTDIR)$(site_dir)/handrail' \
		'$(DESTDIR)$(unit_dir)'/handrail-*.service \
		'$(DESTDIR)$(unit_dir)'/handrail-*.socket \
		'$(DESTDIR)$(unit_dir)'/handrail-*.timer \
		'$(DESTDIR)$(sysusers_dir)/handrail.conf' \
		'$(DESTDIR)$(tmpfiles_dir)/handrail.conf' \
		'$(DESTDIR)$(logrotate_dir)/handrail'

# The tarball holds what npm brought, so that it builds without.
dist-hook: $(VENDOR_STAMP)
	cp -pR '$(srcdir)/static/vendor' '$(distdir)/static/'
	cp -p '$(VENDOR_STAMP)' '$(distdir)/static/vendor/.stamp'
	echo 'This tree came as a tarball: no npm needed.' \
		>'$(distdir)/.from-tarball'
