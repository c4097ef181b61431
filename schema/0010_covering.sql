-- Found slow by the bench: what a list counts is read from an index alone.
DROP INDEX appointment_by_site;
CREATE INDEX appointment_by_site
  ON appointment (site_id, start_at, status, patient_id);
DROP INDEX coverage_by_patient;
CREATE INDEX coverage_by_patient
  ON coverage (patient_id, status, rank, start_on, end_on, payer_id);
DROP INDEX coverage_check_by_coverage;
CREATE INDEX coverage_check_by_coverage
  ON coverage_check (coverage_id, service_on, at, result);
