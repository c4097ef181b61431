/* Whom a visit is booked for, and what for. Rules: tests/RULES.md, "The
 * search box"; SQL: store/search_store.c, store/patient_store.c,
 * store/visit_type_store.c. */
#include "staff/visit_who.h"

#include "base/arena.h"
#include "base/show.h"
#include "store/patient_store.h"
#include "store/search_store.h"
#include "store/visit_type_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

int
visit_who_find(struct req *rq, struct patient_lines *out)
{
	struct search_key key =
		search_key_parse(rq->arena, form_text(rq, "find"), rq->today);
	struct search_found found = {0};

	if (search_store_find(rq->db, rq->arena, rq->scope, &key,
		    (struct search_from){0}, rq->now, &found))
		return req_db_err(rq);
	req_note(rq, "found=%zu", found.lines.n);
	*out = found.lines;
	return 0;
}

int
visit_who_draw(struct req *rq, struct tpl *page,
	const struct patient_lines *found, const char *before,
	const char *after)
{
	struct tpl *t;

	form_draw(rq, page);
	tpl_show_if(page, "MAY_CREATE", req_may(rq, PERM_PATIENT_CREATE));
	if (!found)
		return form_bad(rq) ? req_form_again(rq) : req_html(rq);
	t = tpl_part(page, "MATCHES", "staff/visit_who.tpl");
	tpl_show_if(t, "NOBODY", found->n == 0);
	tpl_show_if(t, "FOUND", found->n > 0);
	for (size_t i = 0; i < found->n; i++) {
		const struct patient_line *p = &found->v[i];
		struct tpl *row = tpl_row(t, "PATIENT");

		tpl_text(row, "URL",
			arena_printf(rq->arena, "%s%lld%s", before,
				(long long)p->id, after));
		tpl_text(row, "NAME",
			patient_name_list(rq->arena, p->family, p->given));
		tpl_text(row, "BORN", show_birth(rq->show, p->birth));
		tpl_text(row, "MRN", patient_mrn_show(rq->arena, p->mrn));
		tpl_show_if(row, "SAME", p->same_name);
		req_shown(rq, p->id);
	}
	return req_html(rq);
}

int
visit_who_load(
	struct req *rq, int64_t patient, int64_t type, struct visit_who *w)
{
	int found = patient_store_get(
		rq->db, rq->arena, rq->scope, patient, &w->patient);

	if (found < 0)
		return req_db_err(rq);
	if (!found)
		return req_fail(
			rq, ERR_NOT_FOUND, "There is no such patient here.");
	req_about_patient(rq, w->patient.id);
	if (type == 0)
		return 0;
	found = visit_type_store_get(
		rq->db, rq->arena, rq->scope, type, &w->type);
	if (found < 0)
		return req_db_err(rq);
	w->has_type = found > 0;
	return 0;
}
