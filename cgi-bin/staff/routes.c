#include <stddef.h>

#include "staff/pages.h"
#include "web/health.h"

/* Every address the staff program answers. Look here first. */
const struct page *const staff_pages[] = {
	&health_page,
	/* In and out */
	&login_show_page,
	&login_page,
	&logout_page,
	&lock_page,
	/* One's own settings */
	&me_show_page,
	&me_page,
	&password_show_page,
	&password_page,
	&my_sessions_page,
	&my_sessions_end_page,
	&my_session_end_page,
	/* Patients */
	&patient_list_page,
	&patient_search_page,
	&patient_new_page,
	&patient_create_page,
	/* Help */
	&help_page,
	&shortcut_list_page,
	&about_page,
	/* Administration */
	&admin_page,
	&role_list_page,
	&user_list_page,
	&user_create_page,
	&user_new_page,
	&user_show_page,
	&user_page,
	&user_disable_page,
	&user_enable_page,
	&user_end_page,
	&user_reset_page,
	&clinic_show_page,
	&clinic_page,
	&site_list_page,
	&site_create_page,
	&site_new_page,
	&site_show_page,
	&site_page,
	&site_edit_page,
	&site_hours_page,
	&site_hours_save_page,
	&closure_page,
	&closure_new_page,
	&closure_end_page,
	&holiday_page,
	&audit_list_page,
	&audit_check_page,
	&system_page,
	NULL,
};
