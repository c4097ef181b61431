-- Found missing by "handrailctl sql-explain": the patients an audit event
-- showed, what could not be sent, and waits that are over.
CREATE INDEX audit_patient_by_event ON audit_patient (audit_id);
CREATE INDEX outbox_failed ON outbox (clinic_id) WHERE state = 'failed';
CREATE INDEX login_throttle_by_last ON login_throttle (last_at);
