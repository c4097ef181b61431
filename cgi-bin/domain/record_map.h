#ifndef DOMAIN_RECORD_MAP_H
#define DOMAIN_RECORD_MAP_H

/*
 * Which column holds which FHIR R4 element. This is the only list: the
 * reader (codec/fhir/row.c) takes the paths from it, the INSERT statements
 * (store/record_put.c) the columns, and schema/0006_record.sql has a table
 * for each. What stands in no column here is still there: the resource is
 * kept whole in fhir_resource.
 *
 * C(column, path, kind). Paths go from the resource (or, in a child table,
 * from the list's element) and name members and list positions: "code",
 * "coding.0.system"; "onset[x]" is whichever onset... there is. Kinds:
 *	STR	a string, as it stands
 *	NUM	a number, digit for digit as text
 *	INT	a whole number
 *	BOOL	0 or 1
 *	DATE	date, dateTime or instant, as it stands; may be a year only
 *	JOIN	a list of strings, joined with a blank
 *	TXT	a CodeableConcept's words: its text, or the first coding's
 *		display, or its code. Where that and the columns beside it do
 *		not hold all of the concept, record_code has every coding
 *	ANY	words of a value[x]: the primitive itself, "12 mg" of a
 *		Quantity, "start/end" of a Period, TXT of a CodeableConcept
 *	TYPE	which type a value[x] has: "Quantity"
 *	HTML	the words of a narrative
 *	KEY	"system|code" of a CodeableConcept, or its words
 *	SHOWN	the value as a chart shows it, "128 / 82 mmHg" of components
 *	EXTCODE	the first code among nested extensions (US Core race)
 *	EXTTEXT	their words
 */

#define CONCEPT(C, col, path)                                                  \
	C(col##_system, path ".coding.0.system", STR)                          \
	C(col##_code, path ".coding.0.code", STR)                              \
	C(col##_text, path, TXT)
#define PERIOD(C, col, path)                                                   \
	C(col##_start, path ".start", DATE)                                    \
	C(col##_end, path ".end", DATE)
#define MONEY(C, col, path)                                                    \
	C(col##_amount, path ".value", NUM)                                    \
	C(col##_currency, path ".currency", STR)
#define QUANTITY(C, col, path)                                                 \
	C(col##_number, path ".value", NUM)                                    \
	C(col##_comparator, path ".comparator", STR)                           \
	C(col##_unit, path ".unit", STR)                                       \
	C(col##_unit_system, path ".system", STR)                              \
	C(col##_unit_code, path ".code", STR)
#define VALUE(C)                                                               \
	C(value_type, "value[x]", TYPE)                                        \
	QUANTITY(C, value, "valueQuantity")                                    \
	C(value_system, "valueCodeableConcept.coding.0.system", STR)           \
	C(value_code, "valueCodeableConcept.coding.0.code", STR)               \
	C(value_text, "value[x]", ANY)                                         \
	C(absent_reason_text, "dataAbsentReason", TXT)                         \
	CONCEPT(C, interpretation, "interpretation.0")                         \
	C(range_low, "referenceRange.0.low.value", NUM)                        \
	C(range_high, "referenceRange.0.high.value", NUM)                      \
	C(range_text, "referenceRange.0.text", STR)

/* ---- one row a resource ---- */

#define PATIENT_RECORD_COLUMNS(C)                                              \
	C(active, "active", BOOL)                                              \
	C(gender, "gender", STR)                                               \
	C(birth_date, "birthDate", DATE)                                       \
	C(deceased, "deceased[x]", ANY)                                        \
	CONCEPT(C, marital, "maritalStatus")                                   \
	C(multiple_birth, "multipleBirth[x]", ANY)

#define PRACTITIONER_COLUMNS(C)                                                \
	C(active, "active", BOOL)                                              \
	C(gender, "gender", STR)                                               \
	C(birth_date, "birthDate", DATE)

#define ORGANIZATION_COLUMNS(C)                                                \
	C(active, "active", BOOL)                                              \
	CONCEPT(C, type, "type.0")                                             \
	C(name, "name", STR)                                                   \
	C(alias, "alias", JOIN)

#define LOCATION_COLUMNS(C)                                                    \
	C(status, "status", STR)                                               \
	C(name, "name", STR)                                                   \
	C(alias, "alias", JOIN)                                                \
	C(description, "description", STR)                                     \
	C(mode, "mode", STR)                                                   \
	CONCEPT(C, type, "type.0")                                             \
	C(latitude, "position.latitude", NUM)                                  \
	C(longitude, "position.longitude", NUM)

#define ENCOUNTER_COLUMNS(C)                                                   \
	C(status, "status", STR)                                               \
	C(class_system, "class.system", STR)                                   \
	C(class_code, "class.code", STR)                                       \
	C(class_display, "class.display", STR)                                 \
	CONCEPT(C, type, "type.0")                                             \
	C(service_text, "serviceType", TXT)                                    \
	C(priority_text, "priority", TXT)                                      \
	PERIOD(C, period, "period")                                            \
	CONCEPT(C, reason, "reasonCode.0")                                     \
	C(admit_source_text, "hospitalization.admitSource", TXT)               \
	CONCEPT(C, discharge, "hospitalization.dischargeDisposition")

#define CONDITION_COLUMNS(C)                                                   \
	CONCEPT(C, clinical, "clinicalStatus")                                 \
	CONCEPT(C, verification, "verificationStatus")                         \
	CONCEPT(C, category, "category.0")                                     \
	CONCEPT(C, severity, "severity")                                       \
	CONCEPT(C, code, "code")                                               \
	C(body_site_text, "bodySite.0", TXT)                                   \
	C(onset_type, "onset[x]", TYPE)                                        \
	C(onset, "onset[x]", ANY)                                              \
	C(abatement_type, "abatement[x]", TYPE)                                \
	C(abatement, "abatement[x]", ANY)                                      \
	C(recorded_date, "recordedDate", DATE)                                 \
	C(note, "note.0.text", STR)

#define ALLERGY_COLUMNS(C)                                                     \
	CONCEPT(C, clinical, "clinicalStatus")                                 \
	CONCEPT(C, verification, "verificationStatus")                         \
	C(type, "type", STR)                                                   \
	C(category, "category", JOIN)                                          \
	C(criticality, "criticality", STR)                                     \
	CONCEPT(C, code, "code")                                               \
	C(onset, "onset[x]", ANY)                                              \
	C(recorded_date, "recordedDate", DATE)                                 \
	C(last_occurrence, "lastOccurrence", DATE)                             \
	C(note, "note.0.text", STR)

#define MEDICATION_REQUEST_COLUMNS(C)                                          \
	C(status, "status", STR)                                               \
	C(status_reason_text, "statusReason", TXT)                             \
	C(intent, "intent", STR)                                               \
	CONCEPT(C, category, "category.0")                                     \
	C(priority, "priority", STR)                                           \
	C(do_not_perform, "doNotPerform", BOOL)                                \
	C(reported, "reported[x]", ANY)                                        \
	CONCEPT(C, medication, "medicationCodeableConcept")                    \
	C(authored_on, "authoredOn", DATE)                                     \
	CONCEPT(C, reason, "reasonCode.0")                                     \
	PERIOD(C, validity, "dispenseRequest.validityPeriod")                  \
	C(repeats, "dispenseRequest.numberOfRepeatsAllowed", INT)              \
	QUANTITY(C, dispense, "dispenseRequest.quantity")                      \
	QUANTITY(C, supply, "dispenseRequest.expectedSupplyDuration")          \
	C(note, "note.0.text", STR)

#define OBSERVATION_COLUMNS(C)                                                 \
	C(status, "status", STR)                                               \
	CONCEPT(C, category, "category.0")                                     \
	CONCEPT(C, code, "code")                                               \
	C(code_key, "code", KEY)                                               \
	C(effective_type, "effective[x]", TYPE)                                \
	C(effective, "effective[x]", ANY)                                      \
	C(issued, "issued", DATE)                                              \
	C(shown, "value[x]", SHOWN)                                            \
	VALUE(C)                                                               \
	C(body_site_text, "bodySite", TXT)                                     \
	C(method_text, "method", TXT)                                          \
	C(note, "note.0.text", STR)

#define PROCEDURE_COLUMNS(C)                                                   \
	C(status, "status", STR)                                               \
	C(status_reason_text, "statusReason", TXT)                             \
	CONCEPT(C, category, "category")                                       \
	CONCEPT(C, code, "code")                                               \
	C(performed_type, "performed[x]", TYPE)                                \
	C(performed, "performed[x]", ANY)                                      \
	CONCEPT(C, reason, "reasonCode.0")                                     \
	C(body_site_text, "bodySite.0", TXT)                                   \
	C(outcome_text, "outcome", TXT)                                        \
	C(note, "note.0.text", STR)

#define IMMUNIZATION_COLUMNS(C)                                                \
	C(status, "status", STR)                                               \
	C(status_reason_text, "statusReason", TXT)                             \
	CONCEPT(C, vaccine, "vaccineCode")                                     \
	C(occurrence, "occurrence[x]", ANY)                                    \
	C(recorded, "recorded", DATE)                                          \
	C(primary_source, "primarySource", BOOL)                               \
	C(lot_number, "lotNumber", STR)                                        \
	C(expiration_date, "expirationDate", DATE)                             \
	C(site_text, "site", TXT)                                              \
	C(route_text, "route", TXT)                                            \
	QUANTITY(C, dose, "doseQuantity")                                      \
	C(note, "note.0.text", STR)

#define DIAGNOSTIC_REPORT_COLUMNS(C)                                           \
	C(status, "status", STR)                                               \
	CONCEPT(C, category, "category.0")                                     \
	CONCEPT(C, code, "code")                                               \
	C(effective_type, "effective[x]", TYPE)                                \
	C(effective, "effective[x]", ANY)                                      \
	C(issued, "issued", DATE)                                              \
	C(conclusion, "conclusion", STR)                                       \
	C(form_type, "presentedForm.0.contentType", STR)                       \
	C(form_title, "presentedForm.0.title", STR)

#define CARE_PLAN_COLUMNS(C)                                                   \
	C(status, "status", STR)                                               \
	C(intent, "intent", STR)                                               \
	CONCEPT(C, category, "category.0")                                     \
	C(title, "title", STR)                                                 \
	C(description, "description", STR)                                     \
	PERIOD(C, period, "period")                                            \
	C(created, "created", DATE)                                            \
	C(narrative, "text.div", HTML)

#define CARE_TEAM_COLUMNS(C)                                                   \
	C(status, "status", STR)                                               \
	CONCEPT(C, category, "category.0")                                     \
	C(name, "name", STR)                                                   \
	PERIOD(C, period, "period")                                            \
	CONCEPT(C, reason, "reasonCode.0")

#define GOAL_COLUMNS(C)                                                        \
	C(lifecycle_status, "lifecycleStatus", STR)                            \
	CONCEPT(C, achievement, "achievementStatus")                           \
	CONCEPT(C, category, "category.0")                                     \
	CONCEPT(C, priority, "priority")                                       \
	CONCEPT(C, description, "description")                                 \
	C(start, "start[x]", ANY)                                              \
	C(status_date, "statusDate", DATE)                                     \
	C(note, "note.0.text", STR)

#define APPOINTMENT_RECORD_COLUMNS(C)                                          \
	C(status, "status", STR)                                               \
	CONCEPT(C, cancel_reason, "cancelationReason")                         \
	CONCEPT(C, service_type, "serviceType.0")                              \
	CONCEPT(C, appointment_type, "appointmentType")                        \
	CONCEPT(C, reason, "reasonCode.0")                                     \
	C(priority, "priority", INT)                                           \
	C(description, "description", STR)                                     \
	C(starts, "start", DATE)                                               \
	C(ends, "end", DATE)                                                   \
	C(minutes, "minutesDuration", INT)                                     \
	C(created, "created", DATE)                                            \
	C(comment, "comment", STR)                                             \
	C(instruction, "patientInstruction", STR)

#define COVERAGE_RECORD_COLUMNS(C)                                             \
	C(status, "status", STR)                                               \
	CONCEPT(C, type, "type")                                               \
	C(subscriber_id, "subscriberId", STR)                                  \
	C(dependent, "dependent", STR)                                         \
	CONCEPT(C, relationship, "relationship")                               \
	PERIOD(C, period, "period")                                            \
	C(payor_display, "payor.0.display", STR)                               \
	C(rank, "order", INT)                                                  \
	C(network, "network", STR)

#define CLAIM_COLUMNS(C)                                                       \
	C(status, "status", STR)                                               \
	CONCEPT(C, type, "type")                                               \
	C(use, "use", STR)                                                     \
	PERIOD(C, billable, "billablePeriod")                                  \
	C(created, "created", DATE)                                            \
	CONCEPT(C, priority, "priority")                                       \
	MONEY(C, total, "total")

#define BENEFIT_COLUMNS(C)                                                     \
	C(status, "status", STR)                                               \
	CONCEPT(C, type, "type")                                               \
	C(use, "use", STR)                                                     \
	PERIOD(C, billable, "billablePeriod")                                  \
	C(created, "created", DATE)                                            \
	C(outcome, "outcome", STR)                                             \
	C(disposition, "disposition", STR)                                     \
	C(payment_date, "payment.date", DATE)                                  \
	MONEY(C, payment, "payment.amount")

/* ---- one row an element of a list ---- */

#define RECORD_NAME_COLUMNS(C)                                                 \
	C(use, "use", STR)                                                     \
	C(text, "text", STR)                                                   \
	C(family, "family", STR)                                               \
	C(given, "given", JOIN)                                                \
	C(prefix, "prefix", JOIN)                                              \
	C(suffix, "suffix", JOIN)                                              \
	PERIOD(C, period, "period")

#define RECORD_TELECOM_COLUMNS(C)                                              \
	C(system, "system", STR)                                               \
	C(value, "value", STR)                                                 \
	C(use, "use", STR)                                                     \
	C(rank, "rank", INT)                                                   \
	PERIOD(C, period, "period")

#define RECORD_ADDRESS_COLUMNS(C)                                              \
	C(use, "use", STR)                                                     \
	C(type, "type", STR)                                                   \
	C(text, "text", STR)                                                   \
	C(line, "line", JOIN)                                                  \
	C(city, "city", STR)                                                   \
	C(district, "district", STR)                                           \
	C(state, "state", STR)                                                 \
	C(postal, "postalCode", STR)                                           \
	C(country, "country", STR)                                             \
	PERIOD(C, period, "period")

#define RECORD_CONTACT_COLUMNS(C)                                              \
	CONCEPT(C, relationship, "relationship.0")                             \
	C(name_text, "name.text", STR)                                         \
	C(family, "name.family", STR)                                          \
	C(given, "name.given", JOIN)                                           \
	C(phone, "telecom.0.value", STR)                                       \
	C(gender, "gender", STR)

#define RECORD_LANGUAGE_COLUMNS(C)                                             \
	CONCEPT(C, language, "language")                                       \
	C(preferred, "preferred", BOOL)

/* Race, ethnicity, birth sex and interpreter, by the extension's address. */
#define RECORD_EXTENSION_COLUMNS(C)                                            \
	C(url, "url", STR)                                                     \
	C(code, "extension", EXTCODE)                                          \
	C(words, "extension", EXTTEXT)                                         \
	C(value, "value[x]", ANY)

#define QUALIFICATION_COLUMNS(C)                                               \
	CONCEPT(C, code, "code")                                               \
	PERIOD(C, period, "period")                                            \
	C(issuer_display, "issuer.display", STR)

#define ENCOUNTER_PARTICIPANT_COLUMNS(C)                                       \
	CONCEPT(C, type, "type.0")                                             \
	PERIOD(C, period, "period")                                            \
	C(individual, "individual.display", STR)

#define ENCOUNTER_LOCATION_COLUMNS(C)                                          \
	C(location, "location.display", STR)                                   \
	C(status, "status", STR)                                               \
	PERIOD(C, period, "period")

#define ALLERGY_REACTION_COLUMNS(C)                                            \
	CONCEPT(C, substance, "substance")                                     \
	CONCEPT(C, manifestation, "manifestation.0")                           \
	C(description, "description", STR)                                     \
	C(onset, "onset", DATE)                                                \
	C(severity, "severity", STR)

#define MEDICATION_DOSAGE_COLUMNS(C)                                           \
	C(sequence, "sequence", INT)                                           \
	C(text, "text", STR)                                                   \
	C(patient_text, "patientInstruction", STR)                             \
	CONCEPT(C, timing, "timing.code")                                      \
	C(frequency, "timing.repeat.frequency", INT)                           \
	C(period, "timing.repeat.period", NUM)                                 \
	C(period_unit, "timing.repeat.periodUnit", STR)                        \
	C(as_needed, "asNeeded[x]", ANY)                                       \
	CONCEPT(C, route, "route")                                             \
	C(dose, "doseAndRate.0.dose[x]", ANY)                                  \
	C(rate, "doseAndRate.0.rate[x]", ANY)

#define COMPONENT_COLUMNS(C)                                                   \
	CONCEPT(C, code, "code")                                               \
	VALUE(C)

#define ACTIVITY_COLUMNS(C)                                                    \
	CONCEPT(C, code, "detail.code")                                        \
	C(status, "detail.status", STR)                                        \
	C(scheduled, "detail.scheduled[x]", ANY)                               \
	C(location, "detail.location.display", STR)                            \
	C(description, "detail.description", STR)                              \
	C(reference, "reference.display", STR)

#define TEAM_MEMBER_COLUMNS(C)                                                 \
	CONCEPT(C, role, "role.0")                                             \
	C(member, "member.display", STR)                                       \
	PERIOD(C, period, "period")

#define GOAL_TARGET_COLUMNS(C)                                                 \
	CONCEPT(C, measure, "measure")                                         \
	C(detail, "detail[x]", ANY)                                            \
	C(due, "due[x]", ANY)

#define APPOINTMENT_PARTICIPANT_COLUMNS(C)                                     \
	CONCEPT(C, type, "type.0")                                             \
	C(actor, "actor.display", STR)                                         \
	C(required, "required", STR)                                           \
	C(status, "status", STR)                                               \
	PERIOD(C, period, "period")

#define COVERAGE_CLASS_COLUMNS(C)                                              \
	CONCEPT(C, type, "type")                                               \
	C(value, "value", STR)                                                 \
	C(name, "name", STR)

#define COVERAGE_COST_COLUMNS(C)                                               \
	CONCEPT(C, type, "type")                                               \
	C(value, "value[x]", ANY)

#define CLAIM_INSURANCE_COLUMNS(C)                                             \
	C(sequence, "sequence", INT)                                           \
	C(focal, "focal", BOOL)                                                \
	C(coverage, "coverage.display", STR)                                   \
	C(pre_auth_ref, "preAuthRef", JOIN)

#define CLAIM_ITEM_COLUMNS(C)                                                  \
	C(sequence, "sequence", INT)                                           \
	CONCEPT(C, category, "category")                                       \
	CONCEPT(C, product, "productOrService")                                \
	C(serviced, "serviced[x]", ANY)                                        \
	C(quantity, "quantity.value", NUM)                                     \
	MONEY(C, price, "unitPrice")                                           \
	MONEY(C, net, "net")

#define CLAIM_DIAGNOSIS_COLUMNS(C)                                             \
	C(sequence, "sequence", INT)                                           \
	C(diagnosis, "diagnosis[x]", ANY)                                      \
	CONCEPT(C, type, "type.0")

#define CLAIM_SUPPORT_COLUMNS(C)                                               \
	C(sequence, "sequence", INT)                                           \
	CONCEPT(C, category, "category")                                       \
	CONCEPT(C, code, "code")                                               \
	C(timing, "timing[x]", ANY)                                            \
	C(value, "value[x]", ANY)

#define CLAIM_TOTAL_COLUMNS(C)                                                 \
	CONCEPT(C, category, "category")                                       \
	MONEY(C, total, "amount")

/*
 * R(id, table, resource type, COLUMNS): one row a resource.
 */
#define RECORD_TABLES(R)                                                       \
	R(PATIENT, patient_record, "Patient", PATIENT_RECORD_COLUMNS)          \
	R(PRACTITIONER, practitioner, "Practitioner", PRACTITIONER_COLUMNS)    \
	R(ORGANIZATION, organization, "Organization", ORGANIZATION_COLUMNS)    \
	R(LOCATION, location, "Location", LOCATION_COLUMNS)                    \
	R(ENCOUNTER, encounter, "Encounter", ENCOUNTER_COLUMNS)                \
	R(CONDITION, condition, "Condition", CONDITION_COLUMNS)                \
	R(ALLERGY, allergy, "AllergyIntolerance", ALLERGY_COLUMNS)             \
	R(MEDICATION_REQUEST, medication_request, "MedicationRequest",         \
		MEDICATION_REQUEST_COLUMNS)                                    \
	R(OBSERVATION, observation, "Observation", OBSERVATION_COLUMNS)        \
	R(PROCEDURE, procedure, "Procedure", PROCEDURE_COLUMNS)                \
	R(IMMUNIZATION, immunization, "Immunization", IMMUNIZATION_COLUMNS)    \
	R(DIAGNOSTIC_REPORT, diagnostic_report, "DiagnosticReport",            \
		DIAGNOSTIC_REPORT_COLUMNS)                                     \
	R(CARE_PLAN, care_plan, "CarePlan", CARE_PLAN_COLUMNS)                 \
	R(CARE_TEAM, care_team, "CareTeam", CARE_TEAM_COLUMNS)                 \
	R(GOAL, goal, "Goal", GOAL_COLUMNS)                                    \
	R(APPOINTMENT, appointment_record, "Appointment",                      \
		APPOINTMENT_RECORD_COLUMNS)                                    \
	R(COVERAGE, coverage_record, "Coverage", COVERAGE_RECORD_COLUMNS)      \
	R(CLAIM, claim, "Claim", CLAIM_COLUMNS)                                \
	R(BENEFIT, explanation_of_benefit, "ExplanationOfBenefit",             \
		BENEFIT_COLUMNS)

/*
 * L(id, table, resource types, list, COLUMNS): one row an element of the
 * list. A blank goes before and after each type, so that it can be found.
 */
#define RECORD_LISTS(L)                                                        \
	L(NAME, record_name, " Patient Practitioner ", "name",                 \
		RECORD_NAME_COLUMNS)                                           \
	L(TELECOM, record_telecom,                                             \
		" Patient Practitioner Organization Location ", "telecom",     \
		RECORD_TELECOM_COLUMNS)                                        \
	L(ADDRESS, record_address,                                             \
		" Patient Practitioner Organization Location ", "address",     \
		RECORD_ADDRESS_COLUMNS)                                        \
	L(CONTACT, record_contact, " Patient ", "contact",                     \
		RECORD_CONTACT_COLUMNS)                                        \
	L(LANGUAGE, record_language, " Patient ", "communication",             \
		RECORD_LANGUAGE_COLUMNS)                                       \
	L(EXTENSION, record_extension, " Patient ", "extension",               \
		RECORD_EXTENSION_COLUMNS)                                      \
	L(QUALIFICATION, practitioner_qualification, " Practitioner ",         \
		"qualification", QUALIFICATION_COLUMNS)                        \
	L(ENCOUNTER_PARTICIPANT, encounter_participant, " Encounter ",         \
		"participant", ENCOUNTER_PARTICIPANT_COLUMNS)                  \
	L(ENCOUNTER_LOCATION, encounter_location, " Encounter ", "location",   \
		ENCOUNTER_LOCATION_COLUMNS)                                    \
	L(REACTION, allergy_reaction, " AllergyIntolerance ", "reaction",      \
		ALLERGY_REACTION_COLUMNS)                                      \
	L(DOSAGE, medication_dosage, " MedicationRequest ",                    \
		"dosageInstruction", MEDICATION_DOSAGE_COLUMNS)                \
	L(COMPONENT, observation_component, " Observation ", "component",      \
		COMPONENT_COLUMNS)                                             \
	L(ACTIVITY, care_plan_activity, " CarePlan ", "activity",              \
		ACTIVITY_COLUMNS)                                              \
	L(TEAM_MEMBER, care_team_participant, " CareTeam ", "participant",     \
		TEAM_MEMBER_COLUMNS)                                           \
	L(GOAL_TARGET, goal_target, " Goal ", "target", GOAL_TARGET_COLUMNS)   \
	L(APPOINTMENT_PARTICIPANT, appointment_participant, " Appointment ",   \
		"participant", APPOINTMENT_PARTICIPANT_COLUMNS)                \
	L(COVERAGE_CLASS, coverage_class, " Coverage ", "class",               \
		COVERAGE_CLASS_COLUMNS)                                        \
	L(COVERAGE_COST, coverage_cost, " Coverage ", "costToBeneficiary",     \
		COVERAGE_COST_COLUMNS)                                         \
	L(CLAIM_INSURANCE, claim_insurance, " Claim ExplanationOfBenefit ",    \
		"insurance", CLAIM_INSURANCE_COLUMNS)                          \
	L(CLAIM_ITEM, claim_item, " Claim ExplanationOfBenefit ", "item",      \
		CLAIM_ITEM_COLUMNS)                                            \
	L(CLAIM_DIAGNOSIS, claim_diagnosis, " Claim ExplanationOfBenefit ",    \
		"diagnosis", CLAIM_DIAGNOSIS_COLUMNS)                          \
	L(CLAIM_SUPPORT, claim_support, " Claim ExplanationOfBenefit ",        \
		"supportingInfo", CLAIM_SUPPORT_COLUMNS)                       \
	L(CLAIM_TOTAL, claim_total, " ExplanationOfBenefit ", "total",         \
		CLAIM_TOTAL_COLUMNS)

enum record_table {
#define R(id, table, type, cols) RECORD_##id,
	RECORD_TABLES(R)
#undef R
		RECORD_TABLE_COUNT
};

enum record_list {
#define L(id, table, types, list, cols) RECORD_LIST_##id,
	RECORD_LISTS(L)
#undef L
		RECORD_LIST_COUNT
};

#endif
