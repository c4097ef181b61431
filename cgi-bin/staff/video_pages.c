/* Visits by video, for the clinic: where the patient is, and the room. Act:
 * care/video.c; rules: tests/RULES.md, "Visits by video". */
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/show.h"
#include "care/video.h"
#include "domain/patient.h"
#include "domain/state.h"
#include "domain/visit.h"
#include "page/gate.h"
#include "staff/pages.h"
#include "staff/visit_part.h"
#include "store/patient_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

static const char *
or_none(const char *s)
{
	return s[0] ? s : "Not said yet";
}

/* What the patient said on the way in. */
static int
draw_patient(struct req *rq, struct tpl *t, const struct visit *v,
	const struct video *video, const struct show *show)
{
	struct tpl *row;
	struct patient p;

	if (patient_store_get(
		    rq->db, rq->arena, rq->scope, v->patient_id, &p) <= 0)
		return -1;
	tpl_text(t, "ADDRESS", or_none(video->address));
	tpl_text(t, "EMERGENCY",
		video->emergency[0] ? show_phone(show, video->emergency)
				    : "Not said yet");
	tpl_text(t, "CALLBACK",
		video->callback[0] ? show_phone(show, video->callback)
		: p.phone[0]	   ? show_phone(show, p.phone)
				   : "Not recorded");
	if (video->waiting != INSTANT_NONE) {
		row = tpl_row(t, "WAITING");
		tpl_text(row, "SINCE", show_time(show, video->waiting));
	}
	if (video->state[0])
		tpl_text(
			tpl_row(t, "PLACE"), "STATE", state_name(video->state));
	else
		tpl_show_if(t, "NO_PLACE", true);
	return 0;
}

/* 0, or the status of a fault. */
static int
draw_room(struct req *rq, struct tpl *t, const struct visit *v,
	const struct show *show, bool has_room)
{
	enum door_time when = door_video_time(v, rq->now);
	struct act act = page_act(rq);
	const char *host = care_video_host(rq->arena, rq->conf), *url;
	struct tpl *row;

	if (when == DOOR_NEVER || when == DOOR_LATE)
		tpl_show_if(t, "OVER", true);
	else if (host[0] == '\0')
		tpl_show_if(t, "NO_VIDEO", true);
	else if (when == DOOR_EARLY)
		tpl_text(tpl_row(t, "EARLY"), "FROM",
			show_time(show, v->start - DOOR_VIDEO_EARLY_S));
	else if (!has_room)
		tpl_int(tpl_row(t, "NO_ROOM"), "ID", v->id);
	else if (care_video_url(&act, rq->conf, v, true, &url))
		return req_err(rq);
	else {
		row = tpl_row(t, "OPEN");
		tpl_text(row, "URL", url);
		tpl_text(row, "HOST", host);
	}
	return 0;
}

static int
visit_video_run(struct req *rq)
{
	const struct visit *v = rq->o.visit;
	const struct show *show = visit_part_show(rq, v->zone);
	struct video video = {.waiting = INSTANT_NONE,
		.state = "",
		.address = "",
		.emergency = "",
		.callback = ""};
	struct tpl *t = req_tpl(rq, "staff/video.tpl");
	int found = video_store_get(
		    rq->db, rq->arena, rq->scope, v->id, &video),
	    st;

	if (found < 0)
		return req_db_err(rq);
	req_title(rq,
		arena_printf(rq->arena, "Video, %s", visit_part_name(rq, v)));
	req_about(rq, "appointment", v->id);
	req_about_patient(rq, v->patient_id);
	tpl_int(t, "ID", v->id);
	tpl_text(t, "NAME", visit_part_name(rq, v));
	tpl_text(t, "BORN", show_birth(show, v->birth));
	tpl_text(t, "MRN", visit_part_mrn(rq, v));
	tpl_text(t, "WHAT", visit_part_what(v));
	tpl_text(t, "WHEN", show_when(show, v->start));
	tpl_text(t, "WITH",
		v->provider_name[0] ? v->provider_name : "Not recorded");
	if (draw_patient(rq, t, v, &video, show))
		return req_db_err(rq);
	st = draw_room(rq, t, v, show, found > 0);
	return st ? st : req_html(rq);
}

const struct page visit_video_page = {
	.method = "GET",
	.path = "/appointments/:visit/video",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_READ,
	.audit = AUDIT_VIDEO_VIEW,
	.run = visit_video_run,
	.about = "A visit by video: where the patient is, and the room.",
};

static const struct form no_fields = {NULL, 0};

static int
visit_room_again(struct req *rq)
{
	return req_redirect(
		rq, "/appointments/%lld/video", (long long)rq->o.visit->id);
}

/* For a visit that came from elsewhere, without the booking that makes it. */
static int
visit_room_run(struct req *rq)
{
	struct act act = page_act(rq);

	req_about(rq, "appointment", rq->o.visit->id);
	req_about_patient(rq, rq->o.visit->patient_id);
	if (care_video_room(&act, rq->o.visit))
		return req_err(rq);
	return visit_room_again(rq);
}

const struct page visit_room_page = {
	.method = "POST",
	.path = "/appointments/:visit/video",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_VIDEO_JOIN,
	.body_max = 1024,
	.form = &no_fields,
	.run = visit_room_run,
	.again = visit_room_again,
	.about = "Make the room of a visit by video that has none.",
};
