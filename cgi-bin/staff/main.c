/* handrail-staff: the pages of the clinic's own people. */
#include "base/conf.h"
#include "db/db.h"
#include "page/gate.h"
#include "staff/pages.h"
#include "web/web.h"

static const char *
host(const struct conf *conf)
{
	return conf->staff_host;
}

/* The tables this program may touch; the rest of the database is refused. */
static const struct db_right rights[] = {
	{"allergy", "r"},
	{"allergy_reaction", "r"},
	{"app_user", "rw"},
	{"appointment", "rw"},
	{"appointment_event", "rw"},
	{"attempt", "rw"},
	{"audit_event", "rw"},
	{"audit_patient", "rw"},
	{"claim", "r"},
	{"clinic", "rw"},
	{"closure", "rwd"},
	{"condition", "r"},
	{"coverage", "rw"},
	{"coverage_check", "rw"},
	{"diagnostic_report", "r"},
	{"encounter", "r"},
	{"explanation_of_benefit", "r"},
	{"fhir_reference", "r"},
	{"fhir_resource", "r"},
	{"form_once", "rw"},
	{"goal", "r"},
	{"immunization", "r"},
	{"import_file", "r"},
	{"login_throttle", "rwd"},
	{"medication_dosage", "r"},
	{"medication_request", "r"},
	{"name_form", "rwd"},
	{"name_near", "rwd"},
	{"observation", "r"},
	{"outbox", "rw"},
	{"patient", "rw"},
	{"patient_history", "rw"},
	{"patient_identifier", "rw"},
	{"patient_person", "rwd"},
	{"patient_phone", "rwd"},
	{"patient_word", "rwd"},
	{"payer", "rw"},
	{"portal_account", "rw"},
	{"portal_activation", "rw"},
	{"portal_session", "rw"},
	{"provider", "rw"},
	{"provider_exception", "rwd"},
	{"provider_template", "rwd"},
	{"room", "rw"},
	{"schema_version", "r"},
	{"session", "rw"},
	{"site", "rw"},
	{"site_hours", "rwd"},
	{"team", "rw"},
	{"user_role", "rwd"},
	{"user_team", "rwd"},
	{"visit_type", "rw"},
	{"work_event", "rw"},
	{"work_item", "rw"},
	{0},
};

static const struct program program = {
	.name = "handrail-staff",
	.pages = staff_pages,
	.gate = &staff_gate,
	.rights = rights,
	.host = host,
};

int
main(int argc, char **argv)
{
	return web_main(argc, argv, &program);
}
