/* Words and rules of insurance: tests/RULES.md, "Insurance". */
#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "domain/coverage.h"

static const struct {
	const char *name, *label, *tone, *icon;
} standings[STANDINGS] = {
	[STANDING_UNCHECKED] = {"unchecked", "Not checked", "amber",
		"circle-dashed"},
	[STANDING_ACTIVE] = {"active", "Active", "green", "circle-check"},
	[STANDING_INACTIVE] = {"inactive", "Inactive", "red", "circle-x"},
	[STANDING_FAILED] = {"failed", "Could not check", "red",
		"circle-alert"},
	[STANDING_NO_POLICY] = {"none", "No insurance", "amber",
		"triangle-alert"},
};

struct word {
	const char *name, *label;
};

static const struct word payer_kinds[] = {
	{"commercial", "Commercial"},
	{"medicare", "Medicare"},
	{"medicare_advantage", "Medicare Advantage"},
	{"medicaid", "Medicaid"},
	{"chip", "CHIP"},
	{"tricare", "TRICARE"},
	{"va", "Veterans Affairs"},
	{"workers_comp", "Workers’ compensation"},
	{"auto", "Auto insurance"},
	{"self_pay", "Self-pay"},
	{"other", "Other"},
	{NULL, NULL},
};

static const struct word plan_kinds[] = {
	{"ppo", "PPO"},
	{"hmo", "HMO"},
	{"epo", "EPO"},
	{"pos", "POS"},
	{"hdhp", "High deductible"},
	{"indemnity", "Indemnity"},
	{"other", "Other"},
	{NULL, NULL},
};

static const struct word relationships[] = {
	{"self", "The patient"},
	{"spouse", "Spouse or partner"},
	{"child", "Parent (patient is the child)"},
	{"other", "Somebody else"},
	{NULL, NULL},
};

static const struct word methods[] = {
	{"phone", "Phone"},
	{"website", "Payer’s website"},
	{"card", "Card shown"},
	{"electronic", "Electronic"},
	{NULL, NULL},
};

static const char *
word(const struct word *words, const char *name)
{
	for (; words->name; words++)
		if (strcmp(words->name, name) == 0)
			return words->label;
	return "";
}

const char *
standing_name(enum standing s)
{
	return standings[s].name;
}

const char *
standing_label(enum standing s)
{
	return standings[s].label;
}

const char *
standing_tone(enum standing s)
{
	return standings[s].tone;
}

const char *
standing_icon(enum standing s)
{
	return standings[s].icon;
}

bool
standing_parse(const char *name, enum standing *out)
{
	for (int i = 0; i < STANDINGS; i++)
		if (strcmp(standings[i].name, name) == 0) {
			*out = (enum standing)i;
			return true;
		}
	return false;
}

enum standing
standing_of_result(const char *result)
{
	enum standing s;

	if (standing_parse(result, &s) && s != STANDING_NO_POLICY)
		return s;
	return STANDING_UNCHECKED;
}

bool
standing_good(enum standing s)
{
	return s == STANDING_ACTIVE;
}

bool
coverage_on(const struct coverage *c, day_t day)
{
	if (strcmp(c->status, "entered-in-error") == 0)
		return false;
	return (c->start == DAY_NONE || c->start <= day) &&
	       (c->end == DAY_NONE || day <= c->end);
}

day_t
coverage_month(day_t day)
{
	int y, m, d;

	day_split(day, &y, &m, &d);
	return day_of(y, m, 1);
}

enum standing
coverage_standing(const struct coverage_checks *checks, day_t visit)
{
	enum standing found = STANDING_UNCHECKED;
	instant_t newest = INSTANT_NONE;

	for (size_t i = 0; i < checks->n; i++) {
		const struct coverage_check *k = &checks->v[i];
		enum standing s = standing_of_result(k->result);

		if (coverage_month(k->service) != coverage_month(visit))
			continue;
		if (s == STANDING_FAILED) {
			if (newest == INSTANT_NONE)
				found = s;
		} else if (k->at >= newest) {
			newest = k->at;
			found = s;
		}
	}
	return found;
}

/*
 * Eleven places: C a digit 1 to 9, N a digit, A a letter, X either; the
 * letters S L O I B Z are not used. Source: CMS, Understanding the
 * Medicare Beneficiary Identifier format.
 */
bool
mbi_valid(const char *s)
{
	static const char shape[] = "CAXNAXNAANN";

	if (strlen(s) != sizeof(shape) - 1)
		return false;
	for (size_t i = 0; shape[i]; i++) {
		bool digit = s[i] >= '0' && s[i] <= '9';
		bool letter =
			s[i] >= 'A' && s[i] <= 'Z' && !strchr("SLOIBZ", s[i]);

		if (shape[i] == 'C' && (!digit || s[i] == '0'))
			return false;
		if (shape[i] == 'N' && !digit)
			return false;
		if (shape[i] == 'A' && !letter)
			return false;
		if (shape[i] == 'X' && !digit && !letter)
			return false;
	}
	return true;
}

const char *
coverage_member_id(struct arena *a, const char *payer_kind, const char *typed)
{
	bool medicare = strcmp(payer_kind, "medicare") == 0;
	char *out = arena_strdup(a, typed);
	size_t n = 0;

	for (const char *p = typed; *p; p++) {
		if (*p == ' ' || (medicare && *p == '-'))
			continue;
		if (!isalnum((unsigned char)*p) && !strchr("-./*", *p))
			return NULL;
		out[n++] = (char)toupper((unsigned char)*p);
	}
	out[n] = '\0';
	if (n == 0)
		return strcmp(payer_kind, "self_pay") == 0 ? out : NULL;
	if (medicare)
		return mbi_valid(out) ? out : NULL;
	return n >= 2 && n <= 30 ? out : NULL;
}

const char *
payer_kind_label(const char *kind)
{
	return word(payer_kinds, kind);
}

const char *
plan_kind_label(const char *kind)
{
	return word(plan_kinds, kind);
}

const char *
relationship_label(const char *relationship)
{
	return word(relationships, relationship);
}

const char *
check_method_label(const char *method)
{
	return word(methods, method);
}

const char *
coverage_rank_label(int rank)
{
	static const char *const labels[] = {
		"Primary", "Secondary", "Tertiary"};

	return rank >= 1 && rank <= 3 ? labels[rank - 1] : "Further";
}
