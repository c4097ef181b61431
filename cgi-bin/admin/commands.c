/* The commands of handrailctl: this list is the map of the program. */
#include <stdio.h>

#include "admin/command.h"
#include "admin/commands.h"

static int
help_run(struct ctl *c)
{
	ctl_usage(c->n_args > 0 ? c->arg[0] : NULL);
	return 0;
}

const struct command help_command = {
	.name = "help",
	.args = "[COMMAND]",
	.about = "List the commands.",
	.opts = "",
	.need = NEED_NOTHING,
	.max_args = 1,
	.run = help_run,
};

const struct command *const commands[] = {
	&help_command,
	&init_command,
	&migrate_command,
	&check_command,
	&doctor_command,
	&user_add_command,
	&user_list_command,
	&user_password_command,
	&user_disable_command,
	&user_enable_command,
	&import_fhir_command,
	&import_csv_command,
	&copy_command,
	&database_users_command,
	&nightly_command,
	&fit_command,
	&audit_verify_command,
	&routes_command,
	&demo_command,
	&explain_command,
	NULL,
};
