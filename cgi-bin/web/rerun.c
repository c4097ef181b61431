/* A handler that must run again finds the request as it was: see rerun.h. */
#include <string.h>

#include "base/arena.h"
#include "tpl/tpl.h"
#include "web/form_state.h"
#include "web/rerun.h"

/* What rq only points to and a handler writes into is kept beside it; all
 * else that a handler makes is new, and lies behind the mark. */
struct rerun {
	struct arena_mark mark;
	struct req rq;
	struct reply reply;
	struct session_info session;
	struct scope scope;
	struct show show;
	struct form_state form;
	struct form_value *values;
};

static size_t
values_size(const struct form_state *fs)
{
	return fs->form != NULL ? fs->form->n * sizeof(*fs->v) : 0;
}

struct rerun *
rerun_mark(struct req *rq)
{
	struct rerun *m = arena_alloc(rq->arena, sizeof(*m));

	m->rq = *rq;
	m->reply = *rq->reply;
	if (rq->session != NULL)
		m->session = *rq->session;
	if (rq->scope != NULL)
		m->scope = *rq->scope;
	if (rq->show != NULL)
		m->show = *rq->show;
	if (rq->form != NULL) {
		m->form = *rq->form;
		m->values = arena_alloc(rq->arena, values_size(rq->form) + 1);
		if (m->form.form != NULL)
			memcpy(m->values, rq->form->v, values_size(rq->form));
	}
	m->mark = arena_mark(rq->arena);
	return m;
}

void
rerun_back(struct req *rq, const struct rerun *m)
{
	tpl_free(rq->root);
	*rq = m->rq;
	rq->root = rq->tpl = NULL;
	*rq->reply = m->reply;
	if (rq->session != NULL)
		*rq->session = m->session;
	if (rq->scope != NULL)
		*rq->scope = m->scope;
	if (rq->show != NULL)
		*rq->show = m->show;
	if (rq->form != NULL) {
		*rq->form = m->form;
		if (m->form.form != NULL)
			memcpy(rq->form->v, m->values, values_size(rq->form));
	}
	arena_rewind(rq->arena, m->mark);
}
