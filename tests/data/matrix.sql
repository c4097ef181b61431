-- For the tests over every route: one object of each kind in clinic 1 (71,
-- user 50 temp) and its like in clinic 2 (79), plus mia, a coordinator who
-- must change her password first.
INSERT INTO app_user (id, clinic_id, login, name, created_at, must_change)
VALUES (50, 1, 'temp', 'Temp Worker', 1, 0), (51, 1, 'mia', 'Mia New', 1, 1);
INSERT INTO user_role (user_id, role) VALUES
  (50, 'biller'), (51, 'coordinator');
INSERT INTO appointment (id, clinic_id, patient_id, provider_id, site_id,
                         visit_type_id, start_at, end_at, busy_start_at,
                         busy_end_at, status, reason, created_at, updated_at)
VALUES (71, 1, 7, 1, 1, 2, 1796139000, 1796140200, 1796139000, 1796140200,
        'booked', '', 1, 1),
       (79, 2, 8, 9, 9, 9, 1796139000, 1796140200, 1796139000, 1796140200,
        'booked', 'Canary reason', 1, 1);
INSERT INTO work_item (id, clinic_id, kind, patient_id, title, state_at,
                       owner_id, due_at, opened_at, opened_by)
VALUES (71, 1, 'followup', 7, 'Call about A1c', 1, 1, 1795150799, 1794600000,
        1),
       (79, 2, 'followup', 8, 'Canary call', 1, 8, 1795150799, 1794600000, 8);
INSERT INTO import_file (id, clinic_id, name, hash, bytes, resources,
                         imported_at)
VALUES (71, 1, 'a.json', 'a', 9, 1, 1), (79, 2, 'canary.json', 'b', 9, 1, 1);
INSERT INTO fhir_resource (id, clinic_id, file_id, patient_id, type, hash,
                           state, title, imported_at, json)
VALUES (71, 1, 71, 7, 'Basic', 'a', 'kept', 'A thing', 1,
        '{"resourceType": "Basic"}'),
       (79, 2, 79, 8, 'Basic', 'b', 'kept', 'Canary thing', 1,
        '{"resourceType": "Basic", "id": "canary"}');
INSERT INTO waitlist_entry (id, clinic_id, patient_id, visit_type_id, visit_id,
                            earliest_on, joined_at)
VALUES (71, 1, 7, 2, 71, '2026-11-23', 1),
       (79, 2, 8, 9, 79, '2026-11-23', 1);
INSERT INTO time_hold (id, clinic_id, provider_id, site_id, start_at,
                           busy_start_at, busy_end_at, made_at, until_at)
VALUES (71, 1, 1, 1, 1796300000, 1796300000, 1796301200, 1, 2),
       (79, 2, 9, 9, 1796300000, 1796300000, 1796301200, 1, 2);
INSERT INTO waitlist_offer (id, clinic_id, hold_id, entry_id, patient_id, turn,
                            opens_at, expires_at)
VALUES (71, 1, 71, 71, 7, 1, 1, 2), (79, 2, 79, 79, 8, 1, 1, 2);

INSERT INTO recall (id, clinic_id, patient_id, visit_type_id, reason, source,
  due_on, opens_on, late_on, created_at) VALUES
  (71, 1, 7, 2, 'Blood pressure', 'hand', '2026-12-01', '2026-11-17',
   '2026-12-31', 1),
  (79, 2, 8, 9, 'canary recall', 'hand', '2026-12-01', '2026-11-17',
   '2026-12-31', 1);

INSERT INTO sequence_plan (id, clinic_id, name, updated_at) VALUES
  (71, 1, 'Work-up', 1), (79, 2, 'canary plan', 1);
INSERT INTO sequence_step (clinic_id, plan_id, step_no, visit_type_id, unit,
  low, high) VALUES
  (1, 71, 1, 3, '', 0, 0), (1, 71, 2, 2, 'day', 1, 7),
  (2, 79, 1, 9, '', 0, 0);
