/* handrail-portal: the pages patients see. It stands on the internet, so
 * it holds neither the code nor the rights that reach staff data. */
#include "base/conf.h"
#include "db/db.h"
#include "page/gate.h"
#include "portal/pages.h"
#include "web/web.h"

static const char *
host(const struct conf *conf)
{
	return conf->portal_host;
}

/* The tables this program may touch; the rest of the database is refused. */
static const struct db_right rights[] = {
	{"app_user",
		"r:clinic_id disabled_at name"}, /* who has taken up a loop */
	{"appointment", "rw"},
	{"appointment_event", "rw"},
	{"attempt", "r:clinic_id item_id outcome"},
	{"audit_event", "rw"},
	{"audit_patient", "rw"},
	{"clinic", "r"},
	{"form_once", "rw"},
	{"login_throttle", "rwd"},
	{"name_form", "rw"},
	{"name_near", "rw"},
	{"outbox", "rw"},
	{"patient", "rw"},
	{"patient_history", "rw"},
	{"patient_phone", "rwd"},
	{"patient_word", "rwd"},
	{"portal_account", "rw"},
	{"portal_activation", "rw"},
	{"portal_session", "rw"},
	{"provider", "r"},
	{"room", "r"},
	{"schema_version", "r"},
	{"site", "r"},
	{"team", "r"},
	{"visit_type", "r"},
	{"work_event", "rw"},
	{"work_item", "rw"},
	{0},
};

static const struct program program = {
	.name = "handrail-portal",
	.pages = portal_pages,
	.gate = &portal_gate,
	.rights = rights,
	.host = host,
};

int
main(int argc, char **argv)
{
	return web_main(argc, argv, &program);
}
