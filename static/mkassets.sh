#!/bin/sh
# mkassets.sh SRCDIR: copies the pinned browser files that npm brought into
# static/vendor, makes the icon sprite and collects the licences. A release
# tarball already holds static/vendor and needs neither npm nor this.
set -eu
cd "$1"
vendor=static/vendor
modules=node_modules

if [ -e .from-tarball ]; then
	echo "mkassets.sh: static/vendor came with the tarball;" \
		"to change it, build from a git clone" >&2
	exit 1
fi
if ! cmp -s package-lock.json $modules/.handrail-lock; then
	npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	cp package-lock.json $modules/.handrail-lock
fi

rm -rf $vendor.new
mkdir -p $vendor.new
cp $modules/htmx.org/dist/htmx.min.js \
	$modules/@event-calendar/build/dist/event-calendar.min.js \
	$modules/@event-calendar/build/dist/event-calendar.min.css $vendor.new/
for set in latin latin-ext vietnamese; do
	cp "$modules/@fontsource-variable/public-sans/files/public-sans-$set-wght-normal.woff2" \
		"$vendor.new/public-sans-$set.woff2"
done
sh static/mkicons.sh $modules/lucide-static/icons static/icons.list \
	>$vendor.new/icons.svg

# The maps are not shipped: a link to one is a 404 in every console.
sed -i 's|/[/*]# *sourceMappingURL=.*$||' $vendor.new/*.js $vendor.new/*.css
if grep -l sourceMappingURL $vendor.new/*; then
	echo "mkassets.sh: a source map is still linked" >&2
	exit 1
fi

field() {
	sed -n "s/^ *\"$2\": *\"\\([^\"]*\\)\".*/\\1/p" \
		"$modules/$1/package.json" | head -n 1
}
for package in htmx.org @event-calendar/build \
	@fontsource-variable/public-sans lucide-static; do
	printf '== %s %s (%s)\n' "$package" "$(field $package version)" \
		"$(field $package license)"
	if [ -f "$modules/$package/LICENSE" ]; then
		cat "$modules/$package/LICENSE"
	else
		field $package homepage
		cat static/event-calendar.LICENSE
	fi
	echo
done >$vendor.new/LICENSES.txt

find $vendor.new -type f -exec chmod 644 {} +
rm -rf $vendor
mv $vendor.new $vendor
touch $vendor/.stamp
