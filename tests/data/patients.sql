-- What the search box looks in, for the patients of clinic.sql, as
-- patient_store would have written it.
INSERT INTO patient_word (clinic_id, word, mate, patient_id) VALUES
  (1, 'rosie', 'delgado', 7), (1, 'lan', 'nguyen', 11);
INSERT INTO name_form (clinic_id, kind, form, n) VALUES
  (1, 'family', 'delgado', 1), (1, 'family', 'whitfield', 1),
  (1, 'family', 'nguyen', 1), (2, 'family', 'canary', 1),
  (1, 'given', 'rosa', 1), (1, 'given', 'james', 1), (1, 'given', 'thi', 1),
  (2, 'given', 'tweety', 1), (1, 'extra', 'rosie', 1), (1, 'extra', 'lan', 1),
  (1, 'word', 'delgado', 1), (1, 'word', 'rosa', 1), (1, 'word', 'rosie', 1),
  (1, 'word', 'whitfield', 1), (1, 'word', 'james', 1),
  (1, 'word', 'nguyen', 1), (1, 'word', 'thi', 1), (1, 'word', 'lan', 1),
  (2, 'word', 'canary', 1), (2, 'word', 'tweety', 1);
INSERT INTO name_near (clinic_id, near, form) VALUES
  (1, 'delgado', 'delgado'), (1, 'elgado', 'delgado'),
  (1, 'dlgado', 'delgado'), (1, 'degado', 'delgado'),
  (1, 'delado', 'delgado'), (1, 'delgdo', 'delgado'),
  (1, 'delgao', 'delgado'), (1, 'delgad', 'delgado'),
  (2, 'canary', 'canary'), (2, 'canar', 'canary'), (2, 'cnary', 'canary');
