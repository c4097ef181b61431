-- For tests of linked visits and of what is done before a visit. Plan 5: a
-- review by phone with Dr. Herrera, then a follow-up with Dr. Okafor one to
-- seven days later. Before a follow-up: eight hours of fasting, and a form
-- two days ahead.
INSERT INTO sequence_plan (id, clinic_id, name, updated_at)
VALUES (5, 1, 'Work-up <b>', 1);
INSERT INTO sequence_step (clinic_id, plan_id, step_no, visit_type_id,
  provider_id, unit, low, high) VALUES
  (1, 5, 1, 3, 2, '', 0, 0), (1, 5, 2, 2, 1, 'day', 1, 7);
INSERT INTO visit_type_prep (id, clinic_id, visit_type_id, kind, unit, lead,
  needed, words, words_es) VALUES
  (3, 1, 2, 'fasting', 'hour', 8, 0, '', ''),
  (4, 1, 2, 'form', 'day', 2, 1, 'Send the form <b>', 'Envíe');
-- A visit that stands alone.
INSERT INTO appointment (id, clinic_id, patient_id, provider_id, site_id,
  room_id, visit_type_id, start_at, end_at, busy_start_at, busy_end_at,
  status, reason, source, created_at, updated_at) VALUES
  (77, 1, 7, 1, 1, 1, 2, 1796306400, 1796307600, 1796306400, 1796307600,
   'booked', '', 'staff', 1, 1);
