/* Visits by video, for the patient: the way in, the room, and whether the
 * device will do. Act: care/video.c; rules: tests/RULES.md, "Visits by
 * video". */
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "care/video.h"
#include "domain/clinic.h"
#include "domain/patient.h"
#include "domain/state.h"
#include "domain/visit.h"
#include "page/gate.h"
#include "portal/door_part.h"
#include "portal/pages.h"
#include "portal/visit_view.h"
#include "store/patient_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

/* Here nobody goes to a desk; and without a yes or a no there is no room. */
static const struct option agree[] = {
	{"given", "Yes"},
	{"declined", "No"},
	{"", "I have a question. I will ask in the visit."},
	{NULL, NULL},
};
static const struct option got[] = {
	{"given", "Yes"},
	{"", "Not yet. I will ask in the visit."},
	{NULL, NULL},
};
static const struct option yes_no[] = {
	{"given", "Yes"},
	{"declined", "No"},
	{NULL, NULL},
};

static const struct field join_fields[] = {
	{.name = "version", .type = FIELD_HIDDEN, .required = true},
	{.name = "state",
		.label = "In which state are you right now?",
		.hint = "Your clinician must be allowed to practice there.",
		.type = FIELD_SELECT,
		.required = true,
		.missing = "Choose the state where you are now"},
	{.name = "address",
		.label = "At which address are you right now?",
		.hint = "So that we can send help if you need it.",
		.type = FIELD_TEXT,
		.required = true,
		.max = 200,
		.missing = "Enter the address where you are now"},
	{.name = "emergency",
		.label = "Whom can we call in an emergency? Phone number",
		.type = FIELD_PHONE,
		.required = true,
		.missing = "Enter the number of somebody we can call in an "
			   "emergency",
		.inputmode = "tel"},
	{.name = "callback",
		.label = "Your own phone number",
		.hint = "If video fails, we call you there.",
		.type = FIELD_PHONE,
		.required = true,
		.missing = "Enter the number we call you at if video fails",
		.autocomplete = "tel",
		.inputmode = "tel"},
	{.name = "treatment",
		.label = "I agree to be examined and treated here.",
		.type = FIELD_RADIO,
		.ruled = true,
		.options = agree},
	{.name = "privacy",
		.label = "I was given the notice that says how my "
			 "health information is used.",
		.type = FIELD_RADIO,
		.ruled = true,
		.options = got},
	{.name = "telehealth",
		.label = "I agree to a visit by video.",
		.hint = "You can stop at any time, and come to the clinic "
			"instead.",
		.type = FIELD_RADIO,
		.ruled = true,
		.options = yes_no},
	{.name = "text",
		.label = "You may send me text messages about my visits.",
		.type = FIELD_RADIO,
		.ruled = true,
		.options = agree},
};
static const struct form join_form = FORM(join_fields);

static void
state_options(struct req *rq)
{
	struct options *o = arena_alloc(rq->arena, sizeof(*o));

	*ARENA_PUSH(rq->arena, o) = (struct option){"", tr(rq, "Choose")};
	for (const struct word *w = states; w->value; w++)
		*ARENA_PUSH(rq->arena, o) = (struct option){w->value, w->label};
	form_options(rq, "state", o);
}

/* ---- the way in --------------------------------------------------------- */

static const struct show *
clock_of(struct req *rq, const struct visit *v)
{
	struct show *show = arena_alloc(rq->arena, sizeof(*show));
	const struct zone *zone = zone_find(v->zone);

	*show = *rq->show;
	if (zone != NULL)
		show->zone = zone;
	return show;
}

/* Why there is no form: too early, over, or no service at all. */
static const char *
closed(struct req *rq, struct tpl *t, const struct visit *v)
{
	enum door_time when = door_video_time(v, rq->now);

	if (when == DOOR_NEVER || when == DOOR_LATE)
		return "OVER";
	if (care_video_host(rq->arena, rq->conf)[0] == '\0')
		return "NO_VIDEO";
	if (when != DOOR_EARLY)
		return NULL;
	tpl_text(t, "FROM",
		show_time(clock_of(rq, v), v->start - DOOR_VIDEO_EARLY_S));
	return "EARLY";
}

static int
draw(struct req *rq)
{
	const struct visit *v = rq->o.visit;
	struct tpl *t = req_tpl(rq, "portal/video.tpl"), *open;
	struct video video = {.waiting = INSTANT_NONE};
	const char *why = closed(rq, t, v);

	req_title(rq, tr(rq, "Your visit by video"));
	req_about(rq, "appointment", v->id);
	tpl_int(t, "ID", v->id);
	tpl_text(t, "WHEN", portal_visit_when(rq, v));
	tpl_text(t, "PROVIDER", v->provider_name);
	if (why != NULL) {
		tpl_show_if(t, why, true);
		return req_html_status(rq, form_bad(rq) ? 409 : 200);
	}
	if (video_store_get(rq->db, rq->arena, rq->scope, v->id, &video) < 0)
		return req_db_err(rq);
	if (video.waiting != INSTANT_NONE)
		tpl_int(tpl_row(t, "WAITING"), "ID", v->id);
	open = tpl_row(t, "OPEN");
	if (door_part_due(rq, open, v))
		return req_db_err(rq);
	state_options(rq);
	form_draw(rq, t);
	form_draw(rq, open);
	return form_bad(rq) ? req_form_again(rq) : req_html(rq);
}

static int
portal_video_run(struct req *rq)
{
	const struct visit *v = rq->o.visit;
	struct video video = {.state = ""};
	struct patient p;

	if (video_store_get(rq->db, rq->arena, rq->scope, v->id, &video) < 0 ||
		patient_store_get(
			rq->db, rq->arena, rq->scope, v->patient_id, &p) <= 0)
		return req_db_err(rq);
	form_start(rq, &join_form);
	form_set_int(rq, "version", v->version);
	/* Where they are is asked for each visit; nothing is taken as said. */
	form_set_text(rq, "callback", p.phone);
	if (video.state[0]) {
		form_set_text(rq, "state", video.state);
		form_set_text(rq, "address", video.address);
		form_set_text(rq, "emergency", video.emergency);
		form_set_text(rq, "callback", video.callback);
	}
	return draw(rq);
}

const struct page portal_video_page = {
	.method = "GET",
	.path = "/portal/visits/:visit/video",
	.perm = PERM_OWN,
	.txn = TXN_READ,
	.audit = AUDIT_VIDEO_VIEW,
	.run = portal_video_run,
	.about = "The way into a visit by video: when, where one is, consent.",
};

static int
portal_join_run(struct req *rq)
{
	const struct visit *v = rq->o.visit;
	struct door_answers answers = {.contact = "same", .insurance = "same"};
	struct video where = {
		.state = form_text(rq, "state"),
		.address = form_text(rq, "address"),
		.emergency = form_text(rq, "emergency"),
		.callback = form_text(rq, "callback"),
	};
	struct act act = page_act(rq);
	bool in;

	for (int k = 0; k < CONSENT_KINDS; k++)
		answers.consent[k] =
			form_text(rq, consent_name((enum consent_kind)k));
	req_about(rq, "appointment", v->id);
	if (state_name(where.state) == where.state)
		where.state = ""; /* none of those on the list */
	if (care_video_join(
		    &act, v, form_int(rq, "version"), &where, &answers, &in)) {
		if (rq->err.kind == ERR_INPUT) {
			form_error(
				rq, rq->err.field, "%s", tr(rq, rq->err.text));
			err_clear(&rq->err);
			return draw(rq);
		}
		if (rq->err.kind != ERR_CONFLICT)
			return req_err(rq);
		err_clear(&rq->err);
		return req_redirect(
			rq, "/portal/visits/%lld/video", (long long)v->id);
	}
	if (in)
		return req_redirect(
			rq, "/portal/visits/%lld/video/room", (long long)v->id);
	req_flash(rq, NULL, "%s",
		tr(rq, "You do not agree to video, and that is fine. Please "
		       "call us: we find another way."));
	return req_redirect(rq, "/portal/visits/%lld", (long long)v->id);
}

const struct page portal_join_page = {
	.method = "POST",
	.path = "/portal/visits/:visit/video",
	.perm = PERM_OWN,
	.txn = TXN_WRITE,
	.audit = AUDIT_VIDEO_JOIN,
	.body_max = 4096,
	.form = &join_form,
	.run = portal_join_run,
	.again = draw,
	.about = "The patient is in the waiting room of a visit by video.",
};

/* The one page with the room's own address: it names the host, for what
 * happens there is not ours. */
static int
portal_room_run(struct req *rq)
{
	const struct visit *v = rq->o.visit;
	struct act act = page_act(rq);
	struct video video = {.waiting = INSTANT_NONE};
	const char *url;
	struct tpl *t;

	req_about(rq, "appointment", v->id);
	if (video_store_get(rq->db, rq->arena, rq->scope, v->id, &video) < 0)
		return req_db_err(rq);
	if (video.waiting == INSTANT_NONE)
		return req_redirect(
			rq, "/portal/visits/%lld/video", (long long)v->id);
	if (care_video_url(&act, rq->conf, v, false, &url)) {
		if (rq->err.kind != ERR_CONFLICT)
			return req_err(rq);
		err_clear(&rq->err);
		return req_redirect(
			rq, "/portal/visits/%lld/video", (long long)v->id);
	}
	t = req_tpl(rq, "portal/video_room.tpl");
	req_title(rq, tr(rq, "Your video room"));
	tpl_int(t, "ID", v->id);
	tpl_text(t, "URL", url);
	tpl_text(t, "HOST", care_video_host(rq->arena, rq->conf));
	tpl_text(t, "PROVIDER", v->provider_name);
	tpl_text(t, "CALLBACK", show_phone(rq->show, video.callback));
	return req_html(rq);
}

const struct page portal_room_page = {
	.method = "GET",
	.path = "/portal/visits/:visit/video/room",
	.perm = PERM_OWN,
	.txn = TXN_READ,
	.audit = AUDIT_VIDEO_VIEW,
	.run = portal_room_run,
	.about = "The link to the room, and the host it leads to.",
};

/* ---- does the device do ------------------------------------------------- */

/* Says nothing of anybody, so that a link to it works for everybody. */
static int
portal_device_run(struct req *rq)
{
	struct tpl *t = req_tpl(rq, "portal/device.tpl");
	const char *host = care_video_host(rq->arena, rq->conf);

	req_title(rq, tr(rq, "Test my device"));
	tpl_text(t, "SCRIPT", req_asset(rq, "js/device.js"));
	if (host[0])
		tpl_text(tpl_row(t, "SERVICE"), "HOST", host);
	return req_html(rq);
}

const struct page portal_device_page = {
	.method = "GET",
	.path = "/portal/device",
	.perm = PERM_PUBLIC,
	.txn = TXN_READ,
	.audit = AUDIT_NONE,
	.csrf = CSRF_PRELOGIN,
	.run = portal_device_run,
	.about = "Do camera, microphone and connection work on this device?",
};
