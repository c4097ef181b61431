#include "base/arena.h"
#include "base/utf8.h"
#include "lib/test.h"

static struct arena *arena;

static int
begin(void **state)
{
	(void)state;
	arena = arena_new();
	return 0;
}

static int
end(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

static bool
valid(const char *s)
{
	return utf8_valid(s, strlen(s));
}

static void
only_strict_utf8_is_valid(void **state)
{
	(void)state;
	assert_true(valid(""));
	assert_true(valid("Núñez 東京 😀"));
	assert_true(valid("\xf4\x8f\xbf\xbf"));
	assert_false(valid("\xc0\xaf"));	 /* overlong / */
	assert_false(valid("\xe0\x80\xaf"));	 /* overlong / */
	assert_false(valid("\xed\xa0\x80"));	 /* surrogate */
	assert_false(valid("\xf4\x90\x80\x80")); /* past the last plane */
	assert_false(valid("\xff"));
	assert_false(valid("a\xc3"));
	assert_false(valid("\x80"));
	assert_false(utf8_valid("a\0b", 3));
	assert_int_equal(utf8_length("Núñez 東京 😀"), 10);
}

static void
text_is_tidied(void **state)
{
	(void)state;
	assert_string_equal(
		utf8_tidy(arena, "  Rosa \t\n Delgado "), "Rosa Delgado");
	assert_string_equal(
		utf8_tidy(arena, "\u00a0Jose\u0301\u2003 X"), "José X");
	assert_string_equal(utf8_tidy(arena, " \r\n "), "");
	assert_string_equal(utf8_tidy_lines(arena, " a  b \r\n c\rd\n\n\n\ne "),
		"a b\nc\nd\n\ne");
	assert_true(valid(utf8_tidy(arena, "bad \xff byte")));
}

#define assert_fold(text, want)                                                \
	assert_string_equal(utf8_fold(arena, text), want)

static void
names_fold_to_their_key(void **state)
{
	(void)state;
	assert_fold("O'Brien-Núñez", "obriennunez");
	assert_fold("O’Brien", "obrien");
	assert_fold("OʻKeefe", "okeefe");
	assert_fold("Jose\u0301", "jose");
	assert_fold("Strauß", "strauss");
	assert_fold("İpek", "ipek");
	assert_fold("Işık", "isik");
	assert_fold("Łukasz", "lukasz");
	assert_fold("Nguyễn Thị Đào", "nguyen thi dao");
	assert_fold("Søren Ægir Þór", "soren aegir thor");
	assert_fold("山田 太郎", "山田 太郎");
	assert_fold("김민준", "김민준");
	assert_fold("Ёлкина", "елкина");
	assert_fold("ΓΙΏΡΓΟΣ", "γιωργοσ");
	assert_fold("de  la   Cruz, Ana", "de la cruz ana");
	assert_fold("St. John (Jr.)", "st john jr");
	assert_fold("  ", "");
	assert_fold("प्रिया", utf8_fold(arena, "प्रिया"));
	assert_true(strlen(utf8_fold(arena, "प्रिया")) > 9);
	assert_fold("Flat 3/B №²", "flat 3 b no2");
}

static void
typing_errors_are_counted(void **state)
{
	(void)state;
	assert_int_equal(utf8_distance("delgado", "delgado", 2), 0);
	assert_int_equal(utf8_distance("delgado", "delgdo", 2), 1);
	assert_int_equal(utf8_distance("delgado", "dlegado", 2), 1);
	assert_int_equal(utf8_distance("delgado", "delgadoo", 2), 1);
	assert_int_equal(utf8_distance("delgado", "dalgado", 2), 1);
	assert_int_equal(utf8_distance("delgado", "dalgada", 2), 2);
	assert_int_equal(utf8_distance("delgado", "smith", 2), 3);
	assert_int_equal(utf8_distance("", "ab", 2), 2);
	assert_int_equal(utf8_distance("", "abc", 2), 3);
	assert_int_equal(utf8_distance("東京", "京東", 2), 1);
	assert_int_equal(utf8_distance("ñ", "n", 1), 1);
	/* Restricted: a pair that was swapped is not edited again. */
	assert_int_equal(utf8_distance("ca", "abc", 5), 3);
}

static void
very_long_names_are_told_apart_only_by_equality(void **state)
{
	char a[400], b[400];

	(void)state;
	memset(a, 'x', sizeof(a));
	a[399] = '\0';
	memcpy(b, a, sizeof(b));
	assert_int_equal(utf8_distance(a, b, 1), 0);
	b[17] = 'y';
	assert_int_equal(utf8_distance(a, b, 1), 2);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_strict_utf8_is_valid),
		cmocka_unit_test(text_is_tidied),
		cmocka_unit_test(names_fold_to_their_key),
		cmocka_unit_test(typing_errors_are_counted),
		cmocka_unit_test(
			very_long_names_are_told_apart_only_by_equality),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
