#ifndef PORTAL_PAGES_H
#define PORTAL_PAGES_H

#include "web/req.h"

/* Every page of the portal; routes.c says which handler stands where. */
extern const struct page *const portal_pages[];

extern const struct page portal_login_page, portal_log_in_page;
extern const struct page portal_forgot_page, portal_logout_page;
extern const struct page portal_language_page;
extern const struct page portal_activate_page, portal_prove_page;
extern const struct page portal_account_page;
extern const struct page portal_home_page;
extern const struct page portal_visits_page, portal_visit_page;
extern const struct page portal_calendar_page, portal_confirm_page;
extern const struct page portal_change_page, portal_ask_page;
extern const struct page portal_cancel_page, portal_drop_page;
extern const struct page portal_me_page;
extern const struct page portal_feed_page, portal_feed_make_page;
extern const struct page portal_feed_stop_page;
extern const struct page portal_contact_page, portal_save_contact_page;
extern const struct page portal_password_page, portal_save_password_page;
extern const struct page portal_here_page, portal_arrive_page;
extern const struct page portal_video_page, portal_join_page;
extern const struct page portal_room_page, portal_device_page;
extern const struct page code_page, code_prove_page, code_arrive_page,
	code_done_page;
extern const struct page kiosk_page, kiosk_setup_page, kiosk_start_page;
extern const struct page kiosk_ask_page, kiosk_who_page, kiosk_check_page;
extern const struct page kiosk_arrive_page, kiosk_more_page, kiosk_done_page;
extern const struct page portal_offers_page, portal_accept_page,
	portal_decline_page;

extern const struct page portal_reason_page, portal_provider_page;
extern const struct page portal_day_page, portal_time_page;
extern const struct page portal_choose_page, portal_check_page;
extern const struct page portal_book_page;
extern const struct page portal_wish_page, portal_ask_visit_page;

#endif
