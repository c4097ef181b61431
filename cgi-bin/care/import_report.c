/* The report of an import, as text. */
#include "base/arena.h"
#include "base/buf.h"
#include "care/import.h"

static void
add_row(struct buf *b, const struct import_count *c)
{
	buf_addf(b, "%-26s %8lld %8lld %8lld %8lld %8lld\n", c->type,
		(long long)c->stored, (long long)c->kept, (long long)c->changed,
		(long long)c->same, (long long)c->refused);
}

const char *
import_report_text(struct arena *a, const struct import_report *r)
{
	struct buf b = buf_new(a);
	struct import_count sum = {.type = "All"};

	buf_addf(&b,
		"Files %lld, bytes %lld: %lld here already, %lld refused.\n\n",
		(long long)r->files, (long long)r->bytes,
		(long long)r->files_same, (long long)r->files_refused);
	buf_addf(&b, "%-26s %8s %8s %8s %8s %8s\n", "Type", "stored", "kept",
		"changed", "same", "refused");
	for (size_t i = 0; i < r->counts.n; i++) {
		const struct import_count *c = &r->counts.v[i];

		add_row(&b, c);
		sum.stored += c->stored;
		sum.kept += c->kept;
		sum.changed += c->changed;
		sum.same += c->same;
		sum.refused += c->refused;
	}
	add_row(&b, &sum);
	if (r->empty)
		buf_addf(&b, "\n%lld entries held no resource.\n",
			(long long)r->empty);
	if (r->open > 0 || r->resolved > 0)
		buf_addf(&b,
			"\n%lld references have no target yet; %lld older ones "
			"found "
			"theirs.\n",
			(long long)r->open, (long long)r->resolved);
	if (r->notes.n)
		buf_adds(&b, "\nNotes\n");
	for (size_t i = 0; i < r->notes.n; i++)
		buf_addf(&b, "  %s: %s (%lld)\n", r->notes.v[i].about,
			r->notes.v[i].text, (long long)r->notes.v[i].n);
	return b.s;
}
