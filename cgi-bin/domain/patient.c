/* How a patient's names and numbers are put, and the labels of the codes. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "domain/patient.h"

struct patient
patient_new(void)
{
	return (struct patient){
		.mrn = "",
		.family = "",
		.given = "",
		.suffix = "",
		.preferred = "",
		.pronouns = "",
		.birth = DAY_NONE,
		.sex = "unknown",
		.language = "en",
		.address = "",
		.city = "",
		.state = "",
		.postal = "",
		.country = "",
		.email = "",
		.channel = "phone",
		.contact_note = "",
		.allergy_state = "not_asked",
		.deceased = DAY_NONE,
		.active = true,
		.note = "",
		.created_at = INSTANT_NONE,
		.updated_at = INSTANT_NONE,
		.phone = "",
		.phone_use = "",
		.provider = "",
		.site = "",
	};
}

const char *
patient_name_list(struct arena *a, const char *family, const char *given)
{
	if (*family == '\0' || *given == '\0')
		return *family == '\0' ? given : family;
	return arena_printf(a, "%s, %s", family, given);
}

const char *
patient_list_name(struct arena *a, const struct patient *p)
{
	const char *name = patient_name_list(a, p->family, p->given);

	if (*p->suffix == '\0')
		return name;
	return arena_printf(a, "%s, %s", name, p->suffix);
}

const char *
patient_full_name(struct arena *a, const struct patient *p)
{
	struct buf b = buf_new(a);

	buf_adds(&b, p->given);
	if (b.n > 0 && *p->family != '\0')
		buf_addc(&b, ' ');
	buf_adds(&b, p->family);
	if (*p->suffix != '\0')
		buf_addf(&b, " %s", p->suffix);
	return b.s;
}

/* The first character, which may be several bytes. */
static void
add_first(struct buf *b, const char *s)
{
	size_t n = *s == '\0' ? 0 : 1;

	while (n > 0 && ((unsigned char)s[n] & 0xc0) == 0x80)
		n++;
	buf_add(b, s, n);
}

const char *
patient_initials(struct arena *a, const struct patient *p)
{
	struct buf b = buf_new(a);

	add_first(&b, p->given);
	add_first(&b, p->family);
	return b.n > 0 ? b.s : "?";
}

const char *
patient_mrn_key(struct arena *a, const char *mrn)
{
	struct buf b = buf_new(a);

	for (; *mrn != '\0'; mrn++) {
		char c = *mrn;

		if (c >= 'a' && c <= 'z')
			c = (char)(c - 'a' + 'A');
		if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
			(unsigned char)c >= 0x80)
			buf_addc(&b, c);
	}
	return b.s;
}

const char *
patient_mrn_show(struct arena *a, const char *mrn)
{
	size_t n = strlen(mrn), group = n == 6 ? 3 : 4;
	struct buf b = buf_new(a);

	if (n < 6 || n > 20 || mrn[strspn(mrn, "0123456789")] != '\0')
		return mrn;
	for (size_t i = 0; i < n; i++) {
		if (i > 0 && i % group == 0)
			buf_addc(&b, '-');
		buf_addc(&b, mrn[i]);
	}
	return b.s;
}

struct label {
	const char *code, *label;
};

static const char *
label_of(const struct label *list, const char *code, const char *dflt)
{
	for (; list->code != NULL; list++)
		if (strcmp(list->code, code) == 0)
			return list->label;
	return dflt;
}

const char *
patient_sex_label(const char *sex)
{
	static const struct label list[] = {{"female", "Female"},
		{"male", "Male"}, {"other", "Other sex"},
		{"unknown", "Sex not recorded"}, {NULL, NULL}};

	return label_of(list, sex, "Sex not recorded");
}

const char *
patient_phone_label(const char *use)
{
	static const struct label list[] = {{"mobile", "Mobile"},
		{"home", "Home"}, {"work", "Work"}, {NULL, NULL}};

	return label_of(list, use, "Phone");
}

const char *
patient_channel_label(const char *channel)
{
	static const struct label list[] = {{"phone", "Phone call"},
		{"sms", "Text message"}, {"email", "Email"},
		{"letter", "Letter"}, {NULL, NULL}};

	return label_of(list, channel, channel);
}

const char *
patient_language_label(const char *tag)
{
	static const struct label list[] = {{"ar", "Arabic"}, {"bn", "Bengali"},
		{"de", "German"}, {"el", "Greek"}, {"en", "English"},
		{"es", "Spanish"}, {"fa", "Farsi"}, {"fr", "French"},
		{"hi", "Hindi"}, {"hmn", "Hmong"}, {"ht", "Haitian Creole"},
		{"it", "Italian"}, {"ja", "Japanese"}, {"km", "Khmer"},
		{"ko", "Korean"}, {"nl", "Dutch"}, {"pa", "Punjabi"},
		{"pl", "Polish"}, {"pt", "Portuguese"}, {"ru", "Russian"},
		{"ase", "American Sign Language"}, {"so", "Somali"},
		{"sw", "Swahili"}, {"th", "Thai"}, {"tl", "Tagalog"},
		{"uk", "Ukrainian"}, {"ur", "Urdu"}, {"vi", "Vietnamese"},
		{"zh", "Chinese"}, {NULL, NULL}};
	char base[9] = "";
	size_t n = strcspn(tag, "-_");

	if (n >= sizeof(base))
		return tag;
	memcpy(base, tag, n);
	return label_of(list, base, tag);
}

/* The surname and the first of the given names, folded. */
struct half_names {
	const char *family, *first;
};

static struct half_names
half_names(struct arena *a, const struct patient_who *w)
{
	const char *given = utf8_fold(a, w->given);

	return (struct half_names){
		.family = utf8_fold(a, w->family),
		.first = arena_strndup(a, given, strcspn(given, " ")),
	};
}

/* The last ten digits, so that +1 and its absence are the same. */
static bool
same_phone(struct arena *a, const char *x, const char *y)
{
	struct buf digits[2] = {buf_new(a), buf_new(a)};
	size_t n[2];

	for (int i = 0; i < 2; i++) {
		for (const char *s = i == 0 ? x : y; *s != '\0'; s++)
			if (*s >= '0' && *s <= '9')
				buf_addc(&digits[i], *s);
		n[i] = digits[i].n;
	}
	if (n[0] < 7 || n[1] < 7)
		return false;
	for (int i = 0; i < 2; i++)
		if (n[i] > 10)
			digits[i].s += n[i] - 10;
	return strcmp(digits[0].s, digits[1].s) == 0;
}

/* Equal, or one digit off or two swapped, as typed in a hurry. */
static int
birth_distance(day_t x, day_t y)
{
	char a[DAY_TEXT_SIZE], b[DAY_TEXT_SIZE];
	int y1, m1, d1, y2, m2, d2;

	day_print(x, a);
	day_print(y, b);
	day_split(x, &y1, &m1, &d1);
	day_split(y, &y2, &m2, &d2);
	if (y1 == y2 && m1 == d2 && d1 == m2 && x != y)
		return 1;
	return utf8_distance(a, b, 1);
}

enum patient_match
patient_compare(struct arena *a, const struct patient_who *x,
	const struct patient_who *y)
{
	struct half_names n = half_names(a, x), m = half_names(a, y);
	bool births = x->birth != DAY_NONE && y->birth != DAY_NONE;
	bool family = strcmp(n.family, m.family) == 0;
	bool first = strcmp(n.first, m.first) == 0;
	bool swapped = strcmp(n.family, m.first) == 0 &&
		       strcmp(n.first, m.family) == 0;
	int near = utf8_distance(n.family, m.family, 1) +
		   utf8_distance(n.first, m.first, 1);
	int apart = births ? birth_distance(x->birth, y->birth) : 0;

	if (births && apart == 0) {
		if (family && first)
			return MATCH_SAME;
		if (swapped || near == 1)
			return MATCH_LIKELY;
		if (first || (family && same_phone(a, x->phone, y->phone)))
			return MATCH_SIMILAR;
		return MATCH_NO;
	}
	if (family && first && apart <= 1)
		return MATCH_LIKELY;
	if (first && same_phone(a, x->phone, y->phone) && apart <= 1)
		return MATCH_SIMILAR;
	return MATCH_NO;
}
