/* Reading and writing lists: RFC 4180, tests/RULES.md "Lists of
 * patients". */
#include "base/arena.h"
#include "base/buf.h"
#include "codec/csv/csv.h"
#include "lib/test.h"

/* Cells with | between, rows with / between. */
static const char *
read_as(struct arena *a, const char *text, size_t n)
{
	struct csv list = {0};
	struct csv_error e = {0};
	struct buf b = buf_new(a);

	if (csv_read(a, text, n, &list, &e))
		return arena_printf(a, "%zu: %s", e.line, e.text);
	for (size_t i = 0; i < list.n; i++)
		for (size_t k = 0; k < list.v[i].n; k++)
			buf_addf(&b, "%s%s",
				k   ? "|"
				: i ? "/"
				    : "",
				list.v[i].v[k]);
	return b.s;
}

#define CHECK(text, want)                                                      \
	assert_string_equal(read_as(a, text, sizeof(text) - 1), want)
#define REFUSED(text, want) assert_has(read_as(a, text, sizeof(text) - 1), want)

static void
reads(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	CHECK("a,b\r\nc,d\r\n", "a|b/c|d");
	CHECK("a,b\nc,", "a|b/c|");
	CHECK("a\rb\r", "a/b");
	CHECK("\xef\xbb\xbf"
	      "a;b;c\n1,5;2;3\n",
		"a|b|c/1,5|2|3");
	CHECK("a\tb\n1\t2", "a|b/1|2");
	CHECK("\"a, \"\"b\"\"\",\"c\nd\"\n\n,,\ne", "a, \"b\"|c\nd/e");
	CHECK("", "");
	REFUSED("a\nb,\"c\nd", "2: a quote is opened");
	REFUSED("a\n\"b\"c", "2: text behind");
	REFUSED("a\nb\"c", "2: a quote inside");
	REFUSED("a\nb\nM\xfcller", "3: a letter here is not UTF-8");
	REFUSED("\xff\xfe"
		"a\0",
		"UTF-16");
	arena_free(a);
}

static void
writes(void **state)
{
	static const char *const pairs[][2] = {
		{"plain", "plain"},
		{"", ""},
		{"a,b", "\"a,b\""},
		{"say \"x\"", "\"say \"\"x\"\"\""},
		{"=1+1", "'=1+1"},
		{"+1555", "'+1555"},
		{"-2", "'-2"},
		{"@SUM(A1)", "'@SUM(A1)"},
		{"\tx", "\"'\tx\""},
		{"=a,b", "\"'=a,b\""},
	};
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		struct buf b = buf_new(a);

		csv_cell(&b, pairs[i][0]);
		assert_string_equal(b.s, pairs[i][1]);
	}
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads),
		cmocka_unit_test(writes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
