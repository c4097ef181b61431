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
	&feed_show_page, /* GET /me/calendar */
	&feed_make_page, /* POST /me/calendar */
	&feed_stop_page, /* POST /me/calendar/stop */
	&me_page,
	&password_show_page,
	&password_page,
	&my_sessions_page,
	&my_sessions_end_page,
	&my_session_end_page,
	/* Today and open items */
	&home_page,
	&today_page,
	&today_print_page,
	&followup_list_page,
	&followup_create_page,
	&followup_new_page,
	&followup_page,
	&item_bulk_page,
	&item_batch_undo_page,
	&item_page,
	&item_attempt_page,
	&item_assign_page,
	&item_due_page,
	&item_state_page,
	&item_snooze_page,
	&item_done_page,
	&item_cancel_page,
	&item_undo_page,
	/* Insurance */
	&insurance_page,
	&coverage_new_page,
	&coverage_create_page,
	&coverage_show_page,
	&coverage_edit_page,
	&coverage_update_page,
	&coverage_order_page,
	&coverage_end_page,
	&coverage_check_page,
	/* Patients */
	&patient_list_page,
	&patient_search_page,
	&patient_new_page,
	&patient_create_page,
	/* Help */
	&help_page,
	&shortcut_list_page,
	&about_page,
	/* Calendar and visits */
	&calendar_page,
	&calendar_print_page,
	&block_new_page,  /* GET /calendar/blocks/new */
	&block_page,	  /* POST /calendar/blocks */
	&block_show_page, /* GET /calendar/blocks/:n */
	&block_drop_page, /* POST /calendar/blocks/:n/remove */
	&flow_page,
	&flow_board_page,
	&flow_print_page,
	&flow_step_page,
	&flow_undo_page,
	&flow_room_page,
	&walkin_page,
	&walkin_find_page,
	&walkin_book_page,
	&desk_page,
	&desk_save_page,
	&visit_video_page, /* GET /appointments/:visit/video */
	&visit_room_page,  /* POST /appointments/:visit/video */
	&visit_code_page,  /* POST /appointments/:visit/code */
	&kiosk_list_page,  /* GET /admin/sites/:site/kiosks */
	&kiosk_add_page,   /* POST /admin/sites/:site/kiosks */
	&kiosk_end_page,   /* POST /admin/sites/:site/kiosks/:n/end */
	&visit_pick_page,
	&visit_new_page,
	&visit_hold_page,
	&visit_let_go_page,
	&visit_book_page,
	&visit_show_page,
	&visit_status_page,
	&visit_confirm_page,
	&visit_undo_page,
	&visit_cancel_ask_page,
	&visit_cancel_page,
	&visit_excuse_ask_page,
	&visit_excuse_page,
	&visit_move_ask_page,
	&visit_move_page,
	&visit_move_undo_page, /* POST /appointments/:visit/move/undo */
	&series_repeat_ask_page,
	&series_repeat_page,
	&series_show_page,
	&series_cancel_page,
	&series_move_ask_page,
	&series_move_page,
	&sequence_plan_list_page,
	&sequence_plan_new_page,
	&sequence_plan_create_page,
	&sequence_plan_edit_page,
	&sequence_plan_page,
	&sequence_book_ask_page,
	&sequence_book_page,
	&sequence_move_ask_page,
	&sequence_move_page,
	&prep_tick_page,
	&prep_leaflet_page,
	&prep_type_list_page,
	&prep_type_new_page,
	&prep_type_add_page,
	&prep_type_edit_page,
	&prep_type_page,
	&visit_length_ask_page,	 /* GET /appointments/:visit/length */
	&visit_length_page,	 /* POST /appointments/:visit/length */
	&visit_length_undo_page, /* POST /appointments/:visit/length/undo */
	/* A chart */
	&chart_show_page,
	&chart_timeline_page,
	&chart_visits_page,
	&chart_items_page,
	&chart_insurance_page,
	&chart_records_page,
	&record_values_page,
	&record_show_page,
	&patient_details_page,
	&patient_edit_page,
	&patient_update_page,
	&contact_add_page,
	&contact_remove_page,
	&patient_invite_page,
	&patient_print_page,
	&patient_access_page,
	/* Schedules */
	&provider_list_page,
	&provider_new_page,
	&provider_create_page,
	&provider_show_page,
	&provider_edit_page,
	&provider_page,
	&week_new_page,
	&week_create_page,
	&week_edit_page,
	&week_page,
	&week_end_page,
	&exception_new_page,
	&exception_page,
	&exception_drop_page,
	&room_list_page,
	&room_new_page,
	&room_create_page,
	&room_edit_page,
	&room_page,
	&visit_type_list_page,
	&visit_type_new_page,
	&visit_type_create_page,
	&visit_type_edit_page,
	&visit_type_page,
	/* Administration */
	&admin_page,
	&api_key_list_page,
	&api_key_new_page,
	&api_key_create_page,
	&api_key_revoke_page,
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
	/* What visits need */
	&readiness_page,
	&need_new_page,
	&need_add_page,
	&need_show_page,
	&need_save_page,
	&need_step_page,
	&packet_page,
	&packets_page,
	&patient_need_page,
	&patient_need_save_page,
	&auth_new_page,
	&auth_add_page,
	&auth_show_page,
	&auth_save_page,
	&referral_in_new_page,
	&referral_in_add_page,
	&referral_in_show_page,
	&referral_in_save_page,
	/* Recalls */
	&recall_list_page,
	&recall_show_page,
	&recall_new_page,
	&recall_create_page,
	&recall_edit_page,
	&recall_page,
	&recall_try_ask_page,
	&recall_try_page,
	&recall_stop_ask_page,
	&recall_stop_page,
	&report_list_page,     /* GET /reports */
	&report_show_page,     /* GET /reports/:name */
	&report_csv_page,      /* GET /reports/:name/csv */
	&waitlist_list_page,   /* GET /waitlist */
	&waitlist_new_page,    /* GET /appointments/:visit/waitlist */
	&waitlist_create_page, /* POST /appointments/:visit/waitlist */
	&waitlist_show_page,   /* GET /waitlist/:entry */
	&waitlist_edit_page,   /* GET /waitlist/:entry/edit */
	&waitlist_change_page, /* POST /waitlist/:entry */
	&waitlist_answer_page, /* POST /waitlist/offers/:offer */
	&waitlist_remove_page, /* POST /waitlist/:entry/remove */
	&waitlist_offers_page, /* GET /appointments/:visit/offers */
	&waitlist_offer_page,  /* POST /appointments/:visit/offers */
	NULL,
};
