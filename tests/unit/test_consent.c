/* Which consents are asked for: tests/RULES.md, "The check-in desk", 4. */
#include "domain/consent.h"
#include "lib/test.h"

#define NOW INT64_C(1795446000)
#define YEAR INT64_C(31536000)

static bool
due(enum consent_kind k, const char *answer, instant_t at, const char *mode)
{
	struct consent c = {
		.kind = consent_name(k), .answer = answer, .at = at};
	struct consents list = {.v = &c, .n = 1};

	return consent_due(&list, k, mode, NOW);
}

static void
what_was_never_asked_is_due(void **state)
{
	const struct consents none = {0};

	(void)state;
	for (int k = 0; k < CONSENT_KINDS; k++)
		assert_true(
			consent_due(&none, (enum consent_kind)k, "video", NOW));
	/* Nobody is asked about video who comes in person. */
	assert_false(consent_due(&none, CONSENT_TELEHEALTH, "in_person", NOW));
	assert_true(consent_due(&none, CONSENT_TELEHEALTH, "phone", NOW));
	assert_true(consent_due(&none, CONSENT_TREATMENT, "in_person", NOW));
}

static void
given_holds_for_a_year_and_the_notice_for_good(void **state)
{
	static const enum consent_kind yearly[] = {
		CONSENT_TREATMENT, CONSENT_TELEHEALTH, CONSENT_TEXT};

	(void)state;
	for (int i = 0; i < 3; i++) {
		assert_false(due(yearly[i], "given", NOW - YEAR + 1, "video"));
		assert_true(due(yearly[i], "given", NOW - YEAR, "video"));
	}
	assert_false(due(CONSENT_PRIVACY, "given", NOW - 30 * YEAR, "video"));
}

static void
declined_is_asked_again(void **state)
{
	(void)state;
	for (int k = 0; k < CONSENT_KINDS; k++)
		assert_true(due(
			(enum consent_kind)k, "declined", NOW - 1, "video"));
}

static void
the_newest_answer_of_a_kind_holds(void **state)
{
	struct consent v[] = {
		{.id = 3, .kind = "text", .answer = "given", .at = NOW - 1},
		{.id = 2,
			.kind = "treatment",
			.answer = "declined",
			.at = NOW - 2},
		{.id = 1,
			.kind = "treatment",
			.answer = "given",
			.at = NOW - 3},
	};
	struct consents list = {.v = v, .n = 3};

	(void)state;
	assert_int_equal(consent_last(&list, CONSENT_TREATMENT)->id, 2);
	assert_null(consent_last(&list, CONSENT_PRIVACY));
	assert_true(consent_due(&list, CONSENT_TREATMENT, "in_person", NOW));
	assert_false(consent_due(&list, CONSENT_TEXT, "in_person", NOW));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_was_never_asked_is_due),
		cmocka_unit_test(
			given_holds_for_a_year_and_the_notice_for_good),
		cmocka_unit_test(declined_is_asked_again),
		cmocka_unit_test(the_newest_answer_of_a_kind_holds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
