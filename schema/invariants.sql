-- What is true of every healthy database. Each query follows a line that
-- names the tables it needs and returns, for each thing that is wrong, a row
-- whose first column says what. Run before and after every migration and by
-- "handrailctl check".

-- needs: audit_event
SELECT 'The audit log has ' || count(*) || ' events, the last is number '
       || max(id) || '.'
  FROM audit_event HAVING count(*) <> coalesce(max(id), 0);

-- needs: audit_event
SELECT 'Audit event ' || e.id || ' does not follow the one before it.'
  FROM audit_event e JOIN audit_event p ON p.id = e.id - 1
 WHERE e.prev_hash <> p.hash LIMIT 1;

-- needs: appointment
SELECT 'Visit ' || id || ' begins before the provider is free.'
  FROM (SELECT id, busy_start_at AS begins, max(busy_end_at) OVER (
               PARTITION BY provider_id ORDER BY busy_start_at, id
               ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS free_at
          FROM appointment
         WHERE provider_id IS NOT NULL AND overbooked = 0
           AND status IN ('pending', 'booked', 'arrived', 'checked-in',
                          'fulfilled')) v
 WHERE begins < free_at LIMIT 1;

-- needs: appointment
SELECT 'Visit ' || id || ' begins before the room is free.'
  FROM (SELECT id, busy_start_at AS begins, max(busy_end_at) OVER (
               PARTITION BY room_id ORDER BY busy_start_at, id
               ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS free_at
          FROM appointment
         WHERE room_id IS NOT NULL AND overbooked = 0
           AND status IN ('pending', 'booked', 'arrived', 'checked-in',
                          'fulfilled')) v
 WHERE begins < free_at LIMIT 1;

-- needs: appointment
SELECT 'Visit ' || id || ' begins before the patient is free.'
  FROM (SELECT id, start_at AS begins, max(end_at) OVER (
               PARTITION BY patient_id ORDER BY start_at, id
               ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS free_at
          FROM appointment
         WHERE patient_id IS NOT NULL AND overbooked = 0
           AND status IN ('pending', 'booked', 'arrived', 'checked-in',
                          'fulfilled')) v
 WHERE begins < free_at LIMIT 1;

-- needs: appointment
SELECT 'Visit ' || o.id || ' was moved to ' || n.id || ', which says otherwise.'
  FROM appointment o JOIN appointment n ON n.id = o.replaced_by_id
 WHERE n.replaces_id IS NULL OR n.replaces_id <> o.id LIMIT 1;

-- needs: appointment, patient
SELECT 'Visit ' || a.id || ' is of another clinic than its patient.'
  FROM appointment a JOIN patient p ON p.id = a.patient_id
 WHERE p.clinic_id <> a.clinic_id LIMIT 1;

-- needs: work_item, patient
SELECT 'Open loop ' || w.id || ' is of another clinic than its patient.'
  FROM work_item w JOIN patient p ON p.id = w.patient_id
 WHERE p.clinic_id <> w.clinic_id LIMIT 1;

-- needs: work_item, attempt
SELECT 'Open loop ' || w.id || ' counts ' || w.attempts || ' attempts of '
       || (SELECT count(*) FROM attempt t WHERE t.item_id = w.id) || '.'
  FROM work_item w
 WHERE w.attempts <> (SELECT count(*) FROM attempt t WHERE t.item_id = w.id)
 LIMIT 1;

-- needs: coverage, patient
SELECT 'Policy ' || c.id || ' is of another clinic than its patient.'
  FROM coverage c JOIN patient p ON p.id = c.patient_id
 WHERE p.clinic_id <> c.clinic_id LIMIT 1;

-- needs: coverage_check, coverage
SELECT 'Check ' || k.id || ' is of another patient than its policy.'
  FROM coverage_check k JOIN coverage c ON c.id = k.coverage_id
 WHERE k.patient_id <> c.patient_id LIMIT 1;

-- needs: portal_account, patient
SELECT 'Portal account ' || a.id || ' is of another clinic than its patient.'
  FROM portal_account a JOIN patient p ON p.id = a.patient_id
 WHERE p.clinic_id <> a.clinic_id LIMIT 1;

-- needs: patient_phone, patient
SELECT 'Phone ' || f.id || ' is of another clinic than its patient.'
  FROM patient_phone f JOIN patient p ON p.id = f.patient_id
 WHERE p.clinic_id <> f.clinic_id LIMIT 1;
