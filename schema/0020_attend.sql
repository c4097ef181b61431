-- Models of which visits are missed, fitted from the clinic's own past. The
-- last one that was taken up is in force; the others stay for comparison.
CREATE TABLE attend_model (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  fitted_at     INTEGER NOT NULL,
  from_at       INTEGER NOT NULL,           -- the visits it was fitted from
  split_at      INTEGER NOT NULL,           -- and measured on, from here
  to_at         INTEGER NOT NULL,
  visits        INTEGER NOT NULL,           -- fitted from
  missed        INTEGER NOT NULL,
  base          REAL    NOT NULL CHECK (base > 0 AND base < 1),
  tried         INTEGER NOT NULL,           -- measured on
  tried_missed  INTEGER NOT NULL,
  brier         REAL    NOT NULL,
  ref           REAL    NOT NULL,
  skill         REAL    NOT NULL,
  auc           REAL    NOT NULL,
  ece           REAL    NOT NULL,
  oe            REAL    NOT NULL,           -- observed over expected
  slope         REAL    NOT NULL,
  intercept     REAL    NOT NULL,
  CHECK (from_at < split_at AND split_at < to_at)
) STRICT;
CREATE INDEX attend_model_last ON attend_model (clinic_id, fitted_at);

CREATE TABLE attend_weight (
  model_id      INTEGER NOT NULL REFERENCES attend_model,
  feature       TEXT    NOT NULL,
  b             REAL    NOT NULL,
  se            REAL    NOT NULL,
  PRIMARY KEY (model_id, feature)
) STRICT;

CREATE TABLE attend_bin (
  model_id      INTEGER NOT NULL REFERENCES attend_model,
  bin           INTEGER NOT NULL CHECK (bin BETWEEN 0 AND 9), -- tenths of p
  n             INTEGER NOT NULL,
  p             REAL    NOT NULL,           -- means
  y             REAL    NOT NULL,
  PRIMARY KEY (model_id, bin)
) STRICT;
