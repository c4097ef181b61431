/* tests/RULES.md, "Passwords": length, own words, the list. */
#include "base/arena.h"
#include "base/utf8.h"
#include "domain/password.h"
#include "lib/test.h"

static enum password_fault
judge(const char *password, const char *a, const char *b)
{
	struct arena *ar = arena_new();
	struct password_words w = {0};
	enum password_fault f;

	password_word(&w, a);
	password_word(&w, b);
	f = password_judge(password, utf8_fold(ar, password), &w);
	arena_free(ar);
	return f;
}

static void
length_is_counted_in_code_points(void **state)
{
	char s[4 * 257 + 1];
	(void)state;

	assert_int_equal(judge("abcdefghijklmn", "", ""), PASSWORD_SHORT);
	assert_int_equal(judge("abcdefghijklmno", "", ""), PASSWORD_OK);
	/* Blanks around count: nothing is trimmed. */
	assert_int_equal(judge(" bcdefghijklmn ", "", ""), PASSWORD_OK);
	for (int i = 0; i < 257; i++)
		memcpy(s + 4 * i, "\xf0\x9f\x90\x88", 4);
	s[4 * 257] = '\0';
	assert_int_equal(judge(s, "", ""), PASSWORD_LONG);
	s[4 * 256] = '\0';
	assert_int_equal(judge(s, "", ""), PASSWORD_OK);
	s[4 * 15] = '\0';
	assert_int_equal(judge(s, "", ""), PASSWORD_OK);
	s[4 * 14] = '\0';
	assert_int_equal(judge(s, "", ""), PASSWORD_SHORT);
}

static void
at_least_128_are_taken(void **state)
{
	char s[130] = "";
	(void)state;

	for (int n = 64; n <= 129; n++) {
		memset(s, 'q', (size_t)n);
		s[n] = '\0';
		assert_int_equal(judge(s, "", ""), PASSWORD_OK);
	}
}

static void
no_kinds_of_characters_are_asked_for(void **state)
{
	(void)state;
	assert_int_equal(judge("lowercaseletter", "", ""), PASSWORD_OK);
	assert_int_equal(judge("830174629504831", "", ""), PASSWORD_OK);
	assert_int_equal(judge("кривой телефон ждёт", "", ""), PASSWORD_OK);
}

static void
broken_text_is_refused(void **state)
{
	(void)state;
	assert_int_equal(judge("abcdefghijklmno\xff", "", ""), PASSWORD_BROKEN);
	assert_int_equal(
		judge("abcdefghijklmno\xed\xa0\x80", "", ""), PASSWORD_BROKEN);
}

static void
own_words_do_not_make_a_password(void **state)
{
	(void)state;
	assert_int_equal(
		judge("NoraReyes-Nora.Reyes", "nora", "reyes"), PASSWORD_NAMED);
	assert_int_equal(
		judge("Riverside1234567", "riverside", ""), PASSWORD_NAMED);
	/* Eight besides are enough, seven are not. */
	assert_int_equal(
		judge("riversideabcdefgh", "riverside", ""), PASSWORD_OK);
	assert_int_equal(
		judge("riversideabcdefg", "riverside", ""), PASSWORD_NAMED);
	assert_int_equal(
		judge("nora has three old bicycles", "nora", ""), PASSWORD_OK);
	/* Accents hide nothing. */
	assert_int_equal(
		judge("Núñez Núñez Núñez!", "nunez", ""), PASSWORD_NAMED);
	/* A short word is in too many good ones. */
	assert_int_equal(judge("an an an an an an", "an", ""), PASSWORD_OK);
}

static void
a_line_of_the_list_is_found_whole(void **state)
{
	static const char list[] = "aaaaaaaaaaaaaaa\npasswordpassword\nzz";
	size_t n = sizeof(list) - 1;
	(void)state;

	assert_true(password_listed(list, n, "passwordpassword"));
	assert_true(password_listed(list, n, "aaaaaaaaaaaaaaa"));
	assert_true(password_listed(list, n, "zz"));
	assert_false(password_listed(list, n, "passwordpasswor"));
	assert_false(password_listed(list, n, "asswordpassword"));
	assert_false(password_listed(list, n, "passwordpassword1"));
	assert_false(password_listed(list, 0, "zz"));
}

static void
every_refusal_says_why(void **state)
{
	(void)state;
	assert_string_equal(password_fault_words(PASSWORD_OK), "");
	for (int f = PASSWORD_SHORT; f <= PASSWORD_COMMON; f++)
		assert_true(strlen(password_fault_words(
				    (enum password_fault)f)) > 20);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(length_is_counted_in_code_points),
		cmocka_unit_test(at_least_128_are_taken),
		cmocka_unit_test(no_kinds_of_characters_are_asked_for),
		cmocka_unit_test(broken_text_is_refused),
		cmocka_unit_test(own_words_do_not_make_a_password),
		cmocka_unit_test(a_line_of_the_list_is_found_whole),
		cmocka_unit_test(every_refusal_says_why),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
