-- For coming in without the desk, on Monday 23 November 2026 at 10:00 in
-- New York (1795446000). Rosa (7): 41 today 10:30 at Main Street, 43 today
-- 16:00. James (10): 42 today at noon, too early; 45 by video at 10:10.
-- Thi Lan (11): 44 at 10:15. 46 is Rosa's by video, tomorrow. 49 is the
-- other clinic's. Codes: CDFGHJKM of 41, NPQRTWXY of 42. Kiosk 1 stands at Main Street; its token is "kiosk-token";
-- kiosk 2 waits for its code CDFGHJKMNPQR; kiosk 9 is the other clinic's.
INSERT INTO appointment (id, clinic_id, patient_id, provider_id, site_id,
  visit_type_id, start_at, end_at, busy_start_at, busy_end_at, status, mode,
  asked_at, created_at, updated_at) VALUES
  (41, 1, 7, 1, 1, 2, 1795447800, 1795449000, 1795447800, 1795449000,
   'booked', 'in_person', NULL, 1, 1),
  (42, 1, 10, 1, 1, 2, 1795453200, 1795454400, 1795453200, 1795454400,
   'booked', 'in_person', NULL, 1, 1),
  (43, 1, 7, 2, 1, 2, 1795467600, 1795468800, 1795467600, 1795468800,
   'booked', 'in_person', NULL, 1, 1),
  (44, 1, 11, 2, 1, 2, 1795446900, 1795447800, 1795446900, 1795447800,
   'booked', 'in_person', NULL, 1, 1),
  (45, 1, 10, 2, 1, 2, 1795449600, 1795450800, 1795449600, 1795450800,
   'booked', 'video', NULL, 1, 1),
  (46, 1, 7, 2, 1, 2, 1795532400, 1795533600, 1795532400, 1795533600,
   'booked', 'video', NULL, 1, 1),
  (49, 2, 8, 9, 9, 9, 1795447800, 1795449000, 1795447800, 1795449000,
   'booked', 'in_person', NULL, 1, 1);
INSERT INTO visit_code (id, clinic_id, appointment_id, code_hash, made_at,
  until_at) VALUES
  (1, 1, 41,
   '941fc8de93e4f2df1493f9cf34937aa67c13a7aa4c7389fbdd88b31fc93e00e4',
   1795440000, 1795496399),
  (2, 1, 42,
   '33a6dc0f060f41fb7cea3a02913646e910a6b09b20bef739fe6a2fbd535f18ce',
   1795440000, 1795496399);
INSERT INTO kiosk (id, clinic_id, site_id, name, setup_hash, setup_until_at,
  token_hash, made_at, started_at) VALUES
  (1, 1, 1, 'Front door', NULL, 1,
   '45f16d22ad850caf5e17d4a940cd52247b941e76f2c9e7f3ecc4e10993a9d9dd',
   1, 1795440000),
  (2, 1, 1, 'Lift',
   'd6e8b691b4696bf734dff6a914b0c9e5061ea683080ce67f5338cb3862fffc6b',
   1795449600, NULL, 1, NULL),
  (9, 2, 9, 'Canary kiosk', NULL, 1,
   '4b598de5faa6a2208f99f7b8a6b61378ac7d7a36d9524056e9be61c17c37667f',
   1, 1795440000);
UPDATE patient SET language = 'en' WHERE id = 7;
