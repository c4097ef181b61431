/* How the machine is: database, disk, queues, settings in force. SQL:
 * store/health_store.c, store/session_list.c. */
#include "base/arena.h"
#include "base/conf.h"
#include "base/show.h"
#include "care/disk.h"
#include "domain/audit.h"
#include "staff/pages.h"
#include "staff/part.h"
#include "store/audit_search.h"
#include "store/health_store.h"
#include "store/session_list.h"
#include "tpl/tpl.h"
#include "web/req.h"

/* Below this share of the disk somebody should act. */
#define DISK_LOW_PERCENT 10
/* A message that waits longer says the worker does not run. */
#define QUEUE_LATE_S 900

static const char *
bytes(struct req *rq, int64_t n)
{
	if (n < 0)
		return "Not known";
	if (n < 1024 * 1024)
		return arena_printf(
			rq->arena, "%lld KiB", (long long)((n + 1023) / 1024));
	if (n < 1024LL * 1024 * 1024)
		return arena_printf(
			rq->arena, "%.1f MiB", (double)n / (1024 * 1024));
	return arena_printf(
		rq->arena, "%.1f GiB", (double)n / (1024.0 * 1024 * 1024));
}

static void
fact(struct tpl *t, const char *section, const char *label, const char *value,
	bool bad)
{
	struct tpl *row = tpl_row(t, section);

	tpl_text(row, "LABEL", label);
	tpl_text(row, "VALUE", value);
	tpl_show_if(row, "BAD", bad);
}

static void
file_facts(struct req *rq, struct tpl *t)
{
	struct disk d = disk_look(rq->arena, rq->conf);
	bool low = d.size > 0 && d.free * 100 < d.size * DISK_LOW_PERCENT;

	fact(t, "DATABASE", "Size", bytes(rq, d.database), false);
	fact(t, "DATABASE", "Write-ahead log", bytes(rq, d.wal), false);
	fact(t, "DATABASE", "Free on this disk", bytes(rq, d.free), low);
}

static void
database_facts(struct req *rq, struct tpl *t, const struct health *h)
{
	fact(t, "DATABASE", "Schema",
		arena_printf(rq->arena, "%lld, %s, since %s",
			(long long)h->schema_version, h->schema_name,
			show_when(rq->show, h->schema_at)),
		false);
	for (size_t i = 0; i < h->server.n; i++)
		fact(t, "DATABASE", h->server.v[i].name, h->server.v[i].value,
			false);
	if (h->server.n == 0)
		file_facts(rq, t);
	fact(t, "DATABASE", "Backup",
		"None is made by this program yet. Copy the database with "
		"its own tools while it runs.",
		true);
}

static const char *
checked(struct req *rq, const struct audit_hit *last, int found)
{
	if (found == 0)
		return "Never";
	return arena_printf(rq->arena, "%s: %s", show_when(rq->show, last->at),
		last->detail);
}

static int
audit_facts(struct req *rq, struct tpl *t, const struct health *h)
{
	struct audit_hit last;
	int found = audit_search_check(rq->db, rq->arena, rq->scope, &last);

	if (found < 0)
		return -1;
	fact(t, "AUDIT", "Events", show_count(rq->show, h->events), false);
	fact(t, "AUDIT", "Chain last checked", checked(rq, &last, found),
		found > 0 && last.detail[0] != 'w');
	return 0;
}

static void
queue_facts(struct req *rq, struct tpl *t, const struct health *h)
{
	bool late = h->waiting > 0 && rq->now - h->waiting_since > QUEUE_LATE_S;

	fact(t, "QUEUE", "Messages due and not sent",
		show_count(rq->show, h->waiting), late);
	fact(t, "QUEUE", "The oldest was due",
		h->waiting == 0 ? "None waits"
				: show_when(rq->show, h->waiting_since),
		late);
	fact(t, "QUEUE", "Messages that failed",
		show_count(rq->show, h->failed), h->failed > 0);
}

static void
setting_facts(struct req *rq, struct tpl *t)
{
	const struct conf *c = rq->conf;

	fact(t, "SETTING", "Password hashing",
		arena_printf(rq->arena,
			"Argon2id, %d KiB, %d passes, %d lanes, %d at once",
			c->hash_memory_kib, c->hash_passes, c->hash_lanes,
			c->hash_at_once),
		false);
	fact(t, "SETTING", "Sessions end",
		arena_printf(rq->arena,
			"after %d minutes without use, after %d hours at most",
			c->session_idle_min, c->session_max_h),
		false);
	fact(t, "SETTING", "A worker is replaced",
		arena_printf(
			rq->arena, "after %d requests", c->requests_per_worker),
		false);
	fact(t, "SETTING", "Version", PACKAGE_VERSION, false);
}

static int
system_run(struct req *rq)
{
	struct tpl *t = req_tpl(rq, "staff/system.tpl");
	struct health h;
	int64_t sessions;

	req_title(rq, "System health");
	if (health_store_get(rq->db, rq->arena, rq->scope, rq->now, &h))
		return req_db_err(rq);
	sessions = session_list_count(rq->db, rq->scope,
		rq->now - (instant_t)rq->conf->session_max_h * 3600,
		rq->now - (instant_t)rq->conf->session_idle_min * 60);
	database_facts(rq, t, &h);
	if (audit_facts(rq, t, &h))
		return req_db_err(rq);
	queue_facts(rq, t, &h);
	fact(t, "QUEUE", "Staff sessions live", show_count(rq->show, sessions),
		false);
	setting_facts(rq, t);
	return req_html(rq);
}

const struct page system_page = {
	.method = "GET",
	.path = "/admin/health",
	.perm = PERM_ADMIN,
	.txn = TXN_READ,
	.audit = AUDIT_ADMIN_VIEW,
	.run = system_run,
	.about = "Database, disk, queues and settings in force.",
};
