/*
 * Whoever looks at the demonstration finds it at work, in the evening and on
 * a day off too: one provider of each site then stays late or comes in. At
 * each site somebody is here and waits.
 */
#include "admin/command.h"
#include "admin/demo.h"
#include "db/db.h"
#include "domain/provider.h"
#include "store/provider_store.h"

#define OPENS (8 * 60)
#define NOON (12 * 60)
#define EVENING (16 * 60) /* from here on the day is nearly over */
#define MIDNIGHT (24 * 60)
#define SPAN 1800 /* seconds of a visit with an interpreter */

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

static int
add(struct demo *d, int provider, struct demo_patient *p, instant_t start,
	const char *status)
{
	const struct demo_visit in = {
		.provider = provider,
		.patient_id = p->id,
		.type = "Follow-up",
		.reason = "Blood pressure check",
		.start = start,
		.interpreter = p->interpreter,
		.status = status,
		.asked = true,
		.confirmed = status != NULL,
	};

	p->busy_on = zone_local(d->site[p->site].zone, start).day;
	return demo_add_visit(d, &in) == 0 ? ctl_db_err(d->ctl) : 0;
}

/* The first is late already, the second here before the time, the others
 * are to come. */
static int
fill_late(struct demo *d, int provider, day_t day, int from_min, int to_min)
{
	int site = d->provider[provider].site, at = DEMO_STARS, n = 0;

	for (int min = from_min; min + 30 <= to_min; min += 30) {
		struct demo_patient *p = next_patient(d, site, day, &at);
		instant_t start;

		if (p == NULL)
			return 0;
		zone_instant(d->site[site].zone, day, min, &start);
		if (demo_taken_until(d, provider, start, start + SPAN) != 0)
			continue;
		if (add(d, provider, p, start, n++ == 1 ? "here" : NULL))
			return -1;
	}
	return 0;
}

/* Within hours: one who is here before the time. */
static int
one_waits(struct demo *d, int provider, day_t day)
{
	int at = DEMO_STARS;
	struct demo_patient *p =
		next_patient(d, d->provider[provider].site, day, &at);

	instant_t start = (d->now + 899) / 300 * 300, next;

	while ((next = demo_taken_until(d, provider, start, start + SPAN)) != 0)
		start = (next + 299) / 300 * 300;
	return p != NULL ? add(d, provider, p, start, "here") : 0;
}

/* Is there time for one more visit in this half day? */
static bool
within_hours(const struct demo *d, const struct demo_provider *p,
	const struct local *now)
{
	return works_on(d, p, now->day) &&
	       ((now->minute >= OPENS && now->minute < NOON - 60) ||
		       (now->minute >= NOON + 60 && now->minute < EVENING));
}

int
demo_late(struct demo *d)
{
	for (int i = 0; i < DEMO_SITES; i++) {
		struct local now = zone_local(d->site[i].zone, d->now);
		int doctor = doctor_of(d, i), from, to;

		if (doctor < 0)
			continue;
		if (within_hours(d, &d->provider[doctor], &now)) {
			if (one_waits(d, doctor, now.day))
				return -1;
			continue;
		}
		from = (now.minute - 20) / 30 * 30;
		/* Before midnight some are late, so that some are there. */
		if (from > MIDNIGHT - 150)
			from = MIDNIGHT - 150;
		to = from + 210 < MIDNIGHT ? from + 210 : MIDNIGHT;
		if (stay_open(d, doctor, now.day, from, to) ||
			fill_late(d, doctor, now.day, from, to))
			return -1;
	}
	return 0;
}
