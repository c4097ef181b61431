/* The search box understood: tests/RULES.md, "The search box". */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "domain/patient.h"
#include "domain/search_key.h"

static struct arena *arena;

static struct search_key
parse(const char *text)
{
	return search_key_parse(arena, text, day_of(2026, 11, 23));
}

static void
test_names(void **state)
{
	struct search_key k = parse("  Delgado,Rosa ");

	(void)state;
	assert_int_equal(k.n_words, 2);
	assert_string_equal(k.words[0], "delgado");
	assert_string_equal(k.words[1], "rosa");
	assert_int_equal(k.n_births, 0);
	assert_string_equal(k.mrn, "");
	k = parse("Garc\xc3\xad"
		  "a-L\xc3\xb3pez O'Brien");
	assert_int_equal(k.n_words, 3);
	assert_string_equal(k.words[0], "garcia");
	assert_string_equal(k.words[1], "lopez");
	assert_string_equal(k.words[2], "obrien");
	assert_true(
		search_key_empty(&(struct search_key){.mrn = "", .phone = ""}));
	k = parse(" , ");
	assert_true(search_key_empty(&k));
	k = parse("a b c d e f g h");
	assert_int_equal(k.n_words, SEARCH_WORDS);
}

static void
test_name_and_birth(void **state)
{
	struct search_key k = parse("delgado 3/14/1961");

	(void)state;
	assert_int_equal(k.n_words, 1);
	assert_int_equal(k.n_births, 1);
	assert_int_equal(k.births[0], day_of(1961, 3, 14));
	assert_string_equal(k.mrn, "");
	assert_string_equal(k.phone, "");
	k = parse("14 mar 1961 rosa");
	assert_int_equal(k.n_births, 1);
	assert_int_equal(k.n_words, 1);
	assert_string_equal(k.words[0], "rosa");
	k = parse("DOB: 3/4/1961");
	assert_int_equal(k.n_births, 2);
	assert_int_equal(k.n_words, 0);
}

static void
test_numbers(void **state)
{
	struct search_key k = parse("104-882");

	(void)state;
	assert_string_equal(k.mrn, "104882");
	assert_string_equal(k.phone, "288401");
	assert_int_equal(k.n_births, 0);
	k = parse("MRN 104 882");
	assert_string_equal(k.mrn, "104882");
	assert_int_equal(k.n_words, 0);
	k = parse("031461");
	assert_string_equal(k.mrn, "031461");
	assert_string_equal(k.phone, "164130");
	assert_int_equal(k.n_births, 1);
	k = parse("+1 (555) 013-4471");
	assert_string_equal(k.phone, "1744310555");
	k = parse("471");
	assert_string_equal(k.phone, "");
	k = parse("mrn-a12");
	assert_string_equal(k.mrn, "MRNA12");
	assert_string_equal(k.phone, "");
	k = parse("delgado 4471");
	assert_int_equal(k.n_words, 1);
	assert_string_equal(k.phone, "1744");
}

static void
test_fits(void **state)
{
	struct search_key k = parse("lop mar");

	(void)state;
	assert_true(search_key_fits(&k, "garcia lopez", "maria"));
	assert_true(search_key_fits(&k, "lopez", "jose maria"));
	assert_false(search_key_fits(&k, "garcia lopez", "rosa"));
	assert_false(search_key_fits(&k, "", ""));
}

static void
test_shown(void **state)
{
	struct patient p = patient_new();

	(void)state;
	assert_string_equal(patient_mrn_show(arena, "104882"), "104-882");
	assert_string_equal(patient_mrn_show(arena, "10488212"), "1048-8212");
	assert_string_equal(patient_mrn_show(arena, "A-17"), "A-17");
	assert_string_equal(patient_mrn_key(arena, "a-1 7"), "A17");
	p.family = "\xc3\x93 Briain";
	p.given = "Sean";
	assert_string_equal(patient_initials(arena, &p), "S\xc3\x93");
	assert_string_equal(
		patient_list_name(arena, &p), "\xc3\x93 Briain, Sean");
	p.family = "";
	p.suffix = "Jr.";
	assert_string_equal(patient_list_name(arena, &p), "Sean, Jr.");
	assert_string_equal(patient_full_name(arena, &p), "Sean Jr.");
	assert_string_equal(patient_language_label("es-MX"), "Spanish");
	assert_string_equal(patient_language_label("xx"), "xx");
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
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_name_and_birth),
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_fits),
		cmocka_unit_test(test_shown),
	};

	return cmocka_run_group_tests_name(
		"search_key", tests, open_arena, close_arena);
}
