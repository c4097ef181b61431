-- The clinic most tests play in. Clinic 1 is Riverside; clinic 2 is another
-- one whose every name holds "canary": it must never be seen from clinic 1.
-- Users of clinic 1, one of each role: nora coordinator, fred front desk,
-- bill biller, cleo clinician, kim case manager, sue supervisor, ada admin;
-- carl is a coordinator of clinic 2; dina is a disabled coordinator.
-- Passwords are empty: tests sign in by tweb_sign_in().
INSERT INTO clinic (id, name, short_name, phone, zone) VALUES
  (1, 'Riverside Family Clinic', 'Riverside', '+15550134000',
   'America/New_York'),
  (2, 'Canary Clinic', 'Canary', '+15550139000', 'America/Chicago');
INSERT INTO site (id, clinic_id, name, zone, address, city, state, postal,
                  phone) VALUES
  (1, 1, 'Main Street', 'America/New_York', '120 Main Street', 'Riverside',
   'NY', '10001', '+15550134000'),
  (2, 1, 'Lakeside', 'America/Chicago', '8 Lake Road', 'Lakeside', 'IL',
   '60001', '+15550134100'),
  (9, 2, 'Canary site', 'America/Chicago', '1 Canary Way', 'Canary', 'IL',
   '60002', '+15550139000');
INSERT INTO site_hours (clinic_id, site_id, weekday, open_min, close_min)
VALUES (1, 1, 1, 480, 1020), (1, 1, 2, 480, 1020), (1, 1, 3, 480, 1020),
       (1, 1, 4, 480, 1020), (1, 1, 5, 480, 1020), (1, 2, 1, 480, 1020),
       (1, 2, 2, 480, 1020), (1, 2, 3, 480, 1020), (1, 2, 4, 480, 1020),
       (1, 2, 5, 480, 1020), (2, 9, 1, 480, 1020);
INSERT INTO app_user (id, clinic_id, login, name, created_at, site_id,
                      disabled_at) VALUES
  (1, 1, 'nora', 'Nora Quist', 1, 1, NULL),
  (2, 1, 'fred', 'Fred Oduya', 1, 1, NULL),
  (3, 1, 'bill', 'Bill Tran', 1, 1, NULL),
  (4, 1, 'cleo', 'Cleo Marsh', 1, 1, NULL),
  (5, 1, 'kim', 'Kim Soto', 1, 1, NULL),
  (6, 1, 'sue', 'Sue Abara', 1, 1, NULL),
  (7, 1, 'ada', 'Ada Lund', 1, 1, NULL),
  (8, 2, 'carl', 'Carl Canary', 1, 9, NULL),
  (9, 1, 'dina', 'Dina Gone', 1, 1, 1000);
INSERT INTO user_role (user_id, role) VALUES
  (1, 'coordinator'), (2, 'front_desk'), (3, 'biller'), (4, 'clinician'),
  (5, 'case_manager'), (6, 'supervisor'), (7, 'admin'), (8, 'coordinator'),
  (9, 'coordinator');
INSERT INTO team (id, clinic_id, name) VALUES
  (1, 1, 'Coordination'), (2, 1, 'Front desk'), (3, 1, 'Billing'),
  (9, 2, 'Canary team');
INSERT INTO user_team (user_id, team_id) VALUES
  (1, 1), (5, 1), (6, 1), (2, 2), (3, 3), (8, 9);
INSERT INTO provider (id, clinic_id, name, short_name, npi, specialty,
                      languages, user_id) VALUES
  (1, 1, 'Dr. Amara Okafor', 'Dr. Okafor', '1234567893', 'Family medicine',
   'en', 4),
  (2, 1, 'Dr. Luis Herrera', 'Dr. Herrera', '', 'Internal medicine',
   'en es', NULL),
  (9, 2, 'Dr. Canary', 'Dr. Canary', '', '', 'en', NULL);
INSERT INTO room (id, clinic_id, site_id, name, kind) VALUES
  (1, 1, 1, 'Exam 1', 'exam'), (2, 1, 1, 'Exam 2', 'exam'),
  (3, 1, 1, 'Procedure', 'procedure'), (4, 1, 2, 'Exam L', 'exam'),
  (9, 2, 9, 'Canary room', 'exam');
INSERT INTO visit_type (id, clinic_id, name, name_es, minutes,
                        buffer_after_min, room_kind, mode, who) VALUES
  (1, 1, 'New patient', 'Paciente nuevo', 40, 5, 'exam', 'in_person', 'new'),
  (2, 1, 'Follow-up', 'Control', 20, 0, 'exam', 'either', 'established'),
  (3, 1, 'Care-plan review', 'Plan de cuidado', 30, 0, '', 'phone',
   'established'),
  (9, 2, 'Canary visit', '', 20, 0, '', 'in_person', 'any');
INSERT INTO provider_template (clinic_id, provider_id, site_id, weekday,
                               start_min, end_min, from_on, anchor_on) VALUES
  (1, 1, 1, 1, 480, 720, '2026-01-05', '2026-01-05'),
  (1, 1, 1, 1, 780, 1020, '2026-01-05', '2026-01-05'),
  (1, 1, 1, 2, 480, 720, '2026-01-05', '2026-01-05'),
  (1, 1, 1, 3, 480, 1020, '2026-01-05', '2026-01-05'),
  (1, 2, 1, 1, 540, 1020, '2026-01-05', '2026-01-05'),
  (1, 2, 2, 2, 540, 1020, '2026-01-05', '2026-01-05'),
  (2, 9, 9, 1, 540, 1020, '2026-01-05', '2026-01-05');
INSERT INTO patient (id, clinic_id, mrn, mrn_key, family, given, preferred, pronouns,
                     family_key, given_key, birth_on, sex, language,
                     interpreter, address, city, state, postal, email,
                     contact_note, provider_id, site_id, created_at,
                     updated_at) VALUES
  (7, 1, '104882', '104882', 'Delgado', 'Rosa', 'Rosie', 'she/her', 'delgado', 'rosa',
   '1961-03-14', 'female', 'es', 1, '14 Elm Street', 'Riverside', 'NY',
   '10001', 'rosa@example.com', 'Call after 16:00', 1, 1, 1, 1),
  (10, 1, '101317', '101317', 'Whitfield', 'James', '', '', 'whitfield', 'james',
   '1954-09-02', 'male', 'en', 0, '2 Oak Avenue', 'Riverside', 'NY', '10001',
   '', '', 2, 1, 1, 1),
  (11, 1, '106045', '106045', 'Nguyễn', 'Thị Lan', '', '', 'nguyen', 'thi lan',
   '1979-01-27', 'female', 'vi', 1, '', '', '', '', '', '', 1, 1, 1, 1),
  (8, 2, '900001', '900001', 'Canary', 'Tweety', '', '', 'canary', 'tweety',
   '1970-01-01', 'female', 'en', 0, '1 Canary Way', 'Canary', 'IL', '60002',
   '', '', NULL, NULL, 1, 1);
INSERT INTO patient_phone (clinic_id, patient_id, rank, use, number,
                           digits_rev) VALUES
  (1, 7, 1, 'mobile', '+15550134471', '17443105551'),
  (1, 10, 1, 'home', '+15550134472', '27443105551'),
  (2, 8, 1, 'mobile', '+15550139471', '17493105551');
INSERT INTO payer (id, clinic_id, name, payer_code, kind, phone) VALUES
  (1, 1, 'Blue Shield', '94036', 'commercial', '+15550135000'),
  (2, 1, 'Medicare', '04412', 'medicare', ''),
  (9, 2, 'Canary Health', '1', 'commercial', '');
INSERT INTO coverage (id, clinic_id, patient_id, payer_id, plan_name,
                      member_id, start_on, rank, created_at, updated_at)
VALUES (1, 1, 7, 1, 'PPO', 'XEA44719920', '2026-01-01', 1, 1, 1),
       (9, 2, 8, 9, 'Canary plan', 'CANARY1', '2026-01-01', 1, 1, 1);
INSERT INTO portal_account (id, clinic_id, patient_id, login, password_hash,
                            created_at) VALUES
  (1, 1, 7, 'rosa@example.com', '', 1),
  (9, 2, 8, 'canary@example.com', '', 1);
