-- Two clinics that know nothing of each other, and one user in each.
INSERT INTO clinic (id, name, short_name, zone)
VALUES (1, 'Riverside Family Clinic', 'Riverside', 'America/New_York'),
       (2, 'Hill Clinic', 'Hill', 'America/Chicago');
INSERT INTO app_user (id, clinic_id, login, name, created_at)
VALUES (1, 1, 'nora', 'Nora Reyes', 0), (2, 2, 'omar', 'Omar Diaz', 0);
