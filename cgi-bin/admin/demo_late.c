/*
 * Whoever looks at the demonstration in the evening or on a day off finds
 * it at work too: one provider of each site then stays late or comes in.
 */
#include "admin/command.h"
#include "admin/demo.h"
#include "db/db.h"
#include "domain/provider.h"
#include "store/provider_store.h"

#define EVENING (16 * 60) /* from here on the day is nearly over */
#define CLOSES (17 * 60)
#define MIDNIGHT (24 * 60)

static bool
works_on(const struct demo *d, const struct demo_provider *p, day_t day)
{
	return (p->days & 1u << day_weekday(day)) && !day_in(day, &d->holidays);
}

/* The first doctor of a site; -1: it has none. */
static int
doctor_of(const struct demo *d, int site)
{
	for (int i = 0; i < DEMO_PROVIDERS; i++)
		if (d->provider[i].site == site &&
			d->provider[i].kind == DEMO_PRIMARY)
			return i;
	return -1;
}

/* The next of the site's people, from *at on, with nothing else that day. */
static struct demo_patient *
next_patient(struct demo *d, int site, day_t day, int *at)
{
	for (; *at < d->n_patients; ++*at) {
		struct demo_patient *p = &d->patient[*at];

		if (p->site == site && p->busy_on < day && p->birth < day)
			return p;
	}
	return NULL;
}

static int
stay_open(struct demo *d, int provider, day_t day, int from_min, int to_min)
{
	const struct demo_provider *p = &d->provider[provider];
	const struct exception_row e = {
		.provider_id = p->id,
		.site_id = d->site[p->site].id,
		.day = day,
		.kind = EXCEPTION_OPEN,
		.start_min = from_min,
		.end_min = to_min,
		.reason = "Extra hours",
	};

	if (provider_store_add_exception(d->ctl->db, &d->ctl->scope, &e) <= 0)
		return ctl_db_err(d->ctl);
	return 0;
}

/* The first is late already, the others are to come. */
static int
fill_late(struct demo *d, int provider, day_t day, int from_min, int to_min)
{
	int site = d->provider[provider].site, at = DEMO_STARS;

	for (int min = from_min; min + 30 <= to_min; min += 30) {
		struct demo_patient *p = next_patient(d, site, day, &at);
		struct demo_visit in = {
			.provider = provider,
			.type = "Follow-up",
			.reason = "Blood pressure check",
			.asked = true,
			.confirmed = min < from_min + 60,
		};

		if (p == NULL)
			return 0;
		zone_instant(d->site[site].zone, day, min, &in.start);
		in.patient_id = p->id;
		in.interpreter = p->interpreter;
		if (demo_add_visit(d, &in) == 0)
			return ctl_db_err(d->ctl);
		p->busy_on = day;
	}
	return 0;
}

int
demo_late(struct demo *d)
{
	for (int i = 0; i < DEMO_SITES; i++) {
		struct local now = zone_local(d->site[i].zone, d->now);
		int doctor = doctor_of(d, i), from, to;
		bool day_off;

		if (doctor < 0)
			continue;
		day_off = !works_on(d, &d->provider[doctor], now.day);
		if (!day_off && now.minute < EVENING)
			continue;
		from = (now.minute - 20) / 30 * 30;
		if (!day_off && from < CLOSES)
			from = CLOSES;
		to = now.minute / 30 * 30 + 180;
		to = to > MIDNIGHT ? MIDNIGHT : to;
		if (stay_open(d, doctor, now.day, from, to) ||
			fill_late(d, doctor, now.day, from, to))
			return -1;
	}
	return 0;
}
