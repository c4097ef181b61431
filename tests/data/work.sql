-- For tests of open items and insurance. It is Monday 23 November 2026,
-- 10:00 in New York (1795446000). 61 nora's, late since Thu 19 Nov; 62
-- fred's, today by 11:00; 63 nobody's, Wed 25 Nov; 64 a coverage check of
-- Rosa's policy, today; 65 kim's clinical one, 20 Dec; 69 another clinic's.
-- Visits: 71 Rosa's on Tue 24 Nov 10:00, 72 James's the same day, 79
-- another clinic's.
INSERT INTO work_item (id, clinic_id, kind, patient_id, subject_type,
  subject_id, title, detail, state, state_at, owner_id, team_id, due_at,
  due_all_day, opened_at, opened_by) VALUES
  (61, 1, 'followup', 7, '', NULL, 'Call about A1c <9.4>', '', 'new', 1, 1, 1,
   1795150799, 1, 1795000000, 1),
  (62, 1, 'visit_confirm', 10, 'appointment', 72, 'Confirm Tue 24 Nov', '',
   'new', 1, 2, 2, 1795449600, 0, 1795000000, NULL),
  (63, 1, 'no_show', 11, '', NULL, 'Did not come', '', 'new', 1, NULL, 2,
   1795669199, 1, 1795000000, NULL),
  (64, 1, 'coverage_check', 7, 'coverage', 1, 'Blue Shield: could not be checked',
   '', 'new', 1, NULL, 3, 1795496399, 1, 1795000000, 3),
  (65, 1, 'referral', 7, '', NULL, 'Cardiology: no report', '',
   'with_specialist', 1795000000, 5, 1, 1797829199, 1, 1795000000, 5),
  (69, 2, 'followup', 8, '', NULL, 'canary item', '', 'new', 1, 8, 9,
   1795150799, 1, 1795000000, 8);
UPDATE work_item SET waiting_on = 'Bayside Heart' WHERE id = 65;
INSERT INTO appointment (id, clinic_id, patient_id, provider_id, site_id,
  visit_type_id, start_at, end_at, busy_start_at, busy_end_at, status,
  source, created_at, updated_at) VALUES
  (71, 1, 7, 1, 1, 2, 1795532400, 1795533600, 1795532400, 1795533600,
   'booked', 'staff', 1, 1),
  (72, 1, 10, 2, 1, 2, 1795532400, 1795533600, 1795532400, 1795533600,
   'booked', 'staff', 1, 1),
  (79, 2, 8, 9, 9, 9, 1795532400, 1795533600, 1795532400, 1795533600,
   'booked', 'staff', 1, 1);
