#ifndef ADMIN_COMMANDS_H
#define ADMIN_COMMANDS_H

#include "admin/command.h"

/* Each stands under its function, in the file of its noun. */
extern const struct command audit_verify_command;
extern const struct command check_command;
extern const struct command copy_command;
extern const struct command database_users_command;
extern const struct command demo_command;
extern const struct command doctor_command;
extern const struct command explain_command;
extern const struct command fit_command;
extern const struct command help_command;
extern const struct command import_csv_command;
extern const struct command import_fhir_command;
extern const struct command init_command;
extern const struct command migrate_command;
extern const struct command nightly_command;
extern const struct command routes_command;
extern const struct command user_add_command;
extern const struct command user_list_command;
extern const struct command user_password_command;
extern const struct command user_disable_command;
extern const struct command user_enable_command;

#endif
