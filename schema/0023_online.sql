-- Types of visit that patients may book themselves.
ALTER TABLE visit_type ADD COLUMN online INTEGER NOT NULL DEFAULT 0
  CHECK (online IN (0, 1));
