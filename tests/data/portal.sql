-- For the portal's pages, at 2026-11-23T15:00Z. Rosa (7) has four visits:
-- 31 to come with Dr. Okafor, 32 to come at Lakeside (Chicago time), 33
-- past, 34 cancelled; 35 is James's, 39 the other clinic's.
-- Codes: BCDFGHJKLMNP of James (10), fresh; QRSTVWXZBCDF of Thi Lan (11),
-- expired.
INSERT INTO appointment (id, clinic_id, patient_id, provider_id, site_id,
  visit_type_id, start_at, end_at, busy_start_at, busy_end_at, status, mode,
  asked_at, cancelled_at, cancelled_by, cancel_reason, created_at,
  updated_at) VALUES
  (31, 1, 7, 1, 1, 2, 1796139000, 1796140200, 1796139000, 1796140200,
   'booked', 'in_person', 1796000000, NULL, '', '', 1, 1),
  (32, 1, 7, 2, 2, 2, 1796225400, 1796226600, 1796225400, 1796226600,
   'booked', 'in_person', NULL, NULL, '', '', 1, 1),
  (33, 1, 7, 1, 1, 2, 1790000000, 1790001200, 1790000000, 1790001200,
   'fulfilled', 'in_person', NULL, NULL, '', '', 1, 1),
  (34, 1, 7, 1, 1, 2, 1796400000, 1796401200, 1796400000, 1796401200,
   'cancelled', 'in_person', NULL, 1795000000, 'patient', 'time', 1, 1),
  (35, 1, 10, 2, 1, 2, 1796139000, 1796140200, 1796139000, 1796140200,
   'booked', 'in_person', NULL, NULL, '', '', 1, 1),
  (39, 2, 8, 9, 9, 9, 1796139000, 1796140200, 1796139000, 1796140200,
   'booked', 'in_person', NULL, NULL, '', '', 1, 1);
UPDATE visit_type SET preparation = 'Bring your medicines.',
  preparation_es = 'Traiga sus medicinas.' WHERE id = 2;
UPDATE patient SET language = 'en' WHERE id = 7;
INSERT INTO portal_activation (id, clinic_id, patient_id, code_hash,
  created_at, expires_at) VALUES
  (1, 1, 10,
   '765763ef51f70a7e578ddd866c67deed37432edf00f6a20f0f3fb90c38757c83',
   1795000000, 1796400000),
  (2, 1, 11, 'aac258be4a847044c34171bdcd14d8cb1a35c09e16fe4db7e0b7257f833f5217', 1795000000, 1795300000);
-- Rosa wishes for an earlier time than 31; Monday the 30th at 9:00 is held
-- for her until noon, while James is next in turn.
INSERT INTO waitlist_entry (id, clinic_id, patient_id, visit_type_id, visit_id,
  earliest_on, joined_at) VALUES
  (1, 1, 7, 2, 31, '2026-11-23', 1), (2, 1, 10, 2, 35, '2026-11-23', 2);
INSERT INTO time_hold (id, clinic_id, provider_id, site_id, start_at,
  busy_start_at, busy_end_at, made_at, until_at) VALUES
  (1, 1, 1, 1, 1796047200, 1796047200, 1796048400, 1795446000, 1795460400);
INSERT INTO waitlist_offer (id, clinic_id, hold_id, entry_id, patient_id, turn,
  opens_at, expires_at) VALUES
  (1, 1, 1, 1, 7, 1, 1795446000, 1795453200),
  (2, 1, 1, 2, 10, 2, 1795453200, 1795460400);
-- Her visits 31 and 32 belong together, and before 31 there is something to
-- do: nothing to eat for eight hours, and a form that is in already.
INSERT INTO sequence_plan (id, clinic_id, name, updated_at)
VALUES (5, 1, 'Work-up', 1);
INSERT INTO visit_sequence (id, clinic_id, plan_id, patient_id, name, made_at)
VALUES (1, 1, 5, 7, 'Work-up', 1);
INSERT INTO visit_sequence_step (clinic_id, sequence_id, step_no,
  appointment_id, unit, low, high, needed) VALUES
  (1, 1, 1, 31, '', 0, 0, 1), (1, 1, 2, 32, 'day', 1, 3, 1);
INSERT INTO visit_type_prep (id, clinic_id, visit_type_id, kind, unit, lead,
  needed, words, words_es) VALUES
  (3, 1, 2, 'fasting', 'hour', 8, 0, '<b>', ''),
  (4, 1, 2, 'form', 'day', 2, 1, 'Send the form.', 'Envíe el formulario.');
INSERT INTO visit_prep (id, clinic_id, appointment_id, prep_id, kind, unit,
  lead, needed, words, words_es, due_at, done_at) VALUES
  (1, 1, 31, 3, 'fasting', 'hour', 8, 0, '<b>', '', 1796110200, NULL),
  (2, 1, 31, 4, 'form', 'day', 2, 1, 'Send the form.',
   'Envíe el formulario.', 1796014799, 5);
