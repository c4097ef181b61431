-- For tests of the calendar and of visits: Monday 30 November 2026 in New
-- York. 41 James with Dr. Okafor 9:00 to 9:20, 42 Lan with Dr. Herrera
-- 10:00 to 10:30, 49 is another clinic's. Thanksgiving is closed.
INSERT INTO appointment (id, clinic_id, patient_id, provider_id, site_id,
  room_id, visit_type_id, start_at, end_at, busy_start_at, busy_end_at,
  status, reason, source, created_at, updated_at) VALUES
  (41, 1, 10, 1, 1, 1, 2, 1796047200, 1796048400, 1796047200, 1796048400,
   'booked', 'Blood pressure <b>', 'staff', 1, 1),
  (42, 1, 11, 2, 1, 2, 2, 1796050800, 1796052600, 1796050800, 1796052600,
   'booked', '', 'staff', 1, 1),
  (49, 2, 8, 9, 9, 9, 9, 1796050800, 1796052600, 1796050800, 1796052600,
   'booked', 'canary reason', 'staff', 1, 1);
INSERT INTO closure (clinic_id, site_id, day_on, name, federal) VALUES
  (1, NULL, '2026-11-26', 'Thanksgiving', 1);
