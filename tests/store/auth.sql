-- Two clinics: what belongs to the second is not there for the first.
INSERT INTO clinic (id, name, short_name, zone) VALUES
  (1, 'Riverside Clinic', 'Riverside', 'America/New_York'),
  (2, 'Hilltop Clinic', 'Hilltop', 'America/Chicago');
INSERT INTO site (id, clinic_id, name, zone) VALUES
  (1, 1, 'Main Street', 'America/New_York'),
  (2, 2, 'Hilltop', 'America/Chicago');
INSERT INTO team (id, clinic_id, name) VALUES
  (1, 1, 'Transitions'), (2, 1, 'Billing'), (3, 2, 'Hilltop team');
INSERT INTO app_user (id, clinic_id, login, name, created_at) VALUES
  (1, 1, 'nora', 'Nora Reyes', 1), (2, 1, 'ada', 'Ada Admin', 1),
  (3, 2, 'otto', 'Otto Elsewhere', 1);
INSERT INTO user_role (user_id, role) VALUES
  (1, 'coordinator'), (1, 'front_desk'), (2, 'admin'), (3, 'admin');
