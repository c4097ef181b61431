/* What this interface can do (FHIR R4, CapabilityStatement). */
#include "api/api.h"
#include "web/req.h"

/* R4 has no way to say it in fewer words. */
static const char statement[] =
	"{\"resourceType\":\"CapabilityStatement\",\"status\":\"active\","
	"\"date\":\"2026-11-24\",\"kind\":\"instance\","
	"\"implementation\":{\"description\":\"Handrail: free times and "
	"visits\"},\"fhirVersion\":\"4.0.1\",\"format\":"
	"[\"application/fhir+json\"],\"rest\":[{\"mode\":\"server\","
	"\"security\":{\"description\":\"A key of the clinic, sent as a "
	"bearer token (RFC 6750)\"},\"resource\":["
	"{\"type\":\"Appointment\",\"interaction\":[{\"code\":\"read\"},"
	"{\"code\":\"create\"},{\"code\":\"update\"}],"
	"\"versioning\":\"versioned-update\"},"
	"{\"type\":\"Slot\",\"interaction\":[{\"code\":\"search-type\"}],"
	"\"searchParam\":[{\"name\":\"service-type\",\"type\":\"token\"},"
	"{\"name\":\"schedule\",\"type\":\"reference\"},"
	"{\"name\":\"start\",\"type\":\"date\"}]}]}]}";

static int
metadata_run(struct req *rq)
{
	return api_json(rq, 200, statement);
}

const struct page metadata_page = {
	.method = "GET",
	.path = "/fhir/metadata",
	.perm = PERM_PUBLIC,
	.txn = TXN_NONE,
	.audit = AUDIT_NONE,
	.run = metadata_run,
	.about = "What this interface can do.",
};
