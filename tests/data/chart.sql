-- Rosa Delgado (7) with something of everything; the clock of the tests is
-- Monday 23 November 2026, 10:00 in New York. James Whitfield (10) has no
-- allergies and little else.
UPDATE patient SET allergy_state = 'none_known' WHERE id = 10;
INSERT INTO patient_person (clinic_id, patient_id, name, relationship, phone,
                            emergency)
VALUES (1, 7, 'Luis Delgado', 'Son', '+15550132290', 1);
INSERT INTO appointment (id, clinic_id, patient_id, provider_id, site_id,
                         visit_type_id, start_at, end_at, busy_start_at,
                         busy_end_at, status, created_at, updated_at)
VALUES (41, 1, 7, 1, 1, 2, 1796139000, 1796140200, 1796139000, 1796140200,
        'booked', 1, 1),                       -- Tue 1 Dec 10:30
       (42, 1, 7, 1, 1, 2, 1794492000, 1794493200, 1794492000, 1794493200,
        'noshow', 1, 1),                       -- Thu 12 Nov 09:00
       (43, 1, 7, 2, 1, 2, 1791813600, 1791814800, 1791813600, 1791814800,
        'fulfilled', 1, 1);
INSERT INTO work_item (id, clinic_id, kind, patient_id, title, next_step, state_at,
                       owner_id, due_at, opened_at, opened_by)
VALUES (51, 1, 'followup', 7, 'Call about A1c', 'Call in the evening', 1, 1,
        1795150799, 1794600000, 1),            -- due Thu 19 Nov
       (52, 1, 'followup', 7, 'Eye exam, yearly', '', 1, NULL, 1796965199,
        1794600000, 1);
INSERT INTO attempt (clinic_id, item_id, patient_id, at, user_id, channel,
                     number, outcome, note)
VALUES (1, 51, 7, 1795200000, 1, 'phone', '+15550134471', 'voicemail', ''),
       (1, 51, 7, 1795100000, 1, 'phone', '+15550134471', 'no_answer', '');
INSERT INTO coverage_check (clinic_id, patient_id, coverage_id, at, user_id,
                            method, result, service_on)
VALUES (1, 7, 1, 1795200100, 1, 'phone', 'active', '2026-12-01'),
       (1, 7, 1, 1795000000, 1, 'website', 'active', '2026-11-23');
