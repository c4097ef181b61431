/* What is in force on this machine, and what is wrong with it. */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "admin/command.h"
#include "admin/commands.h"
#include "base/arena.h"
#include "care/audit.h"
#include "db/db.h"
#include "store/setup_store.h"
#include "store/user_store.h"

/* One line a check; returns how many are wrong so far. */
static int
wrong_count(int wrong, const char *what, const char *trouble)
{
	printf("%-9s %s%s%s\n", trouble ? "WRONG" : "ok", what,
		trouble ? ": " : "", trouble ? trouble : "");
	return wrong + (trouble != NULL);
}

static const char *
err_text(struct ctl *c, int bad)
{
	const char *text = bad ? arena_strdup(c->arena, c->err.text) : NULL;

	err_clear(&c->err);
	return text;
}

static int
check_database(struct ctl *c)
{
	int wrong = 0;

	wrong = wrong_count(wrong, "the schema is this program's",
		err_text(c, db_check_version(c->db, c->conf.schema, &c->err)));
	wrong = wrong_count(wrong, "the database is whole",
		err_text(c, db_quick_check(c->db, &c->err)));
	wrong = wrong_count(wrong, "its rules hold",
		err_text(c,
			db_check_invariants(c->db, c->conf.schema, &c->err)));
	return wrong;
}

static int
check_run(struct ctl *c)
{
	if (check_database(c) > 0)
		return err_set(
			&c->err, ERR_BROKEN, "The database needs attention.");
	return 0;
}

const struct command check_command = {
	.name = "check",
	.args = "",
	.about = "Check the database: version, pages, foreign keys, rules.",
	.opts = "",
	.need = NEED_DB,
	.run = check_run,
};

static const char *
mode_trouble(struct ctl *c, const char *path)
{
	struct stat st;

	if (stat(path, &st) != 0)
		return "it is not there";
	if ((st.st_mode & 07) != 0)
		return arena_printf(c->arena, "others may use it (mode %o)",
			(unsigned)st.st_mode & 0777);
	return NULL;
}

/* OWASP's least for Argon2id; below it a stolen database is cheap. */
static const char *
hash_trouble(const struct conf *conf)
{
	if ((long)conf->hash_memory_kib * conf->hash_passes < 38912)
		return "less than 19456 KiB with 2 passes";
	return NULL;
}

/* Whoever reads the secret can open every room. */
static const char *
video_trouble(const struct conf *conf)
{
	const char *file = conf->video_secret_file;
	struct stat st;

	if (file[0] == '\0')
		return NULL;
	if (stat(file, &st) != 0 || access(file, R_OK) != 0)
		return "the secret cannot be read";
	if (st.st_mode & S_IRWXO)
		return "everybody can read the secret: chmod o-rwx";
	return st.st_size < 32 ? "the secret is under 32 characters" : NULL;
}

static int
check_host(struct ctl *c)
{
	static const char sqlite[] = "sqlite:";
	const char *file = c->conf.database + strlen(sqlite);
	int wrong = 0;

	if (strncmp(c->conf.database, sqlite, strlen(sqlite)) == 0 &&
		strcmp(file, ":memory:") != 0)
		wrong = wrong_count(wrong, "the database is ours alone",
			mode_trouble(c, file));
	wrong = wrong_count(wrong, "the templates can be read",
		access(c->conf.templates, R_OK | X_OK) == 0
			? NULL
			: c->conf.templates);
	wrong = wrong_count(wrong, "rooms for video can be signed",
		video_trouble(&c->conf));
	wrong = wrong_count(wrong, "passwords are hashed at a fair cost",
		hash_trouble(&c->conf));
	return wrong;
}

static int
check_people(struct ctl *c)
{
	int64_t id = setup_store_clinic(c->db);
	struct scope scope = {.clinic_id = id};

	if (id == 0)
		return wrong_count(
			0, "there is a clinic", "run handrailctl init");
	return wrong_count(0, "somebody is administrator",
		user_store_count_role(c->db, &scope, "admin") > 0
			? NULL
			: "run handrailctl user add");
}

static int
doctor_run(struct ctl *c)
{
	int wrong = 0;

	printf("# %s\n", c->conf_path);
	conf_print(&c->conf, stdout);
	putchar('\n');
	wrong += check_host(c);
	wrong += check_database(c);
	if (wrong == 0)
		wrong += check_people(c);
	if (wrong > 0)
		return err_set(&c->err, ERR_BROKEN, "%d thing%s wrong.", wrong,
			wrong == 1 ? " is" : "s are");
	return 0;
}

const struct command doctor_command = {
	.name = "doctor",
	.args = "",
	.about = "Print the configuration in force and what is wrong with it.",
	.opts = "",
	.need = NEED_DB,
	.run = doctor_run,
};

static int
audit_verify_run(struct ctl *c)
{
	int64_t n = audit_verify(c->db, c->arena, &c->err);

	if (n < 0)
		return -1;
	printf("%lld events, each fits the one before.\n", (long long)n);
	return 0;
}

const struct command audit_verify_command = {
	.name = "audit verify",
	.args = "",
	.about = "Walk the audit log's chain of hashes from its first event.",
	.opts = "",
	.need = NEED_CLINIC,
	.run = audit_verify_run,
};
