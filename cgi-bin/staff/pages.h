#ifndef STAFF_PAGES_H
#define STAFF_PAGES_H

struct page;

/* Every address the staff program answers: routes.c is the map. */
extern const struct page *const staff_pages[];

extern const struct page login_show_page;
extern const struct page login_page;
extern const struct page logout_page;
extern const struct page lock_page;
extern const struct page me_show_page;
extern const struct page me_page;
extern const struct page password_show_page;
extern const struct page password_page;
extern const struct page my_sessions_page;
extern const struct page my_sessions_end_page;
extern const struct page my_session_end_page;
extern const struct page admin_page;
extern const struct page role_list_page;
extern const struct page user_list_page;
extern const struct page user_create_page;
extern const struct page user_new_page;
extern const struct page user_show_page;
extern const struct page user_page;
extern const struct page user_disable_page;
extern const struct page user_enable_page;
extern const struct page user_end_page;
extern const struct page user_reset_page;
extern const struct page patient_list_page;
extern const struct page patient_search_page;
extern const struct page patient_new_page;
extern const struct page patient_create_page;
extern const struct page clinic_show_page;
extern const struct page clinic_page;
extern const struct page site_list_page;
extern const struct page site_create_page;
extern const struct page site_new_page;
extern const struct page site_show_page;
extern const struct page site_page;
extern const struct page site_edit_page;
extern const struct page site_hours_page;
extern const struct page site_hours_save_page;
extern const struct page closure_page;
extern const struct page closure_new_page;
extern const struct page closure_end_page;
extern const struct page holiday_page;
extern const struct page audit_list_page;
extern const struct page audit_check_page;
extern const struct page system_page;
extern const struct page help_page;
extern const struct page shortcut_list_page;
extern const struct page about_page;
extern const struct page calendar_page;
extern const struct page calendar_print_page;
extern const struct page visit_pick_page;
extern const struct page visit_new_page;
extern const struct page visit_book_page;
extern const struct page visit_show_page;
extern const struct page visit_status_page;
extern const struct page visit_confirm_page;
extern const struct page visit_undo_page;
extern const struct page visit_cancel_ask_page;
extern const struct page visit_cancel_page;
extern const struct page visit_move_ask_page;
extern const struct page visit_move_page;
extern const struct page home_page;
extern const struct page today_page;
extern const struct page today_print_page;
extern const struct page followup_list_page;
extern const struct page followup_create_page;
extern const struct page followup_new_page;
extern const struct page followup_page;
extern const struct page item_bulk_page;
extern const struct page item_batch_undo_page;
extern const struct page item_page;
extern const struct page item_attempt_page;
extern const struct page item_assign_page;
extern const struct page item_due_page;
extern const struct page item_state_page;
extern const struct page item_snooze_page;
extern const struct page item_done_page;
extern const struct page item_cancel_page;
extern const struct page item_undo_page;

#endif
