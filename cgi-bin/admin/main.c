/* handrailctl: sets a clinic up and looks after it. See commands.c. */
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "admin/command.h"
#include "base/arena.h"
#include "base/log.h"
#include "base/token.h"

/* The folder this program lies in: in a build tree the others are there. */
static const char *
own_folder(struct arena *a)
{
	char path[PATH_MAX];
	ssize_t n = readlink("/proc/self/exe", path, sizeof(path) - 1);
	char *slash;

	if (n <= 0)
		return ".";
	path[n] = '\0';
	if ((slash = strrchr(path, '/')) != NULL)
		*slash = '\0';
	return arena_strdup(a, path);
}

static int
run(struct ctl *c, int argc, char **argv)
{
	if (ctl_parse(c, argc, argv) || ctl_open(c))
		return -1;
	return c->cmd->run(c);
}

int
main(int argc, char **argv)
{
	struct arena *arena = arena_new();
	struct ctl c = {.arena = arena, .now = (instant_t)time(NULL)};
	enum err_kind kind = ERR_NONE;

	log_program("handrailctl");
	/* The group shares the database; nobody else sees anything. */
	umask(007);
	token_start();
	c.home = own_folder(arena);
	if (run(&c, argc, argv)) {
		kind = c.err.kind ? c.err.kind : ERR_BROKEN;
		fprintf(stderr, "handrailctl: %s\n", c.err.text);
	}
	if (fflush(stdout) != 0 && kind == ERR_NONE)
		kind = ERR_BROKEN;
	ctl_close(&c);
	arena_free(arena);
	return err_exit(kind);
}
