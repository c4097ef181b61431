/* Visits by video. Rules: tests/RULES.md, "Visits by video"; SQL:
 * store/video_store.c. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/log.h"
#include "base/token.h"
#include "care/flow.h"
#include "care/video.h"
#include "care/visit_step.h"
#include "codec/jwt/jwt.h"
#include "store/door_store.h"
#include "store/flow_store.h"

#define ROOM_BYTES 20 /* 160 bits: nobody guesses it */
#define SECRET_MIN 32 /* RFC 7518, 3.2: as long as the hash */
#define SECRET_MAX 1024

int
care_video_room(struct act *act, const struct visit *v)
{
	unsigned char raw[ROOM_BYTES];
	char room[10 + 2 * ROOM_BYTES] = "handrail-";
	size_t n = strlen(room);

	if (strcmp(v->mode, "video") != 0)
		return 0;
	token_bytes(raw, sizeof(raw));
	/* Small letters and digits: some services take no others apart. */
	for (size_t i = 0; i < sizeof(raw); i++)
		n += (size_t)snprintf(
			room + n, sizeof(room) - n, "%02x", (unsigned)raw[i]);
	return video_store_add(act->db, act->scope, v->id, room, act->now)
		       ? visit_broken(act)
		       : 0;
}

const char *
care_video_host(struct arena *a, const struct conf *conf)
{
	const char *url = conf->video_base_url;

	if (url[0] == '\0')
		return "";
	url += strlen("https://");
	return arena_printf(a, "%.*s", (int)strcspn(url, "/"), url);
}

/* The file's first line. Its bytes, or 0 and act->err set. */
static size_t
read_secret(struct act *act, const struct conf *conf, char out[SECRET_MAX])
{
	FILE *f = fopen(conf->video_secret_file, "re");
	size_t n = f != NULL ? fread(out, 1, SECRET_MAX, f) : 0;

	if (f == NULL)
		log_error("video_secret_file: %s", strerror(errno));
	else
		fclose(f);
	for (size_t i = 0; i < n; i++)
		if (out[i] == '\n' || out[i] == '\r')
			n = i;
	if (n >= SECRET_MIN)
		return n;
	if (f != NULL)
		log_error("video_secret_file: under %d signs", SECRET_MIN);
	err_set(act->err, ERR_BROKEN,
		"The video room cannot be opened: its key is missing.");
	return 0;
}

static int
sign(struct act *act, const struct conf *conf, const struct visit *v,
	const char *room, bool staff, const char **token)
{
	char secret[SECRET_MAX];
	size_t n = read_secret(act, conf, secret);
	const struct jwt_room claims = {
		.app = conf->video_app_id,
		.host = care_video_host(act->arena, conf),
		.room = room,
		.name = staff ? "Clinic" : "Patient",
		.moderator = staff,
		.from = v->start - DOOR_VIDEO_EARLY_S,
		.until = v->end + DOOR_VIDEO_LATE_S,
	};

	if (n == 0)
		return -1;
	*token = jwt_room(act->arena, &claims, secret, n);
	memset(secret, 0, sizeof(secret));
	return *token != NULL ? 0
			      : err_set(act->err, ERR_BROKEN,
					"The video room cannot be opened.");
}

int
care_video_url(struct act *act, const struct conf *conf, const struct visit *v,
	bool staff, const char **url)
{
	const char *base = conf->video_base_url, *token;
	size_t n = strlen(base);
	struct video video;
	int found =
		video_store_get(act->db, act->arena, act->scope, v->id, &video);

	if (found < 0)
		return visit_broken(act);
	if (n == 0)
		return visit_refuse(act, "video",
			"No video service is set up here. Call the patient.");
	if (found == 0 || door_video_time(v, act->now) != DOOR_OPEN)
		return visit_refuse(
			act, "video", "The video room is not open now.");
	while (base[n - 1] == '/')
		n--;
	*url = arena_printf(act->arena, "%.*s/%s", (int)n, base, video.room);
	if (conf->video_app_id[0] == '\0')
		return 0;
	if (sign(act, conf, v, video.room, staff, &token))
		return -1;
	*url = arena_printf(act->arena, "%s?jwt=%s", *url, token);
	return 0;
}

/* ---- the way in --------------------------------------------------------- */

static int
check(struct act *act, const struct visit *v, const struct video *where,
	const struct consents *held, const struct door_answers *answers)
{
	if (door_video_time(v, act->now) != DOOR_OPEN)
		return visit_refuse(
			act, "video", "The video room is not open now.");
	if (where->state[0] == '\0')
		return err_field(act->err, "state",
			"Choose the state where you are now");
	if (where->address[0] == '\0')
		return err_field(act->err, "address",
			"Enter the address where you are now");
	if (where->emergency[0] == '\0')
		return err_field(act->err, "emergency",
			"Enter the number of somebody we can call in an "
			"emergency");
	if (where->callback[0] == '\0')
		return err_field(act->err, "callback",
			"Enter the number we call you at if video fails");
	if (consent_due(held, CONSENT_TELEHEALTH, v->mode, act->now) &&
		answers->consent[CONSENT_TELEHEALTH][0] == '\0')
		return err_field(act->err, "telehealth",
			"Say whether you agree to a visit by video");
	return 0;
}

/* Who was asked at another time, or was arrived by staff, is here already. */
static int
arrive(struct act *act, const struct visit *v, int64_t version,
	const struct door_answers *answers, const struct consents *held)
{
	struct arrival arrival = {
		.visit_id = v->id,
		.at = act->now,
		.door = DOOR_VIDEO,
		.desk = door_desk(act->arena, v, answers, held, act->now),
	};

	if (!door_may_arrive(v, act->now))
		return 0;
	if (care_visit_status(act, v, version, VISIT_ACT_ARRIVE))
		return -1;
	return door_store_arrived(act->db, act->scope, &arrival)
		       ? visit_broken(act)
		       : 0;
}

int
care_video_join(struct act *act, const struct visit *v, int64_t version,
	const struct video *where, const struct door_answers *answers, bool *in)
{
	const char *agrees = answers->consent[CONSENT_TELEHEALTH];
	struct consents held = {0};
	struct video said = *where;

	if (flow_store_consents(
		    act->db, act->arena, act->scope, v->patient_id, &held))
		return visit_broken(act);
	if (check(act, v, where, &held, answers))
		return -1;
	*in = strcmp(agrees, "declined") != 0;
	if (!*in)
		return care_visit_consents(
			act, v, answers->consent, "screen", &held);
	said.visit_id = v->id;
	if (care_video_room(act, v) ||
		arrive(act, v, version, answers, &held) ||
		care_visit_consents(act, v, answers->consent, "screen", &held))
		return -1;
	if (video_store_join(act->db, act->scope, &said, act->now))
		return visit_broken(act);
	return visit_history(act, v->id, "video-joined", "", "",
		arena_printf(act->arena, "The patient is in %s.", said.state));
}
