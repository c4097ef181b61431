/* What the pages about patients share: lines of a list, nothing to show. */
#include "staff/patient_part.h"
#include "base/arena.h"
#include "base/show.h"
#include "domain/patient.h"
#include "store/search_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

const char *
patient_part_name(struct req *rq, const struct patient_line *l)
{
	const char *name = patient_name_list(rq->arena, l->family, l->given);

	return *l->suffix == '\0'
		       ? name
		       : arena_printf(rq->arena, "%s, %s", name, l->suffix);
}

const char *
patient_part_mrn(struct req *rq, const struct patient_line *l)
{
	return patient_mrn_show(rq->arena, l->mrn);
}

static void
line_row(struct req *rq, struct tpl *t, const struct patient_line *l)
{
	struct tpl *row = tpl_row(t, "ROW");

	req_shown(rq, l->id);
	tpl_int(row, "ID", l->id);
	tpl_text(row, "NAME", patient_part_name(rq, l));
	if (*l->preferred != '\0')
		tpl_text(tpl_row(row, "CALLED"), "TEXT", l->preferred);
	tpl_text(row, "BORN", show_birth(rq->show, l->birth));
	tpl_text(row, "SEX", patient_sex_label(l->sex));
	tpl_text(row, "MRN", patient_part_mrn(rq, l));
	tpl_text(row, "PHONE",
		*l->phone != '\0' ? show_phone(rq->show, l->phone)
				  : "Not recorded");
	if (l->next_visit != INSTANT_NONE)
		tpl_text(row, "NEXT", show_when(rq->show, l->next_visit));
	tpl_show_if(row, "NONE_NEXT", l->next_visit == INSTANT_NONE);
	if (l->open_items > 0)
		tpl_int(tpl_row(row, "OPEN"), "N", l->open_items);
	tpl_show_if(row, "NO_OPEN", l->open_items == 0);
	tpl_show_if(row, "SAME", l->same_name);
	tpl_show_if(row, "DEAD", l->deceased != DAY_NONE);
	tpl_show_if(row, "INACTIVE", !l->active);
	tpl_show_if(row, "RESTRICTED", l->restricted);
}

void
patient_part_rows(struct req *rq, struct tpl *t, const char *marker,
	const char *caption, const struct patient_lines *lines)
{
	struct tpl *part;

	if (lines->n == 0)
		return;
	part = tpl_part(t, marker, "part/patient_rows.tpl");
	tpl_text(part, "CAPTION", caption);
	for (size_t i = 0; i < lines->n; i++)
		line_row(rq, part, &lines->v[i]);
}

void
patient_part_empty(struct req *rq, struct tpl *t, const char *marker,
	const char *title, const char *text, const char *url, const char *label)
{
	struct tpl *part = tpl_part(t, marker, "part/empty.tpl"), *row;

	(void)rq;
	tpl_text(part, "TITLE", title);
	if (text != NULL)
		tpl_text(tpl_row(part, "TEXT"), "TEXT", text);
	if (url == NULL)
		return;
	row = tpl_row(part, "ACTION");
	tpl_text(row, "URL", url);
	tpl_text(row, "LABEL", label);
}
