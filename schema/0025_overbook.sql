-- At most so many overbooked visits of a provider in half a day; a
-- provider's own number goes before the clinic's.
ALTER TABLE clinic ADD COLUMN overbook_most INTEGER NOT NULL DEFAULT 1
  CHECK (overbook_most BETWEEN 0 AND 9);
ALTER TABLE provider ADD COLUMN overbook_most INTEGER
  CHECK (overbook_most BETWEEN 0 AND 9);
