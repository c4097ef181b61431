-- When the chain of the log was last walked is shown on two pages: found
-- without looking at every event.
CREATE INDEX audit_event_check ON audit_event (clinic_id, id)
  WHERE event = 'audit.check';
