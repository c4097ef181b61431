/*
 * The forms a name is found by, and when two entries are one person:
 * tests/RULES.md, "The search box", "The same person twice".
 */
#include <stdio.h>

#include "base/arena.h"
#include "domain/name_key.h"
#include "domain/patient.h"
#include "lib/test.h"

static struct arena *arena;

static bool
has_pair(const struct name_key *k, const char *word, const char *mate)
{
	for (size_t i = 0; i < k->pairs.n; i++)
		if (strcmp(k->pairs.v[i].word, word) == 0 &&
			strcmp(k->pairs.v[i].mate, mate) == 0)
			return true;
	return false;
}

static void
test_pairs(void **state)
{
	struct name_key k = name_key_make(arena,
		"Garc\xc3\xad"
		"a-L\xc3\xb3pez",
		"Mar\xc3\xad"
		"a Jos\xc3\xa9",
		"Majo");

	(void)state;
	assert_string_equal(k.family, "garcialopez");
	assert_string_equal(k.given, "maria jose");
	assert_true(has_pair(&k, "garcia lopez", "maria jose"));
	assert_true(has_pair(&k, "lopez", "maria jose"));
	assert_true(has_pair(&k, "lopez", "jose"));
	assert_true(has_pair(&k, "jose", "garcialopez"));
	assert_true(has_pair(&k, "majo", "lopez"));
	assert_false(has_pair(&k, "garcialopez", "maria jose"));
	assert_int_equal(k.words.n, 5);
	/* A short form that begins the given name is found anyway. */
	k = name_key_make(arena, "Long", "Samuel", "Sam");
	assert_int_equal(k.pairs.n, 0);
	/* One name only, and none at all. */
	k = name_key_make(arena, "Cher", "", "");
	assert_int_equal(k.pairs.n, 0);
	assert_int_equal(k.words.n, 1);
	k = name_key_make(arena, "", "", "");
	assert_int_equal(k.words.n, 0);
}

static bool
meet(const char *a, const char *b)
{
	struct name_words x = name_key_near(arena, a);
	struct name_words y = name_key_near(arena, b);

	for (size_t i = 0; i < x.n; i++)
		for (size_t k = 0; k < y.n; k++)
			if (strcmp(x.v[i], y.v[k]) == 0)
				return true;
	return false;
}

/* Each letter left out, doubled, changed, and swapped with the next. */
static void
test_near(void **state)
{
	static const char word[] = "delgado";
	char typed[32];

	(void)state;
	for (int i = 0; i < 7; i++) {
		snprintf(typed, sizeof(typed), "%.*s%s", i, word, word + i + 1);
		assert_true(meet(word, typed));
		snprintf(typed, sizeof(typed), "%.*s%c%s", i, word, 'x',
			word + i);
		assert_true(meet(word, typed));
		snprintf(typed, sizeof(typed), "%.*s%c%s", i, word, 'x',
			word + i + 1);
		assert_true(meet(word, typed));
		if (i == 6)
			continue;
		snprintf(typed, sizeof(typed), "%.*s%c%c%s", i, word,
			word[i + 1], word[i], word + i + 2);
		assert_true(meet(word, typed));
	}
	assert_false(meet("delgado", "salgad"));
	assert_int_equal(name_key_near(arena, "li").n, 0);
	assert_int_equal(name_key_near(arena, "anna").n, 4); /* ana once */
	/* Letters are characters, not bytes. */
	assert_int_equal(name_key_near(arena, "\xd0\xb8\xd0\xb2\xd0\xb0").n, 4);
}

static enum patient_match
compare(const char *family, const char *given, day_t birth, const char *phone)
{
	struct patient_who rosa = {
		"Delgado", "Rosa Maria", day_of(1961, 3, 14), "+15550134471"};
	struct patient_who who = {family, given, birth, phone};

	assert_int_equal(patient_compare(arena, &rosa, &who),
		patient_compare(arena, &who, &rosa));
	return patient_compare(arena, &rosa, &who);
}

static void
test_same_person(void **state)
{
	day_t born = day_of(1961, 3, 14);

	(void)state;
	assert_int_equal(compare("DELGADO", "rosa", born, ""), MATCH_SAME);
	assert_int_equal(
		compare("Delgado", "Rosa", DAY_NONE, ""), MATCH_LIKELY);
	assert_int_equal(compare("Delgado", "Rosa", day_of(1961, 3, 24), ""),
		MATCH_LIKELY);
	assert_int_equal(compare("Rosa", "Delgado", born, ""), MATCH_LIKELY);
	assert_int_equal(compare("Delgdo", "Rosa", born, ""), MATCH_LIKELY);
	assert_int_equal(compare("Vega", "Rosa", born, ""), MATCH_SIMILAR);
	assert_int_equal(compare("Delgado", "Luis", born, "555-013-4471"),
		MATCH_SIMILAR);
	assert_int_equal(compare("Delgado", "Luis", born, ""), MATCH_NO);
	assert_int_equal(compare("Vega", "Rosa", DAY_NONE, "(555) 013-4471"),
		MATCH_SIMILAR);
	assert_int_equal(
		compare("Delgado", "Rosa", day_of(1999, 1, 1), ""), MATCH_NO);
	assert_int_equal(compare("Vega", "Luis", born, "5550134471"), MATCH_NO);
}

static int
open_arena(void **state)
{
	(void)state;
	arena = arena_new();
	return arena == NULL;
}

static int
close_arena(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_pairs),
		cmocka_unit_test(test_near),
		cmocka_unit_test(test_same_person),
	};

	return cmocka_run_group_tests_name(
		"name_key", tests, open_arena, close_arena);
}
