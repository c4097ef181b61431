#include <stdint.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "lib/test.h"

static void
objects_are_zeroed_and_aligned(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	for (size_t n = 0; n < 300; n++) {
		unsigned char *p = arena_alloc(a, n);

		assert_int_equal((uintptr_t)p % _Alignof(max_align_t), 0);
		for (size_t i = 0; i < n; i++)
			assert_int_equal(p[i], 0);
		memset(p, 0xaa, n);
	}
	arena_free(a);
}

static void
memory_is_used_again_after_a_rewind_and_zeroed(void **state)
{
	struct arena *a = arena_new();
	struct arena_mark mark;
	char *kept;
	size_t high = 0;

	(void)state;
	kept = arena_strdup(a, "kept");
	mark = arena_mark(a);
	for (int round = 0; round < 50; round++) {
		for (int i = 0; i < 40; i++) {
			char *p = arena_alloc(a, 7001);

			assert_int_equal(p[0], 0);
			assert_int_equal(p[7000], 0);
			memset(p, 0x55, 7001);
		}
		arena_rewind(a, mark);
		if (round == 0)
			high = arena_high_water(a);
	}
	assert_string_equal(kept, "kept");
	assert_true(high >= 40 * 7001);
	assert_int_equal(arena_high_water(a), high);
	arena_free(a);
}

static void
an_object_larger_than_a_block_fits(void **state)
{
	struct arena *a = arena_new();
	char *big = arena_alloc(a, 1000000);

	(void)state;
	memset(big, 1, 1000000);
	arena_reset(a);
	big = arena_alloc(a, 1000000);
	assert_int_equal(big[999999], 0);
	arena_free(a);
	arena_free(NULL);
}

struct numbers {
	int *v;
	size_t n, cap;
};

static void
a_list_grows_and_keeps_its_elements(void **state)
{
	struct arena *a = arena_new();
	struct numbers list = {0};

	(void)state;
	for (int i = 0; i < 1000; i++)
		*ARENA_PUSH(a, &list) = i;
	assert_int_equal(list.n, 1000);
	for (int i = 0; i < 1000; i++)
		assert_int_equal(list.v[i], i);
	arena_free(a);
}

static void
fill(struct arena *a)
{
	struct numbers list = {0};
	struct buf b = buf_new(a);

	for (int i = 0; i < 100; i++) {
		*ARENA_PUSH(a, &list) = i;
		buf_addf(&b, "%d,", i);
	}
	arena_printf(a, "%s", b.s);
}

/* Fail the first allocation, the second, ... until a round needs no more. */
static void
every_allocation_may_fail(void **state)
{
	struct arena *a = arena_new();
	volatile int failed = 0;
	volatile int done = 0;
	jmp_buf jump;

	(void)state;
	arena_on_oom(a, &jump);
	for (volatile int n = 1; !done && n < 1000; n++) {
		arena_fail_at = n;
		if (setjmp(jump) == 0) {
			fill(a);
			done = 1;
		} else {
			failed++;
		}
		arena_fail_at = 0;
		arena_reset(a);
	}
	assert_true(done);
	assert_in_range(failed, 8, 900);
	fill(a);
	arena_free(a);
}

static void
a_size_beyond_all_memory_is_out_of_memory(void **state)
{
	struct arena *a = arena_new();
	volatile int jumps = 0;
	jmp_buf jump;

	(void)state;
	arena_on_oom(a, &jump);
	if (setjmp(jump) == 0)
		arena_alloc(a, SIZE_MAX - 8);
	else
		jumps++;
	assert_int_equal(jumps, 1);
	arena_free(a);
}

static void
strings_are_built_piece_by_piece(void **state)
{
	struct arena *a = arena_new();
	struct buf b = buf_new(a);

	(void)state;
	assert_string_equal(b.s, "");
	buf_adds(&b, "a");
	buf_addc(&b, 'b');
	buf_addf(&b, "%03d", 7);
	buf_add(&b, "xyz", 2);
	assert_string_equal(b.s, "ab007xy");
	for (int i = 0; i < 1000; i++)
		buf_adds(&b, "0123456789");
	assert_int_equal(b.n, 10007);
	assert_int_equal(strlen(b.s), b.n);
	assert_string_equal(arena_strndup(a, "abcdef", 3), "abc");
	assert_string_equal(arena_strndup(a, "ab", 3), "ab");
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(objects_are_zeroed_and_aligned),
		cmocka_unit_test(
			memory_is_used_again_after_a_rewind_and_zeroed),
		cmocka_unit_test(an_object_larger_than_a_block_fits),
		cmocka_unit_test(a_list_grows_and_keeps_its_elements),
		cmocka_unit_test(every_allocation_may_fail),
		cmocka_unit_test(a_size_beyond_all_memory_is_out_of_memory),
		cmocka_unit_test(strings_are_built_piece_by_piece),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
