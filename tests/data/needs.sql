-- For tests of what visits need. Follow-up (2) needs an authorization and a
-- form; Rosa (7) a ride. Visit 43 is Rosa's, Wednesday 25 November 2026 at
-- 10:00 in New York, with nothing said of it yet; need 91 is another
-- clinic's.
INSERT INTO visit_type_need (clinic_id, visit_type_id, auth, telehealth, forms)
VALUES (1, 2, 1, 1, 'Intake <b>');
INSERT INTO patient_need (clinic_id, patient_id, transport, updated_at)
VALUES (1, 7, 'nemt', 1);
INSERT INTO appointment (id, clinic_id, patient_id, provider_id, site_id,
  visit_type_id, start_at, end_at, busy_start_at, busy_end_at, status, source,
  created_at, updated_at) VALUES
  (43, 1, 7, 1, 1, 2, 1795618800, 1795620600, 1795618800, 1795620600,
   'booked', 'staff', 1, 1),
  (99, 2, 8, 9, 9, 9, 1795618800, 1795620600, 1795618800, 1795620600,
   'booked', 'staff', 1, 1);
INSERT INTO visit_need (id, clinic_id, appointment_id, kind, what, source,
  state, state_at) VALUES
  (61, 1, 43, 'interpreter', '', 'patient', 'needed', 1),
  (62, 1, 43, 'form', 'Intake <b>', 'type', 'requested', 1),
  (91, 2, 99, 'form', 'Canary form', 'type', 'needed', 1);
INSERT INTO prior_auth (id, clinic_id, patient_id, visit_type_id, number,
  units, from_on, to_on, status, created_at, updated_at) VALUES
  (51, 1, 7, 2, '12345', 12, '2026-01-01', '2026-11-24', 'approved', 1, 1),
  (59, 2, 8, 9, 'CANARY-1', 12, NULL, NULL, 'approved', 1, 1);
