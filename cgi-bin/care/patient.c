/*
 * Registering patients and changing their details. When two entries are
 * one person: domain/patient.h; the SQL: store/patient_store.c.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "care/patient.h"
#include "store/patient_store.h"
#include "store/store.h"

static int
twin_compare(const void *a, const void *b)
{
	const struct patient_twin *x = a, *y = b;

	if (x->match != y->match)
		return x->match < y->match ? 1 : -1;
	return (x->line.id > y->line.id) - (x->line.id < y->line.id);
}

int
care_patient_twins(struct act *act, const struct patient *p,
	const struct patient_phones *phones, struct patient_twins *out)
{
	struct patient_lines lines = {0};
	struct patient_who me = {p->family, p->given, p->birth,
		phones != NULL && phones->n > 0 ? phones->v[0].number : ""};

	if (search_store_twins(act->db, act->arena, act->scope, p, phones,
		    act->now, &lines))
		return store_err(act->db, act->err);
	for (size_t i = 0; i < lines.n; i++) {
		const struct patient_line *l = &lines.v[i];
		struct patient_who who = {
			l->family, l->given, l->birth, l->phone};
		enum patient_match m = patient_compare(act->arena, &me, &who);

		if (m != MATCH_NO && l->id != p->id)
			*ARENA_PUSH(act->arena, out) =
				(struct patient_twin){*l, m};
	}
	if (out->n > 1)
		qsort(out->v, out->n, sizeof(out->v[0]), twin_compare);
	if (out->n > 10)
		out->n = 10;
	return 0;
}

int
care_patient_register(
	struct act *act, struct patient *p, const struct patient_phones *phones)
{
	if (*p->mrn == '\0')
		p->mrn =
			patient_store_next_mrn(act->db, act->arena, act->scope);
	p->version = 1;
	p->id = patient_store_add(act->db, act->arena, act->scope, p, act->now);
	if (p->id == 0) {
		store_err(act->db, act->err);
		if (act->err->kind != ERR_CONFLICT)
			return -1;
		return err_set(act->err, ERR_CONFLICT,
			"Another patient already has the number %s.", p->mrn);
	}
	if (phones != NULL && patient_store_set_phones(act->db, act->arena,
				      act->scope, p->id, phones))
		return store_err(act->db, act->err);
	return 0;
}

/* One row of the table of what is watched: its name and how it reads. */
struct watched {
	const char *field, *before, *after;
};

static const char *
day_text(struct arena *a, day_t day)
{
	char iso[DAY_TEXT_SIZE];

	day_print(day, iso);
	return arena_strdup(a, iso);
}

static const char *
yes_no(bool b)
{
	return b ? "yes" : "no";
}

static int
note_change(struct act *act, const struct patient *p, const char *field,
	const char *before, const char *after)
{
	struct patient_change c = {.version = p->version + 1,
		.at = act->now,
		.field = field,
		.before = before,
		.after = after};

	if (strcmp(before, after) == 0)
		return 0;
	if (patient_store_add_change(act->db, act->scope, p->id, &c))
		return store_err(act->db, act->err);
	return 0;
}

static int
note_changes(struct act *act, const struct patient *o, const struct patient *p)
{
	struct arena *a = act->arena;
	const struct watched list[] = {
		{"mrn", o->mrn, p->mrn},
		{"family", o->family, p->family},
		{"given", o->given, p->given},
		{"suffix", o->suffix, p->suffix},
		{"preferred", o->preferred, p->preferred},
		{"pronouns", o->pronouns, p->pronouns},
		{"birth", day_text(a, o->birth), day_text(a, p->birth)},
		{"sex", o->sex, p->sex},
		{"language", o->language, p->language},
		{"interpreter", yes_no(o->interpreter), yes_no(p->interpreter)},
		{"address", o->address, p->address},
		{"city", o->city, p->city},
		{"state", o->state, p->state},
		{"postal", o->postal, p->postal},
		{"country", o->country, p->country},
		{"email", o->email, p->email},
		{"channel", o->channel, p->channel},
		{"contact_note", o->contact_note, p->contact_note},
		{"sms_ok", yes_no(o->sms_ok), yes_no(p->sms_ok)},
		{"email_ok", yes_no(o->email_ok), yes_no(p->email_ok)},
		{"allergy_state", o->allergy_state, p->allergy_state},
		{"provider", arena_printf(a, "%lld", (long long)o->provider_id),
			arena_printf(a, "%lld", (long long)p->provider_id)},
		{"site", arena_printf(a, "%lld", (long long)o->site_id),
			arena_printf(a, "%lld", (long long)p->site_id)},
		{"restricted", yes_no(o->restricted), yes_no(p->restricted)},
		{"deceased", day_text(a, o->deceased),
			day_text(a, p->deceased)},
		{"active", yes_no(o->active), yes_no(p->active)},
		{"note", o->note, p->note},
	};

	for (size_t i = 0; i < sizeof(list) / sizeof(list[0]); i++)
		if (note_change(act, p, list[i].field, list[i].before,
			    list[i].after))
			return -1;
	return 0;
}

static const char *
phones_text(struct arena *a, const struct patient_phones *list)
{
	struct buf b = buf_new(a);

	for (size_t i = 0; i < list->n; i++)
		buf_addf(&b, "%s%s %s", i > 0 ? ", " : "", list->v[i].use,
			list->v[i].number);
	return b.s;
}

static int
change_phones(struct act *act, const struct patient *p,
	const struct patient_phones *phones)
{
	struct patient_phones old = {0};

	if (patient_store_phones(act->db, act->arena, act->scope, p->id, &old))
		return store_err(act->db, act->err);
	if (note_change(act, p, "phones", phones_text(act->arena, &old),
		    phones_text(act->arena, phones)))
		return -1;
	if (patient_store_set_phones(
		    act->db, act->arena, act->scope, p->id, phones))
		return store_err(act->db, act->err);
	return 0;
}

int
care_patient_update(struct act *act, const struct patient *p,
	const struct patient_phones *phones)
{
	struct patient old;
	int done =
		patient_store_get(act->db, act->arena, act->scope, p->id, &old);

	if (done == 0)
		return err_set(
			act->err, ERR_NOT_FOUND, "There is no such patient.");
	if (done > 0)
		done = patient_store_update(
			act->db, act->arena, act->scope, p, act->now);
	if (done < 0)
		return store_err(act->db, act->err);
	if (done == 0)
		return err_set(act->err, ERR_CONFLICT,
			"Somebody else changed these details meanwhile.");
	if (note_changes(act, &old, p))
		return -1;
	return phones == NULL ? 0 : change_phones(act, p, phones);
}

static const char *
contact_text(struct arena *a, const struct patient_person *c)
{
	return arena_printf(a, "%s%s%s%s%s%s", c->name,
		*c->relationship != '\0' ? ", " : "", c->relationship,
		*c->phone != '\0' ? ", " : "", c->phone,
		c->emergency ? ", emergency" : "");
}

/* The details themselves, and so their version, stay as they are. */
static int
note_contact(struct act *act, const struct patient *p, const char *before,
	const char *after)
{
	struct patient_change c = {.version = p->version,
		.at = act->now,
		.field = "contact",
		.before = before,
		.after = after};

	if (patient_store_add_change(act->db, act->scope, p->id, &c))
		return store_err(act->db, act->err);
	return 0;
}

int
care_patient_add_contact(struct act *act, const struct patient *p,
	const struct patient_person *contact)
{
	if (patient_store_add_person(act->db, act->scope, p->id, contact) == 0)
		return store_err(act->db, act->err);
	return note_contact(act, p, "", contact_text(act->arena, contact));
}

int
care_patient_drop_contact(struct act *act, const struct patient *p, int64_t id)
{
	struct patient_persons list = {0};

	if (patient_store_persons(
		    act->db, act->arena, act->scope, p->id, &list))
		return store_err(act->db, act->err);
	for (size_t i = 0; i < list.n; i++) {
		if (list.v[i].id != id)
			continue;
		if (patient_store_drop_person(act->db, act->scope, p->id, id) <
			0)
			return store_err(act->db, act->err);
		return note_contact(
			act, p, contact_text(act->arena, &list.v[i]), "");
	}
	return err_set(
		act->err, ERR_NOT_FOUND, "This contact is not there any more.");
}
