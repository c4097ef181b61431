/* A form as its field table and its values say: one part per field, at
 * the marker of the field's name in capitals. */
#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "tpl/tpl.h"
#include "web/form_state.h"
#include "web/req.h"

static const char *const part_file[] = {
	[FIELD_TEXT] = "part/field_text.tpl",
	[FIELD_NOTE] = "part/field_note.tpl",
	[FIELD_NAME] = "part/field_text.tpl",
	[FIELD_INT] = "part/field_text.tpl",
	[FIELD_DAY] = "part/field_day.tpl",
	[FIELD_BIRTH] = "part/field_birth.tpl",
	[FIELD_BIRTH3] = "part/field_birth3.tpl",
	[FIELD_TIME] = "part/field_time.tpl",
	[FIELD_MONEY] = "part/field_money.tpl",
	[FIELD_EMAIL] = "part/field_text.tpl",
	[FIELD_PHONE] = "part/field_text.tpl",
	[FIELD_SELECT] = "part/field_select.tpl",
	[FIELD_RADIO] = "part/field_radio.tpl",
	[FIELD_CHECK] = "part/field_check.tpl",
	[FIELD_PASSWORD] = "part/field_password.tpl",
	[FIELD_HIDDEN] = "part/field_hidden.tpl",
	[FIELD_TOKEN] = "part/field_hidden.tpl",
	[FIELD_CHECKS] = "part/field_checks.tpl",
};

static const char *
upper(struct arena *a, const char *s)
{
	char *out = arena_strdup(a, s);

	for (char *p = out; *p != '\0'; p++)
		*p = (char)toupper((unsigned char)*p);
	return out;
}

static void
draw_option(struct req *rq, struct tpl *part, const struct field *f,
	const struct form_value *v, const struct option *o)
{
	struct tpl *row = tpl_row(part, "OPTION");
	bool on = strcmp(v->text, o->value) == 0;

	for (size_t i = 0; f->type == FIELD_CHECKS && i < v->ticks.n; i++)
		on = on || strcmp(v->ticks.v[i].value, o->value) == 0;
	tpl_text(row, "VALUE", o->value);
	tpl_text(
		row, "LABEL", f->options != NULL ? tr(rq, o->label) : o->label);
	tpl_show_if(row, "ON", on);
}

static void
draw_options(struct req *rq, struct tpl *part, const struct field *f,
	const struct form_value *v)
{
	const struct options *more = v->options;

	for (size_t i = 0; more != NULL && i < more->n; i++)
		draw_option(rq, part, f, v, &more->v[i]);
	for (const struct option *o = f->options;
		more == NULL && o != NULL && o->value != NULL; o++)
		draw_option(rq, part, f, v, o);
}

static void
draw_boxes(struct tpl *part, const struct form_value *v, struct req *rq)
{
	int year, month, day;

	tpl_text(part, "YEAR", "");
	tpl_text(part, "MONTH", "");
	tpl_text(part, "DAY", "");
	if (v->ticks.n == 0 && v->day != DAY_NONE) {
		day_split(v->day, &year, &month, &day);
		tpl_text(part, "YEAR", arena_printf(rq->arena, "%d", year));
		tpl_text(part, "MONTH", arena_printf(rq->arena, "%d", month));
		tpl_text(part, "DAY", arena_printf(rq->arena, "%d", day));
	}
	for (size_t i = 0; i < v->ticks.n; i++)
		tpl_text(part, upper(rq->arena, v->ticks.v[i].name + 1),
			v->ticks.v[i].value);
}

static void
draw_notes(struct req *rq, struct tpl *part, const struct field *f,
	const struct form_value *v)
{
	bool optional =
		!f->required && !f->ruled && f->type != FIELD_CHECK;

	tpl_show_if(part, "BAD", v->error != NULL);
	tpl_show_if(part, "OPTIONAL", optional);
	tpl_show_if(part, "DESC", v->error != NULL || f->hint != NULL);
	if (f->hint != NULL)
		tpl_text(tpl_row(part, "HINT"), "TEXT", tr(rq, f->hint));
	if (v->error != NULL)
		tpl_text(tpl_row(part, "ERR"), "TEXT", v->error);
	if (f->autocomplete != NULL)
		tpl_text(tpl_row(part, "AC"), "TOKEN", f->autocomplete);
	if (f->inputmode != NULL)
		tpl_text(tpl_row(part, "MODE"), "VALUE", f->inputmode);
}

static void
draw_field(struct req *rq, struct tpl *t, const struct field *f,
	const struct form_value *v)
{
	struct tpl *part =
		tpl_part(t, upper(rq->arena, f->name), part_file[f->type]);
	int64_t max = f->max > 0		  ? f->max
		      : f->type == FIELD_NOTE	  ? 4000
		      : f->type == FIELD_PASSWORD ? 1024
						  : 200;

	if (f->type == FIELD_INT || f->type == FIELD_MONEY)
		max = 18;
	tpl_text(part, "NAME", f->name);
	tpl_text(part, "LABEL", tr(rq, f->label != NULL ? f->label : ""));
	tpl_int(part, "MAXLEN", max);
	if (f->type != FIELD_PASSWORD)
		tpl_text(part, "VALUE", v->text);
	if (f->type == FIELD_CHECK)
		tpl_show_if(part, "ON", v->number != 0);
	if (f->type == FIELD_BIRTH3)
		draw_boxes(part, v, rq);
	draw_options(rq, part, f, v);
	draw_notes(rq, part, f, v);
}

void
form_draw(struct req *rq, struct tpl *t)
{
	const struct form_state *fs = rq->form;
	struct tpl *sum = NULL;

	if (fs == NULL || fs->form == NULL)
		BUG("form_draw() before form_start()");
	for (size_t i = 0; i < fs->form->n; i++)
		draw_field(rq, t, &fs->form->fields[i], &fs->v[i]);
	for (size_t i = 0; i < fs->form->n; i++) {
		struct tpl *row;

		if (fs->v[i].error == NULL)
			continue;
		if (sum == NULL)
			sum = tpl_part(t, "ERRORS", "part/error_summary.tpl");
		row = tpl_row(sum, "ERROR");
		tpl_text(row, "NAME", fs->form->fields[i].name);
		tpl_text(row, "TEXT", fs->v[i].error);
	}
	if (rq->root != NULL)
		tpl_show_if(rq->root, "TITLE_ERROR", sum != NULL);
}
