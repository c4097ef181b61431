/* The route tables of all programs as one; each prints its own. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "admin/command.h"
#include "admin/commands.h"
#include "base/arena.h"

#ifndef LIBEXECDIR
#define LIBEXECDIR "/usr/libexec"
#endif

static const char *const programs[] = {
	"handrail-staff", "handrail-portal", "handrail-api"};

static const char *
find_program(struct ctl *c, const char *name)
{
	const char *path = arena_printf(c->arena, "%s/%s", c->home, name);

	if (access(path, X_OK) == 0)
		return path;
	path = arena_printf(c->arena, "%s/%s", LIBEXECDIR, name);
	return access(path, X_OK) == 0 ? path : NULL;
}

static _Noreturn void
become(const char *path, int out)
{
	char *args[3];

	args[0] = strdup(path);
	args[1] = strdup("--routes");
	args[2] = NULL;
	if (dup2(out, STDOUT_FILENO) >= 0 && args[0] && args[1])
		execv(path, args);
	_exit(127);
}

static void
copy_lines(FILE *in)
{
	char line[2000];

	while (fgets(line, sizeof(line), in) != NULL)
		fputs(line, stdout);
}

static int
print_routes(struct ctl *c, const char *path)
{
	int ends[2], status = -1;
	FILE *in;
	pid_t pid;

	fflush(stdout);
	if (pipe(ends) != 0 || (pid = fork()) < 0)
		return err_set(&c->err, ERR_BROKEN, "%s.", strerror(errno));
	if (pid == 0) {
		close(ends[0]);
		become(path, ends[1]);
	}
	close(ends[1]);
	if ((in = fdopen(ends[0], "r")) != NULL) {
		copy_lines(in);
		fclose(in);
	}
	if (waitpid(pid, &status, 0) != pid || status != 0)
		return err_set(&c->err, ERR_BROKEN,
			"%.300s --routes did not end well.", path);
	return 0;
}

static int
routes_run(struct ctl *c)
{
	int printed = 0;

	for (size_t i = 0; i < sizeof(programs) / sizeof(programs[0]); i++) {
		const char *path = find_program(c, programs[i]);

		if (path == NULL) {
			fprintf(stderr, "handrailctl: %s is not installed\n",
				programs[i]);
			continue;
		}
		if (printed++ == 0)
			puts("program\tmethod\tpath\tpermission\taudit\t"
			     "body_limit\tabout");
		if (print_routes(c, path))
			return -1;
	}
	if (printed == 0)
		return err_set(&c->err, ERR_NOT_FOUND,
			"No program was found in %.300s.", c->home);
	return 0;
}

const struct command routes_command = {
	.name = "routes",
	.args = "",
	.about = "Every page of every program: program, method, path, "
		 "permission, audit event, body limit, what it is for.",
	.opts = "",
	.need = NEED_NOTHING,
	.run = routes_run,
};
