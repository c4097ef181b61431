# The rooms, lowest first. A new file is one line in its room's block, in
# alphabetical order; headers stand here too, so that they are shipped.

noinst_LIBRARIES += libbase.a libdomain.a libcodec.a libdb.a libstore.a \
	libcare.a libtpl.a libweb.a libpage.a libstaff.a libportal.a \
	libapi.a libworker.a libadmin.a

# base
libbase_a_SOURCES =
libbase_a_SOURCES += %D%/base/arena.c
libbase_a_SOURCES += %D%/base/arena.h
libbase_a_SOURCES += %D%/base/buf.c
libbase_a_SOURCES += %D%/base/buf.h
libbase_a_SOURCES += %D%/base/conf.c
libbase_a_SOURCES += %D%/base/conf.h
libbase_a_SOURCES += %D%/base/day.c
libbase_a_SOURCES += %D%/base/day.h
libbase_a_SOURCES += %D%/base/err.c
libbase_a_SOURCES += %D%/base/err.h
libbase_a_SOURCES += %D%/base/log.c
libbase_a_SOURCES += %D%/base/log.h
libbase_a_SOURCES += %D%/base/show.c
libbase_a_SOURCES += %D%/base/show.h
libbase_a_SOURCES += %D%/base/token.c
libbase_a_SOURCES += %D%/base/token.h
libbase_a_SOURCES += %D%/base/utf8.c
libbase_a_SOURCES += %D%/base/utf8.h
libbase_a_SOURCES += %D%/base/words.c
libbase_a_SOURCES += %D%/base/words.h
libbase_a_SOURCES += %D%/base/zone.c
libbase_a_SOURCES += %D%/base/zone.h

# domain
libdomain_a_SOURCES =
libdomain_a_SOURCES += %D%/domain/api_key.h
libdomain_a_SOURCES += %D%/domain/audit.c
libdomain_a_SOURCES += %D%/domain/audit.h
libdomain_a_SOURCES += %D%/domain/birth.c
libdomain_a_SOURCES += %D%/domain/birth.h
libdomain_a_SOURCES += %D%/domain/clinic.h
libdomain_a_SOURCES += %D%/domain/consent.c
libdomain_a_SOURCES += %D%/domain/consent.h
libdomain_a_SOURCES += %D%/domain/coverage.c
libdomain_a_SOURCES += %D%/domain/coverage.h
libdomain_a_SOURCES += %D%/domain/door.c
libdomain_a_SOURCES += %D%/domain/door.h
libdomain_a_SOURCES += %D%/domain/flow.c
libdomain_a_SOURCES += %D%/domain/flow.h
libdomain_a_SOURCES += %D%/domain/item.c
libdomain_a_SOURCES += %D%/domain/item.h
libdomain_a_SOURCES += %D%/domain/name_key.c
libdomain_a_SOURCES += %D%/domain/name_key.h
libdomain_a_SOURCES += %D%/domain/need.c
libdomain_a_SOURCES += %D%/domain/need.h
libdomain_a_SOURCES += %D%/domain/password.c
libdomain_a_SOURCES += %D%/domain/password.h
libdomain_a_SOURCES += %D%/domain/patient.c
libdomain_a_SOURCES += %D%/domain/patient.h
libdomain_a_SOURCES += %D%/domain/portal.c
libdomain_a_SOURCES += %D%/domain/portal.h
libdomain_a_SOURCES += %D%/domain/provider.c
libdomain_a_SOURCES += %D%/domain/provider.h
libdomain_a_SOURCES += %D%/domain/ready.c
libdomain_a_SOURCES += %D%/domain/ready.h
libdomain_a_SOURCES += %D%/domain/record.c
libdomain_a_SOURCES += %D%/domain/record.h
libdomain_a_SOURCES += %D%/domain/record_map.h
libdomain_a_SOURCES += %D%/domain/role.c
libdomain_a_SOURCES += %D%/domain/role.h
libdomain_a_SOURCES += %D%/domain/room.h
libdomain_a_SOURCES += %D%/domain/scope.h
libdomain_a_SOURCES += %D%/domain/search_key.c
libdomain_a_SOURCES += %D%/domain/search_key.h
libdomain_a_SOURCES += %D%/domain/site.h
libdomain_a_SOURCES += %D%/domain/slot.c
libdomain_a_SOURCES += %D%/domain/slot.h
libdomain_a_SOURCES += %D%/domain/throttle.c
libdomain_a_SOURCES += %D%/domain/throttle.h
libdomain_a_SOURCES += %D%/domain/user.h
libdomain_a_SOURCES += %D%/domain/visit.c
libdomain_a_SOURCES += %D%/domain/visit.h
libdomain_a_SOURCES += %D%/domain/visit_type.c
libdomain_a_SOURCES += %D%/domain/visit_type.h
libdomain_a_SOURCES += %D%/domain/waitlist.c
libdomain_a_SOURCES += %D%/domain/waitlist.h
libdomain_a_SOURCES += %D%/domain/word.h

# codec
libcodec_a_SOURCES =
libcodec_a_SOURCES += %D%/codec/csv/csv.c
libcodec_a_SOURCES += %D%/codec/csv/csv.h
libcodec_a_SOURCES += %D%/codec/fhir/appointment.c
libcodec_a_SOURCES += %D%/codec/fhir/appointment.h
libcodec_a_SOURCES += %D%/codec/fhir/element.c
libcodec_a_SOURCES += %D%/codec/fhir/element.h
libcodec_a_SOURCES += %D%/codec/fhir/js.c
libcodec_a_SOURCES += %D%/codec/fhir/js.h
libcodec_a_SOURCES += %D%/codec/fhir/resource.c
libcodec_a_SOURCES += %D%/codec/fhir/resource.h
libcodec_a_SOURCES += %D%/codec/fhir/row.c
libcodec_a_SOURCES += %D%/codec/fhir/row.h
libcodec_a_SOURCES += %D%/codec/ical/event.c
libcodec_a_SOURCES += %D%/codec/ical/event.h

# db
libdb_a_SOURCES =
libdb_a_SOURCES += %D%/db/db.c
libdb_a_SOURCES += %D%/db/db.h
libdb_a_SOURCES += %D%/db/db_copy.c
libdb_a_SOURCES += %D%/db/db_copy.h
libdb_a_SOURCES += %D%/db/db_copy_check.c
libdb_a_SOURCES += %D%/db/db_copy_plan.c
libdb_a_SOURCES += %D%/db/db_copy_plan.h
libdb_a_SOURCES += %D%/db/db_engine.h
libdb_a_SOURCES += %D%/db/db_migrate.c
libdb_a_SOURCES += %D%/db/db_sqlite.c
libdb_a_SOURCES += %D%/db/db_stmt.c
if HAVE_POSTGRESQL
libdb_a_SOURCES += %D%/db/db_pg.c
libdb_a_SOURCES += %D%/db/db_pg.h
libdb_a_SOURCES += %D%/db/db_pg_rights.c
libdb_a_SOURCES += %D%/db/db_pg_stmt.c
libdb_a_SOURCES += %D%/db/db_pg_text.c
endif

# store
libstore_a_SOURCES =
libstore_a_SOURCES += %D%/store/api_key_store.c
libstore_a_SOURCES += %D%/store/api_key_store.h
libstore_a_SOURCES += %D%/store/audit_search.c
libstore_a_SOURCES += %D%/store/audit_search.h
libstore_a_SOURCES += %D%/store/audit_store.c
libstore_a_SOURCES += %D%/store/audit_store.h
libstore_a_SOURCES += %D%/store/calendar_store.c
libstore_a_SOURCES += %D%/store/calendar_store.h
libstore_a_SOURCES += %D%/store/clinic_store.c
libstore_a_SOURCES += %D%/store/clinic_store.h
libstore_a_SOURCES += %D%/store/coverage_queue_store.c
libstore_a_SOURCES += %D%/store/coverage_store.c
libstore_a_SOURCES += %D%/store/coverage_store.h
libstore_a_SOURCES += %D%/store/demo_store.c
libstore_a_SOURCES += %D%/store/demo_store.h
libstore_a_SOURCES += %D%/store/door_store.c
libstore_a_SOURCES += %D%/store/door_store.h
libstore_a_SOURCES += %D%/store/feed_store.c
libstore_a_SOURCES += %D%/store/feed_store.h
libstore_a_SOURCES += %D%/store/fhir_store.c
libstore_a_SOURCES += %D%/store/fhir_store.h
libstore_a_SOURCES += %D%/store/flow_store.c
libstore_a_SOURCES += %D%/store/flow_store.h
libstore_a_SOURCES += %D%/store/grant_store.c
libstore_a_SOURCES += %D%/store/grant_store.h
libstore_a_SOURCES += %D%/store/health_store.c
libstore_a_SOURCES += %D%/store/health_store.h
libstore_a_SOURCES += %D%/store/item_cols.h
libstore_a_SOURCES += %D%/store/item_list_store.c
libstore_a_SOURCES += %D%/store/item_store.c
libstore_a_SOURCES += %D%/store/item_store.h
libstore_a_SOURCES += %D%/store/kiosk_store.c
libstore_a_SOURCES += %D%/store/kiosk_store.h
libstore_a_SOURCES += %D%/store/line_store.c
libstore_a_SOURCES += %D%/store/name_store.c
libstore_a_SOURCES += %D%/store/need_store.c
libstore_a_SOURCES += %D%/store/need_store.h
libstore_a_SOURCES += %D%/store/outbox_store.c
libstore_a_SOURCES += %D%/store/outbox_store.h
libstore_a_SOURCES += %D%/store/patient_store.c
libstore_a_SOURCES += %D%/store/patient_store.h
libstore_a_SOURCES += %D%/store/payer_store.c
libstore_a_SOURCES += %D%/store/payer_store.h
libstore_a_SOURCES += %D%/store/portal_store.c
libstore_a_SOURCES += %D%/store/portal_store.h
libstore_a_SOURCES += %D%/store/provider_store.c
libstore_a_SOURCES += %D%/store/provider_store.h
libstore_a_SOURCES += %D%/store/record_put.c
libstore_a_SOURCES += %D%/store/record_put.h
libstore_a_SOURCES += %D%/store/record_store.c
libstore_a_SOURCES += %D%/store/record_store.h
libstore_a_SOURCES += %D%/store/room_store.c
libstore_a_SOURCES += %D%/store/room_store.h
libstore_a_SOURCES += %D%/store/search_store.c
libstore_a_SOURCES += %D%/store/search_store.h
libstore_a_SOURCES += %D%/store/session_list.c
libstore_a_SOURCES += %D%/store/session_list.h
libstore_a_SOURCES += %D%/store/session_store.c
libstore_a_SOURCES += %D%/store/session_store.h
libstore_a_SOURCES += %D%/store/setup_store.c
libstore_a_SOURCES += %D%/store/setup_store.h
libstore_a_SOURCES += %D%/store/site_store.c
libstore_a_SOURCES += %D%/store/site_store.h
libstore_a_SOURCES += %D%/store/slot_store.c
libstore_a_SOURCES += %D%/store/slot_store.h
libstore_a_SOURCES += %D%/store/store.c
libstore_a_SOURCES += %D%/store/store.h
libstore_a_SOURCES += %D%/store/throttle_store.c
libstore_a_SOURCES += %D%/store/throttle_store.h
libstore_a_SOURCES += %D%/store/timeline_store.c
libstore_a_SOURCES += %D%/store/timeline_store.h
libstore_a_SOURCES += %D%/store/user_store.c
libstore_a_SOURCES += %D%/store/user_store.h
libstore_a_SOURCES += %D%/store/visit_store.c
libstore_a_SOURCES += %D%/store/visit_store.h
libstore_a_SOURCES += %D%/store/visit_type_store.c
libstore_a_SOURCES += %D%/store/visit_type_store.h
libstore_a_SOURCES += %D%/store/waitlist_hold_store.c
libstore_a_SOURCES += %D%/store/waitlist_store.c
libstore_a_SOURCES += %D%/store/waitlist_store.h

# care
libcare_a_SOURCES =
libcare_a_SOURCES += %D%/care/act.h
libcare_a_SOURCES += %D%/care/audit.c
libcare_a_SOURCES += %D%/care/audit.h
libcare_a_SOURCES += %D%/care/auth.c
libcare_a_SOURCES += %D%/care/auth.h
libcare_a_SOURCES += %D%/care/coverage.c
libcare_a_SOURCES += %D%/care/coverage.h
libcare_a_SOURCES += %D%/care/disk.c
libcare_a_SOURCES += %D%/care/disk.h
libcare_a_SOURCES += %D%/care/door.c
libcare_a_SOURCES += %D%/care/door.h
libcare_a_SOURCES += %D%/care/feed.c
libcare_a_SOURCES += %D%/care/feed.h
libcare_a_SOURCES += %D%/care/flow.c
libcare_a_SOURCES += %D%/care/flow.h
libcare_a_SOURCES += %D%/care/import.c
libcare_a_SOURCES += %D%/care/import.h
libcare_a_SOURCES += %D%/care/import_csv.c
libcare_a_SOURCES += %D%/care/import_object.c
libcare_a_SOURCES += %D%/care/import_patient.c
libcare_a_SOURCES += %D%/care/import_report.c
libcare_a_SOURCES += %D%/care/import_row.c
libcare_a_SOURCES += %D%/care/import_step.h
libcare_a_SOURCES += %D%/care/item.c
libcare_a_SOURCES += %D%/care/item.h
libcare_a_SOURCES += %D%/care/item_step.h
libcare_a_SOURCES += %D%/care/items.c
libcare_a_SOURCES += %D%/care/need.c
libcare_a_SOURCES += %D%/care/need.h
libcare_a_SOURCES += %D%/care/need_step.h
libcare_a_SOURCES += %D%/care/kiosk.c
libcare_a_SOURCES += %D%/care/kiosk.h
libcare_a_SOURCES += %D%/care/nightly.c
libcare_a_SOURCES += %D%/care/nightly.h
libcare_a_SOURCES += %D%/care/patient.c
libcare_a_SOURCES += %D%/care/patient.h
libcare_a_SOURCES += %D%/care/portal.c
libcare_a_SOURCES += %D%/care/portal.h
libcare_a_SOURCES += %D%/care/slots.c
libcare_a_SOURCES += %D%/care/slots.h
libcare_a_SOURCES += %D%/care/user.c
libcare_a_SOURCES += %D%/care/user.h
libcare_a_SOURCES += %D%/care/visit.c
libcare_a_SOURCES += %D%/care/visit.h
libcare_a_SOURCES += %D%/care/visit_length.c
libcare_a_SOURCES += %D%/care/visit_status.c
libcare_a_SOURCES += %D%/care/visit_step.h
libcare_a_SOURCES += %D%/care/visit_work.c
libcare_a_SOURCES += %D%/care/waitlist.c
libcare_a_SOURCES += %D%/care/waitlist.h
libcare_a_SOURCES += %D%/care/waitlist_offer.c

# tpl
libtpl_a_SOURCES =
libtpl_a_SOURCES += %D%/tpl/tpl.cc
libtpl_a_SOURCES += %D%/tpl/tpl.h

# web
libweb_a_SOURCES =
libweb_a_SOURCES += %D%/web/assets.c
libweb_a_SOURCES += %D%/web/assets.h
libweb_a_SOURCES += %D%/web/dispatch.c
libweb_a_SOURCES += %D%/web/fcgi.c
libweb_a_SOURCES += %D%/web/form.c
libweb_a_SOURCES += %D%/web/form.h
libweb_a_SOURCES += %D%/web/form_draw.c
libweb_a_SOURCES += %D%/web/form_state.h
libweb_a_SOURCES += %D%/web/gate.h
libweb_a_SOURCES += %D%/web/guard.c
libweb_a_SOURCES += %D%/web/guard.h
libweb_a_SOURCES += %D%/web/health.c
libweb_a_SOURCES += %D%/web/health.h
libweb_a_SOURCES += %D%/web/http.c
libweb_a_SOURCES += %D%/web/http.h
libweb_a_SOURCES += %D%/web/langs.c
libweb_a_SOURCES += %D%/web/langs.h
libweb_a_SOURCES += %D%/web/link.c
libweb_a_SOURCES += %D%/web/link.h
libweb_a_SOURCES += %D%/web/lost.c
libweb_a_SOURCES += %D%/web/lost.h
libweb_a_SOURCES += %D%/web/program.c
libweb_a_SOURCES += %D%/web/req.c
libweb_a_SOURCES += %D%/web/req.h
libweb_a_SOURCES += %D%/web/rerun.c
libweb_a_SOURCES += %D%/web/rerun.h
libweb_a_SOURCES += %D%/web/route.c
libweb_a_SOURCES += %D%/web/route.h
libweb_a_SOURCES += %D%/web/txn.c
libweb_a_SOURCES += %D%/web/txn.h
libweb_a_SOURCES += %D%/web/web.h

# page
libpage_a_SOURCES =
libpage_a_SOURCES += %D%/page/fail.c
libpage_a_SOURCES += %D%/page/fail.h
libpage_a_SOURCES += %D%/page/furnish.c
libpage_a_SOURCES += %D%/page/gate.c
libpage_a_SOURCES += %D%/page/gate.h
libpage_a_SOURCES += %D%/page/lost.c
libpage_a_SOURCES += %D%/page/resolve.c

# staff
libstaff_a_SOURCES =
libstaff_a_SOURCES += %D%/staff/admin_pages.c
libstaff_a_SOURCES += %D%/staff/api_key_pages.c
libstaff_a_SOURCES += %D%/staff/audit_pages.c
libstaff_a_SOURCES += %D%/staff/block_pages.c
libstaff_a_SOURCES += %D%/staff/calendar_day.c
libstaff_a_SOURCES += %D%/staff/calendar_pages.c
libstaff_a_SOURCES += %D%/staff/calendar_part.h
libstaff_a_SOURCES += %D%/staff/chart_insurance_pages.c
libstaff_a_SOURCES += %D%/staff/chart_lists.c
libstaff_a_SOURCES += %D%/staff/chart_measure.c
libstaff_a_SOURCES += %D%/staff/chart_measure.h
libstaff_a_SOURCES += %D%/staff/chart_pages.c
libstaff_a_SOURCES += %D%/staff/chart_part.c
libstaff_a_SOURCES += %D%/staff/chart_part.h
libstaff_a_SOURCES += %D%/staff/chart_timeline.c
libstaff_a_SOURCES += %D%/staff/chart_timeline.h
libstaff_a_SOURCES += %D%/staff/clinic_pages.c
libstaff_a_SOURCES += %D%/staff/coverage_form.c
libstaff_a_SOURCES += %D%/staff/coverage_form.h
libstaff_a_SOURCES += %D%/staff/coverage_pages.c
libstaff_a_SOURCES += %D%/staff/coverage_stale.c
libstaff_a_SOURCES += %D%/staff/coverage_stale.h
libstaff_a_SOURCES += %D%/staff/desk_pages.c
libstaff_a_SOURCES += %D%/staff/door_pages.c
libstaff_a_SOURCES += %D%/staff/feed_pages.c
libstaff_a_SOURCES += %D%/staff/flow_pages.c
libstaff_a_SOURCES += %D%/staff/flow_part.c
libstaff_a_SOURCES += %D%/staff/flow_part.h
libstaff_a_SOURCES += %D%/staff/flow_step_pages.c
libstaff_a_SOURCES += %D%/staff/followup_pages.c
libstaff_a_SOURCES += %D%/staff/help_pages.c
libstaff_a_SOURCES += %D%/staff/insurance_pages.c
libstaff_a_SOURCES += %D%/staff/item_forms.c
libstaff_a_SOURCES += %D%/staff/item_forms.h
libstaff_a_SOURCES += %D%/staff/item_list.c
libstaff_a_SOURCES += %D%/staff/item_list.h
libstaff_a_SOURCES += %D%/staff/item_pages.c
libstaff_a_SOURCES += %D%/staff/item_row.c
libstaff_a_SOURCES += %D%/staff/item_show.c
libstaff_a_SOURCES += %D%/staff/item_show.h
libstaff_a_SOURCES += %D%/staff/login_pages.c
libstaff_a_SOURCES += %D%/staff/me_pages.c
libstaff_a_SOURCES += %D%/staff/pages.h
libstaff_a_SOURCES += %D%/staff/part.c
libstaff_a_SOURCES += %D%/staff/part.h
libstaff_a_SOURCES += %D%/staff/patient_access_pages.c
libstaff_a_SOURCES += %D%/staff/patient_details_pages.c
libstaff_a_SOURCES += %D%/staff/patient_edit_pages.c
libstaff_a_SOURCES += %D%/staff/patient_form.c
libstaff_a_SOURCES += %D%/staff/patient_form.h
libstaff_a_SOURCES += %D%/staff/patient_list_pages.c
libstaff_a_SOURCES += %D%/staff/patient_new_pages.c
libstaff_a_SOURCES += %D%/staff/patient_part.c
libstaff_a_SOURCES += %D%/staff/patient_part.h
libstaff_a_SOURCES += %D%/staff/patient_print_pages.c
libstaff_a_SOURCES += %D%/staff/provider_pages.c
libstaff_a_SOURCES += %D%/staff/record_pages.c
libstaff_a_SOURCES += %D%/staff/record_rows.c
libstaff_a_SOURCES += %D%/staff/record_rows.h
libstaff_a_SOURCES += %D%/staff/record_show.c
libstaff_a_SOURCES += %D%/staff/rights.c
libstaff_a_SOURCES += %D%/staff/rights.h
libstaff_a_SOURCES += %D%/staff/room_pages.c
libstaff_a_SOURCES += %D%/staff/routes.c
libstaff_a_SOURCES += %D%/staff/site_pages.c
libstaff_a_SOURCES += %D%/staff/site_parts.c
libstaff_a_SOURCES += %D%/staff/site_parts.h
libstaff_a_SOURCES += %D%/staff/site_time_pages.c
libstaff_a_SOURCES += %D%/staff/start.c
libstaff_a_SOURCES += %D%/staff/start.h
libstaff_a_SOURCES += %D%/staff/system_pages.c
libstaff_a_SOURCES += %D%/staff/today_pages.c
libstaff_a_SOURCES += %D%/staff/user_pages.c
libstaff_a_SOURCES += %D%/staff/visit_find.c
libstaff_a_SOURCES += %D%/staff/visit_find.h
libstaff_a_SOURCES += %D%/staff/visit_length_pages.c
libstaff_a_SOURCES += %D%/staff/visit_move_pages.c
libstaff_a_SOURCES += %D%/staff/visit_new_pages.c
libstaff_a_SOURCES += %D%/staff/visit_pages.c
libstaff_a_SOURCES += %D%/staff/visit_part.c
libstaff_a_SOURCES += %D%/staff/visit_part.h
libstaff_a_SOURCES += %D%/staff/visit_type_pages.c
libstaff_a_SOURCES += %D%/staff/visit_who.c
libstaff_a_SOURCES += %D%/staff/visit_who.h
libstaff_a_SOURCES += %D%/staff/walkin_pages.c
libstaff_a_SOURCES += %D%/staff/waitlist_entry_pages.c
libstaff_a_SOURCES += %D%/staff/waitlist_offer_pages.c
libstaff_a_SOURCES += %D%/staff/waitlist_pages.c
libstaff_a_SOURCES += %D%/staff/week_pages.c
libstaff_a_SOURCES += %D%/staff/zones.c
libstaff_a_SOURCES += %D%/staff/zones.h

# portal
libportal_a_SOURCES =
libportal_a_SOURCES += %D%/portal/activate_pages.c
libportal_a_SOURCES += %D%/portal/ask_pages.c
libportal_a_SOURCES += %D%/portal/book_check_pages.c
libportal_a_SOURCES += %D%/portal/book_pages.c
libportal_a_SOURCES += %D%/portal/booker.c
libportal_a_SOURCES += %D%/portal/booker.h
libportal_a_SOURCES += %D%/portal/code_pages.c
libportal_a_SOURCES += %D%/portal/door_part.c
libportal_a_SOURCES += %D%/portal/door_part.h
libportal_a_SOURCES += %D%/portal/here_pages.c
libportal_a_SOURCES += %D%/portal/kiosk_pages.c
libportal_a_SOURCES += %D%/portal/feed_pages.c
libportal_a_SOURCES += %D%/portal/login_pages.c
libportal_a_SOURCES += %D%/portal/me_pages.c
libportal_a_SOURCES += %D%/portal/offer_pages.c
libportal_a_SOURCES += %D%/portal/pages.h
libportal_a_SOURCES += %D%/portal/rights.c
libportal_a_SOURCES += %D%/portal/rights.h
libportal_a_SOURCES += %D%/portal/routes.c
libportal_a_SOURCES += %D%/portal/session.c
libportal_a_SOURCES += %D%/portal/session.h
libportal_a_SOURCES += %D%/portal/visit_pages.c
libportal_a_SOURCES += %D%/portal/visit_view.c
libportal_a_SOURCES += %D%/portal/visit_view.h

# api
libapi_a_SOURCES =
libapi_a_SOURCES += %D%/api/api.h
libapi_a_SOURCES += %D%/api/appointment_pages.c
libapi_a_SOURCES += %D%/api/feed_pages.c
libapi_a_SOURCES += %D%/api/gate.c
libapi_a_SOURCES += %D%/api/metadata_pages.c
libapi_a_SOURCES += %D%/api/rights.c
libapi_a_SOURCES += %D%/api/rights.h
libapi_a_SOURCES += %D%/api/routes.c
libapi_a_SOURCES += %D%/api/slot_pages.c

# worker
libworker_a_SOURCES =
libworker_a_SOURCES += %D%/worker/rights.c
libworker_a_SOURCES += %D%/worker/rights.h

# admin
libadmin_a_SOURCES =
libadmin_a_SOURCES += %D%/admin/check_cmd.c
libadmin_a_SOURCES += %D%/admin/command.h
libadmin_a_SOURCES += %D%/admin/commands.c
libadmin_a_SOURCES += %D%/admin/commands.h
libadmin_a_SOURCES += %D%/admin/copy_cmd.c
libadmin_a_SOURCES += %D%/admin/ctl.c
libadmin_a_SOURCES += %D%/admin/demo.h
libadmin_a_SOURCES += %D%/admin/demo_clinic.c
libadmin_a_SOURCES += %D%/admin/demo_cmd.c
libadmin_a_SOURCES += %D%/admin/demo_late.c
libadmin_a_SOURCES += %D%/admin/demo_names.c
libadmin_a_SOURCES += %D%/admin/demo_people.c
libadmin_a_SOURCES += %D%/admin/demo_records.c
libadmin_a_SOURCES += %D%/admin/demo_stars.c
libadmin_a_SOURCES += %D%/admin/demo_visits.c
libadmin_a_SOURCES += %D%/admin/demo_waitlist.c
libadmin_a_SOURCES += %D%/admin/demo_work.c
libadmin_a_SOURCES += %D%/admin/explain_cmd.c
libadmin_a_SOURCES += %D%/admin/import_cmd.c
libadmin_a_SOURCES += %D%/admin/init_cmd.c
libadmin_a_SOURCES += %D%/admin/nightly_cmd.c
libadmin_a_SOURCES += %D%/admin/rights.h
libadmin_a_SOURCES += %D%/admin/rights_cmd.c
libadmin_a_SOURCES += %D%/admin/routes_cmd.c
libadmin_a_SOURCES += %D%/admin/user_cmd.c

# What each level is linked with: a room, then the rooms below it.
PURE_LIBS = libcodec.a libdomain.a libbase.a
STORE_LIBS = libcare.a libstore.a libdb.a $(PURE_LIBS)
PAGE_LIBS = libpage.a libweb.a libtpl.a $(STORE_LIBS)

PURE_SYSLIBS = $(JANSSON_LIBS) $(ICAL_LIBS) $(SODIUM_LIBS) \
	$(UNISTRING_LIBS) $(GETTEXTPO_LIBS) -lm
STORE_SYSLIBS = $(SQLITE_LIBS) $(PQ_LIBS) $(ARGON2_LIBS) $(PURE_SYSLIBS)
# tpl.cc is the only C++ file: with its runtime named, all links as C.
PAGE_SYSLIBS = $(CTEMPLATE_LIBS) -lstdc++ -lpthread $(FCGI_LIBS) \
	$(STORE_SYSLIBS)

# The programs: take the # from a block when its main.c is there.
libexec_PROGRAMS += handrail-staff
handrail_staff_SOURCES = %D%/staff/main.c
handrail_staff_LDADD = libstaff.a $(PAGE_LIBS) $(PAGE_SYSLIBS)

libexec_PROGRAMS += handrail-portal
handrail_portal_SOURCES = %D%/portal/main.c
handrail_portal_LDADD = libportal.a $(PAGE_LIBS) $(PAGE_SYSLIBS)

libexec_PROGRAMS += handrail-api
handrail_api_SOURCES = %D%/api/main.c
handrail_api_LDADD = libapi.a $(PAGE_LIBS) $(PAGE_SYSLIBS)

#libexec_PROGRAMS += handrail-worker
#handrail_worker_SOURCES = %D%/worker/main.c
#handrail_worker_LDADD = libworker.a libtpl.a $(STORE_LIBS) $(PAGE_SYSLIBS)

bin_PROGRAMS += handrailctl
handrailctl_SOURCES = %D%/admin/main.c
# With every statement in it, for "handrailctl sql-explain".
handrailctl_LDFLAGS = $(AM_LDFLAGS) \
	-Wl,--whole-archive,libstore.a,--no-whole-archive
# Of the programs only the lists of their rights.
handrailctl_LDADD = libadmin.a libstaff.a libportal.a libapi.a libworker.a \
	$(PAGE_LIBS) $(PAGE_SYSLIBS)
