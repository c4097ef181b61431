#!/bin/sh
# domain and codec are values in, values out: their objects ask for no
# clock, no environment, no file and no chance.
. "${srcdir:-.}/tests/lint/lib.sh"
build=${builddir:-.}

impure() {
	! nm -A --undefined-only "$@" 2>/dev/null |
		grep -wE 'time|gettimeofday|clock_gettime|localtime|localtime_r|mktime|tzset|getenv|secure_getenv|setenv|open|open64|openat|fopen|fopen64|read|write|socket|connect|rand|random|srand|getrandom|arc4random|randombytes_buf|sleep|nanosleep|system|fork|execve|exit|abort|malloc|zone_now|instant_now|token_new'
}

if ! command -v nm >/dev/null; then
	skip "nm is missing: apt install binutils"
	done_testing
	exit
fi
holds "domain asks nobody" impure "$build/libdomain.a"
printf '#include <time.h>\nlong f(void);\nlong f(void) { return time(0); }\n' |
	plant x.c
if ${CC:-cc} -c -o "$planted/x.o" "$planted/x.c"; then
	bites "a clock" impure "$planted/x.o"
else
	not_ok "the planted fault compiles"
fi
# The readers of formats may allocate through their libraries, no more.
impure_codec() { impure "$1" | grep -vw -e malloc -e abort; [ $? -ne 0 ]; }
holds "codec asks nobody" impure_codec "$build/libcodec.a"
done_testing
