/* A patient's details as a form, and the form as a patient. */
#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "staff/patient_form.h"
#include "store/patient_store.h"
#include "store/provider_store.h"
#include "store/site_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

static const struct option sexes[] = {
	{"unknown", "Not recorded"},
	{"female", "Female"},
	{"male", "Male"},
	{"other", "Other"},
	{NULL, NULL},
};

static const struct option languages[] = {
	{"en", "English"},
	{"es", "Spanish"},
	{"ar", "Arabic"},
	{"ase", "American Sign Language"},
	{"bn", "Bengali"},
	{"zh", "Chinese"},
	{"nl", "Dutch"},
	{"fa", "Farsi"},
	{"fr", "French"},
	{"de", "German"},
	{"ht", "Haitian Creole"},
	{"hi", "Hindi"},
	{"hmn", "Hmong"},
	{"it", "Italian"},
	{"ja", "Japanese"},
	{"km", "Khmer"},
	{"ko", "Korean"},
	{"pl", "Polish"},
	{"pt", "Portuguese"},
	{"pa", "Punjabi"},
	{"ru", "Russian"},
	{"so", "Somali"},
	{"sw", "Swahili"},
	{"tl", "Tagalog"},
	{"th", "Thai"},
	{"uk", "Ukrainian"},
	{"ur", "Urdu"},
	{"vi", "Vietnamese"},
	{NULL, NULL},
};

static const struct option uses[] = {
	{"mobile", "Mobile"},
	{"home", "Home"},
	{"work", "Work"},
	{"other", "Other"},
	{NULL, NULL},
};

static const struct option channels[] = {
	{"phone", "Phone call"},
	{"sms", "Text message"},
	{"email", "Email"},
	{"letter", "Letter"},
	{NULL, NULL},
};

static const struct option allergy_states[] = {
	{"not_asked", "Not asked yet"},
	{"none_known", "Asked: no known allergies"},
	{"listed", "Asked: listed in the records"},
	{NULL, NULL},
};

/* clang-format off */
#define PATIENT_FIELDS \
	{.name = "family", .label = "Family name", .type = FIELD_NAME, \
		.required = true, .max = 100, .missing = "Enter a family name", \
		.hint = "If there is only one name, enter it here.", \
		.autocomplete = "off"}, \
	{.name = "given", .label = "Given names", .type = FIELD_NAME, \
		.max = 100, .hint = "First and middle names.", \
		.autocomplete = "off"}, \
	{.name = "suffix", .label = "Suffix", .type = FIELD_NAME, .max = 20, \
		.hint = "Jr., III"}, \
	{.name = "preferred", .label = "Likes to be called", \
		.type = FIELD_NAME, .max = 60}, \
	{.name = "pronouns", .label = "Pronouns", .type = FIELD_NAME, \
		.max = 30, .hint = "she/her"}, \
	{.name = "birth", .label = "Date of birth", .type = FIELD_BIRTH, \
		.hint = "Month first: 3/14/1961, 14 mar 1961"}, \
	{.name = "sex", .required = true, .label = "Sex, for clinical use", \
		.type = FIELD_SELECT, .options = sexes}, \
	{.name = "phone1", .label = "Phone, called first", \
		.type = FIELD_PHONE, .inputmode = "tel"}, \
	{.name = "use1", .required = true, .label = "Kind of phone", .type = FIELD_SELECT, \
		.options = uses}, \
	{.name = "phone2", .label = "Second phone", .type = FIELD_PHONE, \
		.inputmode = "tel"}, \
	{.name = "use2", .required = true, .label = "Kind of second phone", \
		.type = FIELD_SELECT, .options = uses}, \
	{.name = "email", .label = "Email", .type = FIELD_EMAIL, \
		.inputmode = "email"}, \
	{.name = "language", .required = true, .label = "Language spoken", \
		.type = FIELD_SELECT}, \
	{.name = "interpreter", .label = "Needs an interpreter", \
		.type = FIELD_CHECK}, \
	{.name = "channel", .required = true, .label = "Prefers to be reached by", \
		.type = FIELD_SELECT, .options = channels}, \
	{.name = "contact_note", .label = "Note on contact", \
		.type = FIELD_TEXT, .max = 120, \
		.hint = "After 16:00, no details on voicemail"}, \
	{.name = "sms_ok", .label = "Agrees to text messages", \
		.type = FIELD_CHECK}, \
	{.name = "email_ok", .label = "Agrees to email", \
		.type = FIELD_CHECK}, \
	{.name = "address", .label = "Street", .type = FIELD_TEXT, \
		.max = 120}, \
	{.name = "city", .label = "City", .type = FIELD_TEXT, .max = 80}, \
	{.name = "state", .label = "State", .type = FIELD_TEXT, .max = 40}, \
	{.name = "postal", .label = "ZIP code", .type = FIELD_TEXT, \
		.max = 20}, \
	{.name = "provider", .label = "Usual clinician", \
		.type = FIELD_SELECT}, \
	{.name = "site", .label = "Usual site", .type = FIELD_SELECT}, \
	{.name = "note", .label = "Note for the front desk", \
		.type = FIELD_NOTE, .max = 1000, \
		.hint = "Wheelchair, comes with her son. No diagnoses."}

static const struct field new_fields[] = {
	PATIENT_FIELDS,
	{.name = "birth_unknown", .label = "Date of birth is not known",
		.type = FIELD_CHECK},
	{.name = "confirmed", .type = FIELD_HIDDEN, .min = 0, .max = 1},
	{.name = "next", .type = FIELD_TOKEN},
};

static const struct field edit_fields[] = {
	PATIENT_FIELDS,
	{.name = "allergy_state", .label = "Allergies", .type = FIELD_SELECT,
		.options = allergy_states},
	{.name = "deceased", .label = "Date of death", .type = FIELD_DAY,
		.min = -60000, .missing = "Enter a day that is not in the "
		"future"},
	{.name = "active", .label = "Is a patient of the clinic",
		.type = FIELD_CHECK},
	{.name = "version", .type = FIELD_HIDDEN, .required = true},
};
/* clang-format on */

const struct form patient_new_form = FORM(new_fields);
const struct form patient_edit_form = FORM(edit_fields);

static const char *
number(struct req *rq, int64_t id)
{
	return id == 0 ? "" : arena_printf(rq->arena, "%lld", (long long)id);
}

static struct options *
choices(struct req *rq, const char *none)
{
	struct options *o = arena_alloc(rq->arena, sizeof(*o));

	*ARENA_PUSH(rq->arena, o) = (struct option){"", none};
	return o;
}

/* A language an import brought along stays choosable. */
static void
language_choices(struct req *rq)
{
	struct options *o = arena_alloc(rq->arena, sizeof(*o));
	const char *now = form_text(rq, "language");
	bool known = *now == '\0';

	for (const struct option *l = languages; l->value != NULL; l++) {
		*ARENA_PUSH(rq->arena, o) = *l;
		known = known || strcmp(l->value, now) == 0;
	}
	if (!known)
		*ARENA_PUSH(rq->arena, o) =
			(struct option){now, patient_language_label(now)};
	form_options(rq, "language", o);
}

int
patient_form_choices(struct req *rq)
{
	struct options *who = choices(rq, "Nobody yet");
	struct options *where = choices(rq, "None");
	struct providers providers = {0};
	struct sites sites = {0};

	if (provider_store_list(
		    rq->db, rq->arena, rq->scope, false, &providers) ||
		site_store_list(rq->db, rq->arena, rq->scope, false, &sites))
		return -1;
	for (size_t i = 0; i < providers.n; i++)
		*ARENA_PUSH(rq->arena, who) = (struct option){
			number(rq, providers.v[i].id), providers.v[i].name};
	for (size_t i = 0; i < sites.n; i++)
		*ARENA_PUSH(rq->arena, where) = (struct option){
			number(rq, sites.v[i].id), sites.v[i].name};
	form_options(rq, "provider", who);
	form_options(rq, "site", where);
	language_choices(rq);
	return 0;
}

static const struct patient_phone no_phone = {.use = "mobile", .number = ""};

static const struct patient_phone *
phone_at(const struct patient_phones *list, size_t i)
{
	return i < list->n ? &list->v[i] : &no_phone;
}

void
patient_form_fill(struct req *rq, const struct patient *p,
	const struct patient_phones *phones)
{
	struct patient_facts facts = {0};

	patient_form_facts(rq, p, phones, &facts);
	for (size_t i = 0; i < facts.n; i++)
		form_set_text(rq, facts.v[i].name, facts.v[i].value);
	form_set_day(rq, "birth", p->birth);
	if (p->birth != DAY_NONE)
		form_set_text(rq, "birth", show_date(rq->show, p->birth));
	form_set_day(rq, "deceased", p->deceased);
	form_set_int(rq, "interpreter", p->interpreter);
	form_set_int(rq, "sms_ok", p->sms_ok);
	form_set_int(rq, "email_ok", p->email_ok);
	form_set_int(rq, "active", p->active);
	form_set_int(rq, "version", p->version);
}

int
patient_form_check(struct req *rq)
{
	struct provider provider;
	struct site site;
	int found = 1;

	if (form_has(rq, "provider"))
		found = provider_store_get(rq->db, rq->arena, rq->scope,
			form_int(rq, "provider"), &provider);
	if (found == 0)
		form_error(rq, "provider", "Choose one of the list");
	if (found >= 0 && form_has(rq, "site")) {
		found = site_store_get(rq->db, rq->arena, rq->scope,
			form_int(rq, "site"), &site);
		if (found == 0)
			form_error(rq, "site", "Choose one of the list");
	}
	return found < 0 ? -1 : 0;
}

static void
read_phone(struct req *rq, struct patient_phones *out, const char *number_field,
	const char *use_field)
{
	const char *use = form_text(rq, use_field);

	if (form_has(rq, number_field))
		*ARENA_PUSH(rq->arena, out) = (struct patient_phone){
			.rank = (int)out->n + 1,
			.use = *use != '\0' ? use : "mobile",
			.number = form_text(rq, number_field),
		};
}

static const char *
chosen(struct req *rq, const char *field, const char *dflt)
{
	const char *text = form_text(rq, field);

	return *text != '\0' ? text : dflt;
}

void
patient_form_read(
	struct req *rq, struct patient *p, struct patient_phones *phones)
{
	p->family = form_text(rq, "family");
	p->given = form_text(rq, "given");
	p->suffix = form_text(rq, "suffix");
	p->preferred = form_text(rq, "preferred");
	p->pronouns = form_text(rq, "pronouns");
	p->birth = form_day(rq, "birth");
	p->sex = chosen(rq, "sex", "unknown");
	p->email = form_text(rq, "email");
	p->language = chosen(rq, "language", "en");
	p->interpreter = form_int(rq, "interpreter");
	p->channel = chosen(rq, "channel", "phone");
	p->contact_note = form_text(rq, "contact_note");
	p->sms_ok = form_int(rq, "sms_ok");
	p->email_ok = form_int(rq, "email_ok");
	p->address = form_text(rq, "address");
	p->city = form_text(rq, "city");
	p->state = form_text(rq, "state");
	p->postal = form_text(rq, "postal");
	p->provider_id = form_int(rq, "provider");
	p->site_id = form_int(rq, "site");
	p->note = form_text(rq, "note");
	read_phone(rq, phones, "phone1", "use1");
	read_phone(rq, phones, "phone2", "use2");
}

int
patient_form_names(struct req *rq, struct patient *p)
{
	struct provider provider;
	struct site site;
	int found;

	p->provider = p->site = "";
	if (p->provider_id != 0) {
		found = provider_store_get(rq->db, rq->arena, rq->scope,
			p->provider_id, &provider);
		if (found < 0)
			return -1;
		p->provider = found > 0 ? provider.short_name : "";
	}
	if (p->site_id != 0) {
		found = site_store_get(
			rq->db, rq->arena, rq->scope, p->site_id, &site);
		if (found < 0)
			return -1;
		p->site = found > 0 ? site.name : "";
	}
	return 0;
}

static void
fact(struct req *rq, struct patient_facts *out, const char *name,
	const char *value, const char *shown)
{
	const char *label = "";

	for (size_t i = 0; i < patient_edit_form.n; i++)
		if (strcmp(patient_edit_form.fields[i].name, name) == 0)
			label = patient_edit_form.fields[i].label;
	*ARENA_PUSH(rq->arena, out) = (struct patient_fact){
		name, label, value, *shown != '\0' ? shown : "Not recorded"};
}

static void
text_fact(struct req *rq, struct patient_facts *out, const char *name,
	const char *value)
{
	fact(rq, out, name, value, value);
}

static void
yes_fact(struct req *rq, struct patient_facts *out, const char *name, bool yes)
{
	fact(rq, out, name, yes ? "1" : "", yes ? "Yes" : "No");
}

static void
phone_facts(struct req *rq, struct patient_facts *out,
	const struct patient_phone *p, const char *number_field,
	const char *use_field)
{
	fact(rq, out, number_field, p->number,
		*p->number != '\0' ? show_phone(rq->show, p->number) : "");
	fact(rq, out, use_field, p->use, patient_phone_label(p->use));
}

static const char *
allergy_label(const char *state)
{
	for (const struct option *o = allergy_states; o->value != NULL; o++)
		if (strcmp(o->value, state) == 0)
			return o->label;
	return state;
}

void
patient_form_facts(struct req *rq, const struct patient *p,
	const struct patient_phones *phones, struct patient_facts *out)
{
	text_fact(rq, out, "family", p->family);
	text_fact(rq, out, "given", p->given);
	text_fact(rq, out, "suffix", p->suffix);
	text_fact(rq, out, "preferred", p->preferred);
	text_fact(rq, out, "pronouns", p->pronouns);
	fact(rq, out, "birth", show_iso(rq->show, p->birth),
		show_date(rq->show, p->birth));
	fact(rq, out, "sex", p->sex, patient_sex_label(p->sex));
	phone_facts(rq, out, phone_at(phones, 0), "phone1", "use1");
	phone_facts(rq, out, phone_at(phones, 1), "phone2", "use2");
	text_fact(rq, out, "email", p->email);
	fact(rq, out, "language", p->language,
		patient_language_label(p->language));
	yes_fact(rq, out, "interpreter", p->interpreter);
	fact(rq, out, "channel", p->channel, patient_channel_label(p->channel));
	text_fact(rq, out, "contact_note", p->contact_note);
	yes_fact(rq, out, "sms_ok", p->sms_ok);
	yes_fact(rq, out, "email_ok", p->email_ok);
	text_fact(rq, out, "address", p->address);
	text_fact(rq, out, "city", p->city);
	text_fact(rq, out, "state", p->state);
	text_fact(rq, out, "postal", p->postal);
	fact(rq, out, "provider", number(rq, p->provider_id), p->provider);
	fact(rq, out, "site", number(rq, p->site_id), p->site);
	text_fact(rq, out, "note", p->note);
	fact(rq, out, "allergy_state", p->allergy_state,
		allergy_label(p->allergy_state));
	fact(rq, out, "deceased", show_iso(rq->show, p->deceased),
		p->deceased == DAY_NONE ? ""
					: show_date(rq->show, p->deceased));
	yes_fact(rq, out, "active", p->active);
}

/* What is not recorded is left out where it would only fill the page. */
static bool
worth_showing(const struct patient_fact *f)
{
	static const char *const quiet[] = {"suffix", "preferred", "pronouns",
		"phone2", "use1", "use2", "contact_note", "note", "deceased",
		"active"};

	if (strcmp(f->name, "use1") == 0 || strcmp(f->name, "use2") == 0)
		return false;
	for (size_t i = 0; i < sizeof(quiet) / sizeof(quiet[0]); i++)
		if (strcmp(f->name, quiet[i]) == 0)
			return *f->value != '\0' &&
			       strcmp(f->name, "active") != 0;
	return true;
}

int
patient_form_shown(struct req *rq, struct tpl *t)
{
	const struct patient *p = rq->o.patient;
	struct patient_phones phones = {0};
	struct patient_facts facts = {0};

	if (patient_store_phones(rq->db, rq->arena, rq->scope, p->id, &phones))
		return -1;
	patient_form_facts(rq, p, &phones, &facts);
	for (size_t i = 0; i < facts.n; i++) {
		const struct patient_fact *f = &facts.v[i];
		struct tpl *row;

		if (!worth_showing(f))
			continue;
		row = tpl_row(t, "FACT");
		tpl_text(row, "LABEL", f->label);
		tpl_text(tpl_row(row, *f->value != '\0' || strcmp(f->shown,
								   "No") == 0
					      ? "KNOWN"
					      : "GONE"),
			"TEXT", f->shown);
	}
	return 0;
}
