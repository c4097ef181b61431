#ifndef FUZZ_FUZZ_H
#define FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>

/* What libFuzzer calls, and replay.c in "make check". Aborts on a fault. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

#endif
