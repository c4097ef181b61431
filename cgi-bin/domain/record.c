/* How imported records read: dates, codes and types in words. */
#include "domain/record.h"

#include <string.h>

#include "base/arena.h"

static bool
is_digits(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (s[i] < '0' || s[i] > '9')
			return false;
	return true;
}

static const char *
month_name(const char *two)
{
	static const char *const names[] = {"Jan", "Feb", "Mar", "Apr", "May",
		"Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
	int m = (two[0] - '0') * 10 + two[1] - '0';

	return m >= 1 && m <= 12 ? names[m - 1] : "?";
}

/* How much of s is a date: 4 a year, 7 a month, 10 a day, 16 with a time. */
static int
date_length(const char *s)
{
	size_t n = strcspn(s, "/");

	if (n < 4 || !is_digits(s, 4))
		return 0;
	if (n == 4)
		return 4;
	if (n < 7 || s[4] != '-' || !is_digits(s + 5, 2))
		return 0;
	if (n == 7)
		return 7;
	if (n < 10 || s[7] != '-' || !is_digits(s + 8, 2))
		return 0;
	if (n < 16 || s[10] != 'T')
		return 10;
	return 16;
}

const char *
record_when(struct arena *a, const char *s)
{
	int n = date_length(s);
	const char *day;

	if (n == 4)
		return arena_strndup(a, s, 4);
	if (n == 7)
		return arena_printf(a, "%s %.4s", month_name(s + 5), s);
	if (n < 10)
		return s;
	if (s[8] != '0')
		day = arena_strndup(a, s + 8, 2);
	else
		day = arena_strndup(a, s + 9, 1);
	if (n == 10)
		return arena_printf(a, "%s %s %.4s", day, month_name(s + 5), s);
	return arena_printf(
		a, "%s %s %.4s %.5s", day, month_name(s + 5), s, s + 11);
}

day_t
record_day(const char *s)
{
	char iso[] = "0000-01-01";
	int n = date_length(s);
	day_t day;

	if (n == 0)
		return DAY_NONE;
	memcpy(iso, s, n > 10 ? 10 : (size_t)n);
	return day_parse(iso, &day) ? day : DAY_NONE;
}

const char *
record_words(struct arena *a, const char *code)
{
	char *s = arena_strdup(a, code);

	for (char *p = s; *p; p++)
		if (*p == '-' || *p == '_')
			*p = ' ';
	if (*s >= 'a' && *s <= 'z')
		*s = (char)(*s - 'a' + 'A');
	return s;
}

const char *
record_type_label(const char *type)
{
	static const struct {
		const char *type, *label;
	} labels[] = {
		{"AllergyIntolerance", "Allergy"},
		{"Appointment", "Appointment"},
		{"CarePlan", "Care plan"},
		{"CareTeam", "Care team"},
		{"Claim", "Claim"},
		{"Condition", "Problem"},
		{"Coverage", "Insurance policy"},
		{"Device", "Device"},
		{"DiagnosticReport", "Report"},
		{"DocumentReference", "Document"},
		{"Encounter", "Encounter"},
		{"ExplanationOfBenefit", "Explanation of benefits"},
		{"Goal", "Goal"},
		{"ImagingStudy", "Imaging study"},
		{"Immunization", "Immunization"},
		{"Media", "Media"},
		{"Medication", "Medicine"},
		{"MedicationAdministration", "Medication given"},
		{"MedicationDispense", "Medication dispensed"},
		{"MedicationRequest", "Medication"},
		{"MedicationStatement", "Medication statement"},
		{"Observation", "Observation"},
		{"Patient", "Patient details"},
		{"Procedure", "Procedure"},
		{"Provenance", "Provenance"},
		{"QuestionnaireResponse", "Questionnaire"},
		{"ServiceRequest", "Order"},
		{"SupplyDelivery", "Supply"},
	};

	for (size_t i = 0; i < sizeof(labels) / sizeof(labels[0]); i++)
		if (strcmp(labels[i].type, type) == 0)
			return labels[i].label;
	return type;
}
