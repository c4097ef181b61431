/* Reports in words, numbers and pictures. What they mean: tests/RULES.md,
 * "Reports". */
#include "base/arena.h"
#include "base/buf.h"
#include "base/show.h"
#include "staff/report_part.h"
#include "tpl/tpl.h"
#include "web/req.h"

static const char *
number(struct req *rq, int64_t n)
{
	return arena_printf(rq->arena, "%lld", (long long)n);
}

static struct report_cell
count(struct req *rq, const char *head, int64_t n)
{
	return (struct report_cell){
		head, show_count(rq->show, n), number(rq, n)};
}

static struct report_cell
share(struct req *rq, const char *head, int64_t part, int64_t of)
{
	int s = report_share(part, of);

	return (struct report_cell){head,
		report_share_text(rq->arena, part, of),
		of < REPORT_SMALL
			? ""
			: arena_printf(rq->arena, "%d.%d", s / 10, s % 10)};
}

/* Minutes are many wherever there are some: a share of them stands. */
static struct report_cell
used(struct req *rq, const char *head, int64_t part, int64_t of)
{
	int s = report_share(part, of);

	return (struct report_cell){head,
		of ? report_percent_text(rq->arena, part, of)
		   : "No time offered",
		of ? arena_printf(rq->arena, "%d.%d", s / 10, s % 10) : ""};
}

/* "7.5 h"; from a hundred on without tenths. */
static const char *
hours_text(struct req *rq, int64_t minutes)
{
	int64_t tenths = (minutes + 3) / 6;

	if (tenths >= 1000 || tenths % 10 == 0)
		return arena_printf(rq->arena, "%s h",
			show_count(rq->show, (minutes + 30) / 60));
	return arena_printf(rq->arena, "%lld.%lld h", (long long)tenths / 10,
		(long long)tenths % 10);
}

static struct report_cell
hours(struct req *rq, const char *head, int64_t minutes)
{
	return (struct report_cell){head, hours_text(rq, minutes),
		arena_printf(rq->arena, "%.2f", (double)minutes / 60)};
}

static const char *
days_text(struct req *rq, int n)
{
	if (n < 0)
		return "None";
	return n == 0	? "Same day"
	       : n == 1 ? "1 day"
			: arena_printf(rq->arena, "%d days", n);
}

static struct report_cell
days(struct req *rq, const char *head, int n)
{
	return (struct report_cell){
		head, days_text(rq, n), n < 0 ? "" : number(rq, n)};
}

static int
use_cells(struct req *rq, const struct report_row *r, struct report_cell *out)
{
	out[0] = hours(rq, "Offered", r->offered);
	out[1] = hours(rq, "Taken", r->taken);
	out[2] = hours(rq, "Seen", r->seen);
	out[3] = used(rq, "Taken of offered", r->taken, r->offered);
	out[4] = used(rq, "Seen of offered", r->seen, r->offered);
	return 5;
}

static int
lead_cells(struct req *rq, const struct report_row *r, struct report_cell *out)
{
	out[0] = count(rq, "Visits", r->waited);
	out[1] = days(rq, "Half within", r->wait_half);
	out[2] = days(rq, "Nine in ten within", r->wait_most);
	return 3;
}

static int
third_cells(struct req *rq, const struct report_ask *ask,
	const struct report_row *r, struct report_cell *out)
{
	bool some = r->third != DAY_NONE;

	out[0] = (struct report_cell){"Third free time",
		some ? show_day(rq->show, r->third)
		     : arena_printf(rq->arena, "None in %d days", REPORT_AHEAD),
		some ? show_iso(rq->show, r->third) : ""};
	out[1] = days(rq, "Wait", some ? r->third - ask->today : -1);
	return 2;
}

static int
missed_cells(
	struct req *rq, const struct report_row *r, struct report_cell *out)
{
	out[0] = count(rq, "Came", r->came);
	out[1] = count(rq, "No-shows", r->no_show);
	out[2] = share(rq, "No-show rate", r->no_show, report_due(r));
	out[3] = count(rq, "Late cancellations", r->late);
	out[4] = share(rq, "Late-cancel rate", r->late, report_kept(r));
	out[5] = count(rq, "Excused", r->excused);
	out[6] = count(rq, "Left unseen", r->left);
	out[7] = count(rq, "No outcome", r->open);
	return 8;
}

static int
cancel_cells(
	struct req *rq, const struct report_row *r, struct report_cell *out)
{
	out[0] = count(rq, "Cancelled", report_cancelled(r));
	out[1] = count(rq, "By the patient", r->by_patient + r->late);
	out[2] = count(rq, "Late, of these", r->late);
	out[3] = count(rq, "By the clinic", r->by_clinic);
	out[4] = count(rq, "Moved, not counted", r->moved);
	return 5;
}

int
report_cells(struct req *rq, const struct report_ask *ask,
	const struct report_row *r, struct report_cell out[REPORT_CELLS])
{
	switch (ask->measure) {
	case REPORT_USE:
		return use_cells(rq, r, out);
	case REPORT_LEAD:
		return lead_cells(rq, r, out);
	case REPORT_THIRD:
		return third_cells(rq, ask, r, out);
	case REPORT_MISSED:
		return missed_cells(rq, r, out);
	default:
		return cancel_cells(rq, r, out);
	}
}

/* Which cell the picture shows. */
static struct report_cell
drawn(struct req *rq, const struct report_ask *ask, const struct report_row *r)
{
	static const int at[REPORT_MEASURES] = {3, 1, 1, 2, 0};
	struct report_cell cells[REPORT_CELLS];

	report_cells(rq, ask, r, cells);
	return cells[at[ask->measure]];
}

static double
amount(const struct report_ask *ask, const struct report_row *r)
{
	switch (ask->measure) {
	case REPORT_USE:
		return r->offered ? report_share(r->taken, r->offered) : -1;
	case REPORT_LEAD:
		return r->wait_half;
	case REPORT_THIRD:
		return r->third == DAY_NONE ? -1 : r->third - ask->today;
	case REPORT_MISSED:
		return report_due(r) < REPORT_SMALL
			       ? -1
			       : report_share(r->no_show, report_due(r));
	default:
		return (double)report_cancelled(r);
	}
}

struct report_mark
report_mark(struct req *rq, const struct report_ask *ask,
	const struct report_row *r)
{
	return (struct report_mark){
		r->label, drawn(rq, ask, r).text, amount(ask, r)};
}

/* ---- pictures -------------------------------------------------------- */

static double
greatest(const struct report_marks *m)
{
	double most = m->least > 1 ? m->least : 1;

	for (size_t i = 0; i < m->n; i++)
		if (m->v[i].size > most)
			most = m->v[i].size;
	return most;
}

static const char *
in_words(struct req *rq, const struct report_marks *m)
{
	struct buf b = buf_new(rq->arena);

	for (size_t i = 0; i < m->n; i++)
		buf_addf(&b, "%s%s: %s", i ? ", " : "", m->v[i].label,
			m->v[i].text);
	return b.s;
}

#define BAR_STEP 40
#define BAR_WIDEST 78 /* per cent: the words need the rest */

void
report_bars(struct req *rq, struct tpl *page, const char *id, const char *title,
	const struct report_marks *m)
{
	struct tpl *t = tpl_part(page, "BARS", "part/report_bars.tpl");
	double most = greatest(m);

	tpl_text(t, "ID", id);
	tpl_text(t, "TITLE", title);
	tpl_text(t, "WORDS", in_words(rq, m));
	tpl_int(t, "HEIGHT", (int64_t)m->n * BAR_STEP);
	for (size_t i = 0; i < m->n; i++) {
		struct tpl *row = tpl_row(t, "BAR");
		int y = (int)i * BAR_STEP;
		double w =
			m->v[i].size < 0 ? 0 : m->v[i].size / most * BAR_WIDEST;

		tpl_text(row, "LABEL", m->v[i].label);
		tpl_text(row, "VALUE", m->v[i].text);
		tpl_int(row, "LABEL_Y", y + 13);
		tpl_int(row, "Y", y + 19);
		tpl_int(row, "VALUE_Y", y + 30);
		tpl_text(row, "W", arena_printf(rq->arena, "%.2f", w));
	}
}

#define COLUMN_HIGH 56

void
report_columns(struct req *rq, struct tpl *page, const char *id,
	const char *title, const struct report_marks *m)
{
	struct tpl *t = tpl_part(page, "COLUMNS", "part/report_columns.tpl");
	double most = greatest(m), step = 100.0 / (m->n ? (double)m->n : 1);

	tpl_text(t, "ID", id);
	tpl_text(t, "TITLE", title);
	tpl_text(t, "WORDS", in_words(rq, m));
	for (size_t i = 0; i < m->n; i++) {
		struct tpl *row;
		double h = m->v[i].size / most * COLUMN_HIGH;

		if (m->v[i].size < 0)
			continue;
		h = h < 2 ? 2 : h;
		row = tpl_row(t, "COLUMN");
		tpl_text(row, "X",
			arena_printf(
				rq->arena, "%.2f", ((double)i + 0.1) * step));
		tpl_text(row, "W", arena_printf(rq->arena, "%.2f", step * 0.8));
		tpl_text(row, "Y",
			arena_printf(rq->arena, "%.1f", COLUMN_HIGH - h));
		tpl_text(row, "H", arena_printf(rq->arena, "%.1f", h));
	}
}

/* ---- in words -------------------------------------------------------- */

const char *
report_about(const struct report_ask *ask)
{
	switch (ask->measure) {
	case REPORT_USE:
		return ask->by == REPORT_TYPE
			       ? "Hours that visits of each type took, with "
				 "their buffers, of all hours in which "
				 "providers see patients. Seen: to these the "
				 "patient came."
			       : "Offered: hours in which providers see "
				 "patients, by their schedules, less leave and "
				 "closed days. Taken: hours of visits that "
				 "were not cancelled, with their buffers; "
				 "missed ones too. Seen: those to which the "
				 "patient came. More than 100% was overbooked "
				 "or outside the schedule.";
	case REPORT_LEAD:
		return "Days from the day a visit was booked to its day, of "
		       "visits that were not cancelled. A visit that was moved "
		       "counts from the day it was moved. Visits repeated in a "
		       "series are booked long ahead and count too.";
	case REPORT_THIRD:
		return "Days until the third time that is free now. The first "
		       "free time is often one that was just given up; the "
		       "third tells better how long patients wait. Times that "
		       "overlap count once.";
	case REPORT_MISSED:
		return "No-show rate: missed visits of those that the patient "
		       "came to or missed. Late-cancel rate: visits the "
		       "patient cancelled with less notice than the visit type "
		       "asks for, of those that still stood then. Not counted: "
		       "visits the clinic cancelled, moved ones, missed ones "
		       "that are excused, and those of patients who have "
		       "died.";
	default:
		return "Visits of the period that somebody cancelled, by the "
		       "reason that was given. Visits that were moved to "
		       "another time, and patients who left without being "
		       "seen, are not counted.";
	}
}

const char *
report_main(
	struct req *rq, const struct report_ask *ask, const struct report *r)
{
	return drawn(rq, ask, &r->all).text;
}

const char *
report_main_of(
	struct req *rq, const struct report_ask *ask, const struct report *r)
{
	const struct report_row *all = &r->all;

	switch (ask->measure) {
	case REPORT_USE:
		return arena_printf(rq->arena, "of %s offered were taken",
			hours_text(rq, all->offered));
	case REPORT_LEAD:
		return arena_printf(rq->arena,
			"half of %s visits were booked within this",
			show_count(rq->show, all->waited));
	case REPORT_THIRD:
		return arena_printf(rq->arena,
			"to the third free time for %s, with anybody",
			r->type.id ? r->type.name : "a visit");
	case REPORT_MISSED:
		return arena_printf(rq->arena, "missed, of %s visits due",
			show_count(rq->show, report_due(all)));
	default:
		return arena_printf(rq->arena, "visits cancelled, %s late",
			show_count(rq->show, all->late));
	}
}

bool
report_empty(const struct report_ask *ask, const struct report *r)
{
	return ask->measure == REPORT_THIRD
		       ? r->rows.n == 0
		       : report_nothing(ask->measure, &r->all);
}
