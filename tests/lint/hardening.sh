#!/bin/sh
# Each program as built: position independent, relocations read-only before
# main, no executable stack, stack guarded.
. "${srcdir:-.}/tests/lint/lib.sh"
build=${builddir:-.}

soft() { # PROGRAM: what it lacks
	bad=0
	lacks() { echo "$1 $2"; bad=1; }
	readelf -h "$1" | grep -q 'Type: *DYN' || lacks "$1" "is not PIE"
	readelf -d "$1" | grep -q 'NOW' || lacks "$1" "binds lazily"
	readelf -lW "$1" | grep -q GNU_RELRO || lacks "$1" "has no RELRO"
	readelf -lW "$1" | grep 'GNU_STACK' | grep -q 'RW ' ||
		lacks "$1" "has an executable stack"
	readelf -sW "$1" | grep -q '__stack_chk_fail' ||
		lacks "$1" "has no guarded stack"
	return $bad
}

if ! command -v readelf >/dev/null; then
	skip "readelf is missing: apt install binutils"
	done_testing
	exit
fi
for program in handrail-staff handrail-portal handrail-api handrail-worker \
	handrailctl; do
	if [ -x "$build/$program" ]; then
		holds "$program is hardened" soft "$build/$program"
	fi
done
printf 'int main(void) { return 0; }\n' | plant x.c
if ${CC:-cc} -no-pie -fno-stack-protector -Wl,-z,norelro -Wl,-z,lazy \
	-o "$planted/x" "$planted/x.c"; then
	bites "a program built without" soft "$planted/x"
else
	not_ok "the planted fault links"
fi
done_testing
