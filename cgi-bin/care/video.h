#ifndef CARE_VIDEO_H
#define CARE_VIDEO_H

#include <stdbool.h>

#include "care/act.h"
#include "domain/door.h"
#include "store/video_store.h"

struct conf;
struct visit;

/*
 * Visits by video: a room of their own, made with the booking; the way in;
 * where the patient is. All return 0, or -1 with act->err set. Rules:
 * tests/RULES.md, "Visits by video".
 */

/* A room for a visit by video, once; nothing for any other visit. A moved
 * visit is another visit and has another room. */
int care_video_room(struct act *, const struct visit *);

/* Is there a service for video at all? Its host, "" if not. */
const char *care_video_host(struct arena *, const struct conf *);
/*
 * The address of the visit's room, signed where the service asks for it.
 * It opens the room for whoever has it: it is shown to who may come in, at
 * the time, and kept nowhere. ERR_CONFLICT: no service, no room, or not the
 * time; ERR_BROKEN: the secret cannot be read.
 */
int care_video_url(struct act *, const struct conf *, const struct visit *,
	bool staff, const char **url);

/*
 * The patient comes in: arrived if not yet, with where they are, and what
 * they answered. *in is false when they do not agree to video: that is kept
 * too. ERR_INPUT names the field; ERR_CONFLICT: not now.
 */
int care_video_join(struct act *, const struct visit *, int64_t version,
	const struct video *, const struct door_answers *, bool *in);

#endif
