/* Reading JSON: tests/RULES.md, "Files from elsewhere". */
#include <stdio.h>

#include "base/arena.h"
#include "codec/fhir/element.h"
#include "codec/fhir/js.h"
#include "lib/test.h"

static struct arena *arena;

static int
set_up(void **state)
{
	(void)state;
	arena = arena_new();
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

static const struct js *
good(const char *text)
{
	struct js_error e = {0};
	const struct js *v = js_read(arena, text, strlen(text), &e);

	if (!v)
		fail_msg("%s: %zu:%zu %s", text, e.line, e.column, e.text);
	return v;
}

static void
bad(const char *text, size_t n, size_t line, size_t column, const char *why)
{
	struct js_error e = {0};

	if (js_read(arena, text, n, &e))
		fail_msg("%s was taken", text);
	if (e.line != line || e.column != column || !strstr(e.text, why))
		fail_msg("%s: %zu:%zu %s", text, e.line, e.column, e.text);
}

#define BAD(text, line, column, why)                                           \
	bad(text, sizeof(text) - 1, line, column, why)

static void
values_stand_as_written(void **state)
{
	const struct js *v = good("{\"a\": 82.50, \"b\": [1e400, -0, 0.0],"
				  " \"c\": \"x\\n\\u00e9\\ud83d\\ude00\\/\","
				  " \"d\": null, \"e\": true}");
	const struct js *list = js_get(v, "b");

	(void)state;
	assert_string_equal(js_get(v, "a")->text, "82.50");
	assert_string_equal(list->child->text, "1e400");
	assert_string_equal(list->child->next->text, "-0");
	assert_string_equal(list->child->next->next->text, "0.0");
	assert_string_equal(js_text(v, "c"), "x\n\xc3\xa9\xf0\x9f\x98\x80/");
	assert_null(js_get(v, "d"));
	assert_int_equal(js_get(v, "e")->kind, JS_TRUE);
	assert_null(js_text(v, "a"));
	assert_null(js_get(v, "z"));
	/* Cut out of the bytes unchanged. */
	assert_int_equal(list->at, 18);
	assert_int_equal(list->end, 34);
	good("\xef\xbb\xbf {}");
	good(" 7 ");
}

static void
what_is_refused(void **state)
{
	(void)state;
	BAD("", 1, 1, "empty");
	BAD(" \n ", 2, 2, "empty");
	BAD("{\"a\":1,\n \"a\":2}", 2, 2, "given twice");
	BAD("{\"a\":1,\n \"\\u0061\":2}", 2, 2, "given twice");
	BAD("{\"a\":1} x", 1, 9, "follows");
	BAD("[1,]", 1, 4, "a value");
	BAD("[1 2]", 1, 4, "','");
	BAD("{\"a\" 1}", 1, 6, "':'");
	BAD("{a:1}", 1, 2, "quotes");
	BAD("[", 1, 2, "too early");
	BAD("{\"a\":", 1, 6, "too early");
	BAD("\"abc", 1, 1, "no end");
	BAD("\"a\\", 1, 3, "escape");
	BAD("[\"\\x\"]", 1, 3, "escape");
	BAD("[\"a\nb\"]", 1, 4, "control");
	BAD("[01]", 1, 2, "not a number");
	BAD("[1.]", 1, 2, "not a number");
	BAD("[-]", 1, 2, "not a number");
	BAD("[.5]", 1, 2, "a value");
	BAD("[+1]", 1, 2, "a value");
	BAD("[NaN]", 1, 2, "a value");
	BAD("[\"\\ud83d\"]", 1, 3, "surrogate");
	BAD("[\"\\ude00\"]", 1, 3, "surrogate");
	BAD("[\"\\u0000\"]", 1, 3, "u0000");
	BAD("[\"\\u00g0\"]", 1, 5, "hex");
	BAD("[\"\xe9\"]", 1, 3, "0xe9");
	BAD("[\"\xc0\xaf\"]", 1, 3, "UTF-8");
	BAD("[\"\xed\xa0\x80\"]", 1, 3, "UTF-8");
	BAD("[\"\xf4\x90\x80\x80\"]", 1, 3, "UTF-8");
	BAD("[\0]", 1, 2, "UTF-8");
	BAD("\xff\xfe[\0", 1, 1, "UTF-8");
	/* Columns count letters, not bytes. */
	BAD("[\"\xc3\xa9\xc3\xa9\", x]", 1, 8, "a value");
}

static const char *
times(const char *open, int n, const char *middle, const char *close)
{
	const char *s = middle;

	for (int i = 0; i < n; i++)
		s = arena_printf(arena, "%s%s%s", open, s, close);
	return s;
}

static void
limits(void **state)
{
	const char *deep = times("[", JS_DEPTH_MAX + 1, "1", "]");
	char digits[80];
	char *many = arena_alloc(arena, 20000);
	size_t n = 1;

	(void)state;
	good(times("[", JS_DEPTH_MAX, "1", "]"));
	bad(deep, strlen(deep), 1, JS_DEPTH_MAX + 1, "levels");
	memset(digits, '1', sizeof(digits));
	good(arena_strndup(arena, digits, JS_DIGITS_MAX));
	bad(digits, JS_DIGITS_MAX + 1, 1, 1, "characters");
	many[0] = '{';
	for (int i = 0; i <= JS_MEMBERS_MAX; i++)
		n += (size_t)snprintf(many + n, 20, "\"m%d\":1,", i);
	many[n - 1] = '}';
	bad(many, n, 1, 4500, "members");
}

static void
minified(void **state)
{
	static const char text[] = "{ \"a b\" : [ 1 , \"x \\\" y\" ] }\n";
	struct js_error e;
	const struct js *v = js_read(arena, text, sizeof(text) - 1, &e);
	size_t n;
	const char *s = js_minify(arena, text, v, &n);

	(void)state;
	assert_string_equal(s, "{\"a b\":[1,\"x \\\" y\"]}");
	assert_int_equal(n, strlen(s));
}

static void
dates(void **state)
{
	static const char *const yes[] = {"2012", "2012-05", "2012-02-29",
		"2012-02-29T08:05:00Z", "2012-02-29T08:05:00.123-05:00",
		"2012-02-29T23:59:60+14:00"};
	static const char *const no[] = {"", "12", "2012-", "2012-13",
		"2013-02-29", "2012-05-01T08:05", "2012-05-01 08:05:00Z",
		"2012-05-01T24:00:00Z", "2012-05-01T08:05:00",
		"2012-05-01T08:05:00+1:00", "0000", "2012-05-01x"};

	(void)state;
	for (size_t i = 0; i < sizeof(yes) / sizeof(yes[0]); i++)
		if (!fhir_date_valid(yes[i]))
			fail_msg("%s", yes[i]);
	for (size_t i = 0; i < sizeof(no) / sizeof(no[0]); i++)
		if (fhir_date_valid(no[i]))
			fail_msg("%s", no[i]);
}

static const char *
in_words(const char *json)
{
	return fhir_words(arena, good(json));
}

static void
values_in_words(void **state)
{
	(void)state;
	assert_string_equal(
		in_words("{\"value\":1.50,\"unit\":\"mg\"}"), "1.50 mg");
	assert_string_equal(
		in_words("{\"comparator\":\"<\",\"value\":5,\"code\":\"%\"}"),
		"<5 %");
	assert_string_equal(in_words("{\"low\":{\"value\":1},"
				     "\"high\":{\"value\":2,\"unit\":\"h\"}}"),
		"1 to 2 h");
	assert_string_equal(in_words("{\"start\":\"2012\"}"), "2012/");
	assert_string_equal(in_words("{\"coding\":[{\"code\":\"x\"}]}"), "x");
	assert_string_equal(in_words("{\"numerator\":{\"value\":1},"
				     "\"denominator\":{\"value\":64}}"),
		"1 / 64");
	assert_null(in_words("{}"));
	assert_string_equal(
		fhir_plain(arena, "<div><p>a &lt; b</p> <p>c&amp;<b>d</b>"
				  "</p></div>"),
		"a < b\nc&d");
	assert_string_equal(fhir_plain(arena, "a <b"), "a");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			values_stand_as_written, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			what_is_refused, set_up, tear_down),
		cmocka_unit_test_setup_teardown(limits, set_up, tear_down),
		cmocka_unit_test_setup_teardown(minified, set_up, tear_down),
		cmocka_unit_test_setup_teardown(dates, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			values_in_words, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
