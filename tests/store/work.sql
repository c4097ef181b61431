-- Two clinics. Riverside: Maya (coordinator, 1), Jordan (front desk, 2),
-- Bea (biller, 3), Sam (supervisor, 4), Ada (administrator, 5). Harbor has
-- Hugo (9). Monday 23 November 2026 09:00 in New York is 1795442400.
INSERT INTO clinic (id, name, short_name, zone) VALUES
  (1, 'Riverside Family Clinic', 'Riverside', 'America/New_York'),
  (2, 'Harbor Clinic', 'Harbor', 'America/New_York');
INSERT INTO app_user (id, clinic_id, login, name, created_at) VALUES
  (1, 1, 'maya', 'Maya Chen', 0), (2, 1, 'jordan', 'Jordan Price', 0),
  (3, 1, 'bea', 'Bea Long', 0), (4, 1, 'sam', 'Sam Ortiz', 0),
  (5, 1, 'ada', 'Ada Root', 0), (9, 2, 'hugo', 'Hugo Bay', 0);
INSERT INTO user_role (user_id, role) VALUES
  (1, 'coordinator'), (2, 'front_desk'), (3, 'biller'),
  (4, 'supervisor'), (5, 'admin'), (9, 'coordinator');
INSERT INTO team (id, clinic_id, name) VALUES
  (1, 1, 'Coordination'), (2, 1, 'Front desk'), (3, 1, 'Billing'),
  (4, 2, 'Coordination');
INSERT INTO user_team (user_id, team_id) VALUES
  (1, 1), (2, 2), (3, 3), (4, 1), (9, 4);
INSERT INTO site (id, clinic_id, name, zone) VALUES
  (1, 1, 'Main Street', 'America/New_York'),
  (2, 2, 'Harbor', 'America/New_York');
INSERT INTO provider (id, clinic_id, name, short_name) VALUES
  (1, 1, 'Ngozi Okafor', 'Dr. Okafor'), (2, 2, 'Per Dahl', 'Dr. Dahl');
INSERT INTO patient (id, clinic_id, mrn, mrn_key, family, given, family_key,
  given_key, birth_on, created_at, updated_at) VALUES
  (1, 1, '104-882', '104882', 'Delgado', 'Rosa', 'delgado', 'rosa', '1961-03-14', 0, 0),
  (2, 1, '101-317', '101317', 'Whitfield', 'James', 'whitfield', 'james',
   '1954-09-02', 0, 0),
  (3, 1, '106-045', '106045', 'Nguyen', 'Thi Lan', 'nguyen', 'thi lan',
   '1979-01-27', 0, 0),
  (8, 2, '900-001', '900001', 'Foreign', 'Only', 'foreign', 'only', '1970-01-01', 0, 0);
-- Visits of Rosa: Tue 24 Nov 10:00 booked, Fri 20 Nov missed.
INSERT INTO appointment (id, clinic_id, patient_id, provider_id, site_id,
  start_at, end_at, busy_start_at, busy_end_at, status, created_at,
  updated_at) VALUES
  (1, 1, 1, 1, 1, 1795532400, 1795534200, 1795532400, 1795534200, 'booked',
   0, 0),
  (2, 1, 1, 1, 1, 1795186800, 1795188600, 1795186800, 1795188600, 'noshow',
   0, 0),
  (3, 1, 2, 1, 1, 1795536000, 1795537800, 1795536000, 1795537800, 'booked',
   0, 0),
  (8, 2, 8, 2, 2, 1795532400, 1795534200, 1795532400, 1795534200, 'booked',
   0, 0);
INSERT INTO payer (id, clinic_id, name, kind, phone) VALUES
  (1, 1, 'Blue Shield', 'commercial', '+15550130001'),
  (2, 1, 'Medicare', 'medicare', ''),
  (3, 1, 'Aetna', 'commercial', ''),
  (8, 2, 'Harbor Health', 'commercial', '');
INSERT INTO coverage (id, clinic_id, patient_id, payer_id, member_id, rank,
  created_at, updated_at) VALUES
  (1, 1, 1, 1, 'XYZ123456', 1, 0, 0),
  (2, 1, 2, 2, '1EG4TE5MK73', 1, 0, 0),
  (8, 2, 8, 8, 'H1', 1, 0, 0);
