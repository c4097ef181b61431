/* The tables the portal may touch; the rest is refused. */
#include "portal/rights.h"

const struct db_right portal_rights[] = {
	{"app_user",
		"r:clinic_id disabled_at name"}, /* who has taken up a loop */
	{"appointment", "rw"},
	{"appointment_event", "ra"},
	{"attempt", "r:clinic_id item_id outcome"},
	{"audit_event", "ra"},
	{"audit_patient", "ra"},
	{"clinic", "r"},
	{"form_once", "ra"},
	{"login_throttle", "rwd"},
	{"name_form", "rw"},
	{"name_near", "rw"},
	{"outbox", "rw"},
	{"patient", "rw"},
	{"patient_history", "ra"},
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
	{"work_event", "ra"},
	{"work_item", "rw"},
	{0},
};
