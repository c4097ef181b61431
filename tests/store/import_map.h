/*
 * Which column a FHIR element must be found in, written down for the test
 * from FHIR R4 and the schema, and by nobody else: the program's own list
 * is domain/record_map.h. [*] is each element of a list, in order; the
 * row's seq is the first one.
 * S same text or number, B 0 or 1, C a concept (its words, and every coding
 * in columns or record_code), W words (each number and text of the value
 * is in it), J texts joined by blanks.
 */
struct expect {
	const char *type, *path, *table, *column;
	char how;
};

#define VALUES(type, base, table)                                              \
	{type, base "valueQuantity.value", table, "value_number", 'S'},        \
		{type, base "valueQuantity.comparator", table,                 \
			"value_comparator", 'S'},                              \
		{type, base "valueQuantity.unit", table, "value_unit", 'S'},   \
		{type, base "valueQuantity.system", table,                     \
			"value_unit_system", 'S'},                             \
		{type, base "valueQuantity.code", table, "value_unit_code",    \
			'S'},                                                  \
		{type, base "valueCodeableConcept.coding[0].code", table,      \
			"value_code", 'S'},                                    \
		{type, base "valueCodeableConcept.coding[0].system", table,    \
			"value_system", 'S'},                                  \
		{type, base "valueString", table, "value_text", 'S'},          \
		{type, base "valueDateTime", table, "value_text", 'S'},        \
		{type, base "valueTime", table, "value_text", 'S'},            \
		{type, base "valueInteger", table, "value_text", 'S'},         \
		{type, base "valueBoolean", table, "value_text", 'W'},         \
		{type, base "valueRange", table, "value_text", 'W'},           \
		{type, base "valueRatio", table, "value_text", 'W'},           \
		{type, base "valuePeriod", table, "value_text", 'W'},          \
		{type, base "valueQuantity", table, "value_text", 'W'},        \
		{type, base "dataAbsentReason", table, "absent_reason", 'C'},  \
		{type, base "interpretation[0]", table, "interpretation",      \
			'C'},                                                  \
		{type, base "referenceRange[0].low.value", table, "range_low", \
			'S'},                                                  \
		{type, base "referenceRange[0].high.value", table,             \
			"range_high", 'S'},                                    \
	{                                                                      \
		type, base "referenceRange[0].text", table, "range_text", 'S'  \
	}

#define PEOPLE(type)                                                           \
	{type, "name[*].use", "record_name", "use", 'S'},                      \
		{type, "name[*].text", "record_name", "text", 'S'},            \
		{type, "name[*].family", "record_name", "family", 'S'},        \
		{type, "name[*].given", "record_name", "given", 'J'},          \
		{type, "name[*].prefix", "record_name", "prefix", 'J'},        \
	{                                                                      \
		type, "name[*].suffix", "record_name", "suffix", 'J'           \
	}

#define REACHED(type)                                                          \
	{type, "telecom[*].system", "record_telecom", "system", 'S'},          \
		{type, "telecom[*].value", "record_telecom", "value", 'S'},    \
		{type, "telecom[*].use", "record_telecom", "use", 'S'},        \
	{                                                                      \
		type, "telecom[*].rank", "record_telecom", "rank", 'S'         \
	}

#define LIVES(type, list)                                                      \
	{type, list ".use", "record_address", "use", 'S'},                     \
		{type, list ".type", "record_address", "type", 'S'},           \
		{type, list ".text", "record_address", "text", 'S'},           \
		{type, list ".line", "record_address", "line", 'J'},           \
		{type, list ".city", "record_address", "city", 'S'},           \
		{type, list ".district", "record_address", "district", 'S'},   \
		{type, list ".state", "record_address", "state", 'S'},         \
		{type, list ".postalCode", "record_address", "postal", 'S'},   \
	{                                                                      \
		type, list ".country", "record_address", "country", 'S'        \
	}

#define BILLS(type, table)                                                     \
	{type, "status", table, "status", 'S'},                                \
		{type, "type", table, "type", 'C'},                            \
		{type, "use", table, "use", 'S'},                              \
		{type, "billablePeriod.start", table, "billable_start", 'S'},  \
		{type, "billablePeriod.end", table, "billable_end", 'S'},      \
		{type, "created", table, "created", 'S'},                      \
		{type, "insurance[*].sequence", "claim_insurance", "sequence", \
			'S'},                                                  \
		{type, "insurance[*].focal", "claim_insurance", "focal", 'B'}, \
		{type, "insurance[*].coverage.display", "claim_insurance",     \
			"coverage", 'S'},                                      \
		{type, "insurance[*].preAuthRef", "claim_insurance",           \
			"pre_auth_ref", 'J'},                                  \
		{type, "item[*].sequence", "claim_item", "sequence", 'S'},     \
		{type, "item[*].category", "claim_item", "category", 'C'},     \
		{type, "item[*].productOrService", "claim_item", "product",    \
			'C'},                                                  \
		{type, "item[*].servicedDate", "claim_item", "serviced", 'S'}, \
		{type, "item[*].servicedPeriod", "claim_item", "serviced",     \
			'W'},                                                  \
		{type, "item[*].quantity.value", "claim_item", "quantity",     \
			'S'},                                                  \
		{type, "item[*].unitPrice.value", "claim_item",                \
			"price_amount", 'S'},                                  \
		{type, "item[*].net.value", "claim_item", "net_amount", 'S'},  \
		{type, "item[*].net.currency", "claim_item", "net_currency",   \
			'S'},                                                  \
		{type, "diagnosis[*].sequence", "claim_diagnosis", "sequence", \
			'S'},                                                  \
		{type, "diagnosis[*].diagnosisReference.display",              \
			"claim_diagnosis", "diagnosis", 'S'},                  \
		{type, "supportingInfo[*].sequence", "claim_support",          \
			"sequence", 'S'},                                      \
		{type, "supportingInfo[*].category", "claim_support",          \
			"category", 'C'},                                      \
		{type, "supportingInfo[*].code", "claim_support", "code",      \
			'C'},                                                  \
		{type, "supportingInfo[*].timingDate", "claim_support",        \
			"timing", 'S'},                                        \
	{                                                                      \
		type, "supportingInfo[*].valueString", "claim_support",        \
			"value", 'S'                                           \
	}

static const struct expect expects[] = {
	{"Patient", "active", "patient_record", "active", 'B'},
	{"Patient", "gender", "patient_record", "gender", 'S'},
	{"Patient", "birthDate", "patient_record", "birth_date", 'S'},
	{"Patient", "deceasedDateTime", "patient_record", "deceased", 'S'},
	{"Patient", "deceasedBoolean", "patient_record", "deceased", 'W'},
	{"Patient", "maritalStatus", "patient_record", "marital", 'C'},
	{"Patient", "multipleBirthInteger", "patient_record", "multiple_birth",
		'S'},
	PEOPLE("Patient"),
	REACHED("Patient"),
	LIVES("Patient", "address[*]"),
	{"Patient", "communication[*].language", "record_language", "language",
		'C'},
	{"Patient", "communication[*].preferred", "record_language",
		"preferred", 'B'},
	{"Patient", "contact[*].name.family", "record_contact", "family", 'S'},
	{"Patient", "contact[*].name.given", "record_contact", "given", 'J'},
	{"Patient", "contact[*].telecom[0].value", "record_contact", "phone",
		'S'},
	{"Patient", "contact[*].relationship[0]", "record_contact",
		"relationship", 'C'},
	{"Patient", "extension[*].url", "record_extension", "url", 'S'},
	{"Patient", "extension[*].valueCode", "record_extension", "value", 'S'},
	{"Patient", "extension[*].extension[0].valueCoding.code",
		"record_extension", "code", 'S'},

	{"Practitioner", "active", "practitioner", "active", 'B'},
	{"Practitioner", "gender", "practitioner", "gender", 'S'},
	{"Practitioner", "birthDate", "practitioner", "birth_date", 'S'},
	PEOPLE("Practitioner"),
	REACHED("Practitioner"),
	LIVES("Practitioner", "address[*]"),
	{"Practitioner", "qualification[*].code", "practitioner_qualification",
		"code", 'C'},
	{"Practitioner", "qualification[*].period.start",
		"practitioner_qualification", "period_start", 'S'},
	{"Practitioner", "qualification[*].issuer.display",
		"practitioner_qualification", "issuer_display", 'S'},

	{"Organization", "active", "organization", "active", 'B'},
	{"Organization", "name", "organization", "name", 'S'},
	{"Organization", "alias", "organization", "alias", 'J'},
	{"Organization", "type[0]", "organization", "type", 'C'},
	REACHED("Organization"),
	LIVES("Organization", "address[*]"),

	{"Location", "status", "location", "status", 'S'},
	{"Location", "name", "location", "name", 'S'},
	{"Location", "description", "location", "description", 'S'},
	{"Location", "mode", "location", "mode", 'S'},
	{"Location", "type[0]", "location", "type", 'C'},
	{"Location", "position.latitude", "location", "latitude", 'S'},
	{"Location", "position.longitude", "location", "longitude", 'S'},
	REACHED("Location"),
	LIVES("Location", "address"),

	{"Encounter", "status", "encounter", "status", 'S'},
	{"Encounter", "class.system", "encounter", "class_system", 'S'},
	{"Encounter", "class.code", "encounter", "class_code", 'S'},
	{"Encounter", "class.display", "encounter", "class_display", 'S'},
	{"Encounter", "type[0]", "encounter", "type", 'C'},
	{"Encounter", "serviceType", "encounter", "service", 'C'},
	{"Encounter", "priority", "encounter", "priority", 'C'},
	{"Encounter", "period.start", "encounter", "period_start", 'S'},
	{"Encounter", "period.end", "encounter", "period_end", 'S'},
	{"Encounter", "reasonCode[0]", "encounter", "reason", 'C'},
	{"Encounter", "hospitalization.admitSource", "encounter",
		"admit_source", 'C'},
	{"Encounter", "hospitalization.dischargeDisposition", "encounter",
		"discharge", 'C'},
	{"Encounter", "participant[*].type[0]", "encounter_participant", "type",
		'C'},
	{"Encounter", "participant[*].individual.display",
		"encounter_participant", "individual", 'S'},
	{"Encounter", "participant[*].period.start", "encounter_participant",
		"period_start", 'S'},
	{"Encounter", "location[*].location.display", "encounter_location",
		"location", 'S'},
	{"Encounter", "location[*].status", "encounter_location", "status",
		'S'},

	{"Condition", "clinicalStatus", "condition", "clinical", 'C'},
	{"Condition", "verificationStatus", "condition", "verification", 'C'},
	{"Condition", "category[0]", "condition", "category", 'C'},
	{"Condition", "severity", "condition", "severity", 'C'},
	{"Condition", "code", "condition", "code", 'C'},
	{"Condition", "bodySite[0]", "condition", "body_site", 'C'},
	{"Condition", "onsetDateTime", "condition", "onset", 'S'},
	{"Condition", "onsetString", "condition", "onset", 'S'},
	{"Condition", "onsetAge", "condition", "onset", 'W'},
	{"Condition", "onsetPeriod", "condition", "onset", 'W'},
	{"Condition", "abatementDateTime", "condition", "abatement", 'S'},
	{"Condition", "abatementAge", "condition", "abatement", 'W'},
	{"Condition", "abatementString", "condition", "abatement", 'S'},
	{"Condition", "recordedDate", "condition", "recorded_date", 'S'},
	{"Condition", "note[0].text", "condition", "note", 'S'},

	{"AllergyIntolerance", "clinicalStatus", "allergy", "clinical", 'C'},
	{"AllergyIntolerance", "verificationStatus", "allergy", "verification",
		'C'},
	{"AllergyIntolerance", "type", "allergy", "type", 'S'},
	{"AllergyIntolerance", "category", "allergy", "category", 'J'},
	{"AllergyIntolerance", "criticality", "allergy", "criticality", 'S'},
	{"AllergyIntolerance", "code", "allergy", "code", 'C'},
	{"AllergyIntolerance", "onsetDateTime", "allergy", "onset", 'S'},
	{"AllergyIntolerance", "recordedDate", "allergy", "recorded_date", 'S'},
	{"AllergyIntolerance", "lastOccurrence", "allergy", "last_occurrence",
		'S'},
	{"AllergyIntolerance", "note[0].text", "allergy", "note", 'S'},
	{"AllergyIntolerance", "reaction[*].substance", "allergy_reaction",
		"substance", 'C'},
	{"AllergyIntolerance", "reaction[*].manifestation[0]",
		"allergy_reaction", "manifestation", 'C'},
	{"AllergyIntolerance", "reaction[*].description", "allergy_reaction",
		"description", 'S'},
	{"AllergyIntolerance", "reaction[*].onset", "allergy_reaction", "onset",
		'S'},
	{"AllergyIntolerance", "reaction[*].severity", "allergy_reaction",
		"severity", 'S'},

	{"MedicationRequest", "status", "medication_request", "status", 'S'},
	{"MedicationRequest", "statusReason", "medication_request",
		"status_reason", 'C'},
	{"MedicationRequest", "intent", "medication_request", "intent", 'S'},
	{"MedicationRequest", "category[0]", "medication_request", "category",
		'C'},
	{"MedicationRequest", "priority", "medication_request", "priority",
		'S'},
	{"MedicationRequest", "doNotPerform", "medication_request",
		"do_not_perform", 'B'},
	{"MedicationRequest", "reportedBoolean", "medication_request",
		"reported", 'W'},
	{"MedicationRequest", "medicationCodeableConcept", "medication_request",
		"medication", 'C'},
	{"MedicationRequest", "authoredOn", "medication_request", "authored_on",
		'S'},
	{"MedicationRequest", "reasonCode[0]", "medication_request", "reason",
		'C'},
	{"MedicationRequest", "dispenseRequest.validityPeriod.start",
		"medication_request", "validity_start", 'S'},
	{"MedicationRequest", "dispenseRequest.validityPeriod.end",
		"medication_request", "validity_end", 'S'},
	{"MedicationRequest", "dispenseRequest.numberOfRepeatsAllowed",
		"medication_request", "repeats", 'S'},
	{"MedicationRequest", "dispenseRequest.quantity.value",
		"medication_request", "dispense_number", 'S'},
	{"MedicationRequest", "dispenseRequest.quantity.code",
		"medication_request", "dispense_unit_code", 'S'},
	{"MedicationRequest", "dispenseRequest.expectedSupplyDuration.value",
		"medication_request", "supply_number", 'S'},
	{"MedicationRequest", "dosageInstruction[*].sequence",
		"medication_dosage", "sequence", 'S'},
	{"MedicationRequest", "dosageInstruction[*].text", "medication_dosage",
		"text", 'S'},
	{"MedicationRequest", "dosageInstruction[*].patientInstruction",
		"medication_dosage", "patient_text", 'S'},
	{"MedicationRequest", "dosageInstruction[*].timing.code",
		"medication_dosage", "timing", 'C'},
	{"MedicationRequest", "dosageInstruction[*].timing.repeat.frequency",
		"medication_dosage", "frequency", 'S'},
	{"MedicationRequest", "dosageInstruction[*].timing.repeat.period",
		"medication_dosage", "period", 'S'},
	{"MedicationRequest", "dosageInstruction[*].timing.repeat.periodUnit",
		"medication_dosage", "period_unit", 'S'},
	{"MedicationRequest", "dosageInstruction[*].asNeededBoolean",
		"medication_dosage", "as_needed", 'W'},
	{"MedicationRequest", "dosageInstruction[*].route", "medication_dosage",
		"route", 'C'},
	{"MedicationRequest",
		"dosageInstruction[*].doseAndRate[0].doseQuantity",
		"medication_dosage", "dose", 'W'},
	{"MedicationRequest", "dosageInstruction[*].doseAndRate[0].doseRange",
		"medication_dosage", "dose", 'W'},
	{"MedicationRequest", "dosageInstruction[*].doseAndRate[0].rateRatio",
		"medication_dosage", "rate", 'W'},

	{"Observation", "status", "observation", "status", 'S'},
	{"Observation", "category[0]", "observation", "category", 'C'},
	{"Observation", "code", "observation", "code", 'C'},
	{"Observation", "effectiveDateTime", "observation", "effective", 'S'},
	{"Observation", "effectiveInstant", "observation", "effective", 'S'},
	{"Observation", "effectivePeriod", "observation", "effective", 'W'},
	{"Observation", "issued", "observation", "issued", 'S'},
	VALUES("Observation", "", "observation"),
	{"Observation", "bodySite", "observation", "body_site", 'C'},
	{"Observation", "method", "observation", "method", 'C'},
	{"Observation", "note[0].text", "observation", "note", 'S'},
	{"Observation", "component[*].code", "observation_component", "code",
		'C'},
	VALUES("Observation", "component[*].", "observation_component"),

	{"Procedure", "status", "procedure", "status", 'S'},
	{"Procedure", "statusReason", "procedure", "status_reason", 'C'},
	{"Procedure", "category", "procedure", "category", 'C'},
	{"Procedure", "code", "procedure", "code", 'C'},
	{"Procedure", "performedDateTime", "procedure", "performed", 'S'},
	{"Procedure", "performedPeriod", "procedure", "performed", 'W'},
	{"Procedure", "reasonCode[0]", "procedure", "reason", 'C'},
	{"Procedure", "bodySite[0]", "procedure", "body_site", 'C'},
	{"Procedure", "outcome", "procedure", "outcome", 'C'},
	{"Procedure", "note[0].text", "procedure", "note", 'S'},

	{"Immunization", "status", "immunization", "status", 'S'},
	{"Immunization", "statusReason", "immunization", "status_reason", 'C'},
	{"Immunization", "vaccineCode", "immunization", "vaccine", 'C'},
	{"Immunization", "occurrenceDateTime", "immunization", "occurrence",
		'S'},
	{"Immunization", "occurrenceString", "immunization", "occurrence", 'S'},
	{"Immunization", "recorded", "immunization", "recorded", 'S'},
	{"Immunization", "primarySource", "immunization", "primary_source",
		'B'},
	{"Immunization", "lotNumber", "immunization", "lot_number", 'S'},
	{"Immunization", "expirationDate", "immunization", "expiration_date",
		'S'},
	{"Immunization", "site", "immunization", "site", 'C'},
	{"Immunization", "route", "immunization", "route", 'C'},
	{"Immunization", "doseQuantity.value", "immunization", "dose_number",
		'S'},
	{"Immunization", "note[0].text", "immunization", "note", 'S'},

	{"DiagnosticReport", "status", "diagnostic_report", "status", 'S'},
	{"DiagnosticReport", "category[0]", "diagnostic_report", "category",
		'C'},
	{"DiagnosticReport", "code", "diagnostic_report", "code", 'C'},
	{"DiagnosticReport", "effectiveDateTime", "diagnostic_report",
		"effective", 'S'},
	{"DiagnosticReport", "effectivePeriod", "diagnostic_report",
		"effective", 'W'},
	{"DiagnosticReport", "issued", "diagnostic_report", "issued", 'S'},
	{"DiagnosticReport", "conclusion", "diagnostic_report", "conclusion",
		'S'},
	{"DiagnosticReport", "presentedForm[0].title", "diagnostic_report",
		"form_title", 'S'},

	{"CarePlan", "status", "care_plan", "status", 'S'},
	{"CarePlan", "intent", "care_plan", "intent", 'S'},
	{"CarePlan", "category[0]", "care_plan", "category", 'C'},
	{"CarePlan", "title", "care_plan", "title", 'S'},
	{"CarePlan", "description", "care_plan", "description", 'S'},
	{"CarePlan", "period.start", "care_plan", "period_start", 'S'},
	{"CarePlan", "period.end", "care_plan", "period_end", 'S'},
	{"CarePlan", "created", "care_plan", "created", 'S'},
	{"CarePlan", "activity[*].detail.code", "care_plan_activity", "code",
		'C'},
	{"CarePlan", "activity[*].detail.status", "care_plan_activity",
		"status", 'S'},
	{"CarePlan", "activity[*].detail.scheduledString", "care_plan_activity",
		"scheduled", 'S'},
	{"CarePlan", "activity[*].detail.description", "care_plan_activity",
		"description", 'S'},
	{"CarePlan", "activity[*].detail.location.display",
		"care_plan_activity", "location", 'S'},

	{"CareTeam", "status", "care_team", "status", 'S'},
	{"CareTeam", "name", "care_team", "name", 'S'},
	{"CareTeam", "category[0]", "care_team", "category", 'C'},
	{"CareTeam", "period.start", "care_team", "period_start", 'S'},
	{"CareTeam", "period.end", "care_team", "period_end", 'S'},
	{"CareTeam", "reasonCode[0]", "care_team", "reason", 'C'},
	{"CareTeam", "participant[*].role[0]", "care_team_participant", "role",
		'C'},
	{"CareTeam", "participant[*].member.display", "care_team_participant",
		"member", 'S'},
	{"CareTeam", "participant[*].period.end", "care_team_participant",
		"period_end", 'S'},

	{"Goal", "lifecycleStatus", "goal", "lifecycle_status", 'S'},
	{"Goal", "achievementStatus", "goal", "achievement", 'C'},
	{"Goal", "category[0]", "goal", "category", 'C'},
	{"Goal", "priority", "goal", "priority", 'C'},
	{"Goal", "description", "goal", "description", 'C'},
	{"Goal", "startDate", "goal", "start", 'S'},
	{"Goal", "statusDate", "goal", "status_date", 'S'},
	{"Goal", "note[0].text", "goal", "note", 'S'},
	{"Goal", "target[*].measure", "goal_target", "measure", 'C'},
	{"Goal", "target[*].detailQuantity", "goal_target", "detail", 'W'},
	{"Goal", "target[*].detailRange", "goal_target", "detail", 'W'},
	{"Goal", "target[*].dueDate", "goal_target", "due", 'S'},

	{"Appointment", "status", "appointment_record", "status", 'S'},
	{"Appointment", "cancelationReason", "appointment_record",
		"cancel_reason", 'C'},
	{"Appointment", "serviceType[0]", "appointment_record", "service_type",
		'C'},
	{"Appointment", "appointmentType", "appointment_record",
		"appointment_type", 'C'},
	{"Appointment", "reasonCode[0]", "appointment_record", "reason", 'C'},
	{"Appointment", "priority", "appointment_record", "priority", 'S'},
	{"Appointment", "description", "appointment_record", "description",
		'S'},
	{"Appointment", "start", "appointment_record", "starts", 'S'},
	{"Appointment", "end", "appointment_record", "ends", 'S'},
	{"Appointment", "minutesDuration", "appointment_record", "minutes",
		'S'},
	{"Appointment", "created", "appointment_record", "created", 'S'},
	{"Appointment", "comment", "appointment_record", "comment", 'S'},
	{"Appointment", "patientInstruction", "appointment_record",
		"instruction", 'S'},
	{"Appointment", "participant[*].type[0]", "appointment_participant",
		"type", 'C'},
	{"Appointment", "participant[*].actor.display",
		"appointment_participant", "actor", 'S'},
	{"Appointment", "participant[*].required", "appointment_participant",
		"required", 'S'},
	{"Appointment", "participant[*].status", "appointment_participant",
		"status", 'S'},

	{"Coverage", "status", "coverage_record", "status", 'S'},
	{"Coverage", "type", "coverage_record", "type", 'C'},
	{"Coverage", "subscriberId", "coverage_record", "subscriber_id", 'S'},
	{"Coverage", "dependent", "coverage_record", "dependent", 'S'},
	{"Coverage", "relationship", "coverage_record", "relationship", 'C'},
	{"Coverage", "period.start", "coverage_record", "period_start", 'S'},
	{"Coverage", "period.end", "coverage_record", "period_end", 'S'},
	{"Coverage", "payor[0].display", "coverage_record", "payor_display",
		'S'},
	{"Coverage", "order", "coverage_record", "rank", 'S'},
	{"Coverage", "network", "coverage_record", "network", 'S'},
	{"Coverage", "class[*].type", "coverage_class", "type", 'C'},
	{"Coverage", "class[*].value", "coverage_class", "value", 'S'},
	{"Coverage", "class[*].name", "coverage_class", "name", 'S'},
	{"Coverage", "costToBeneficiary[*].type", "coverage_cost", "type", 'C'},
	{"Coverage", "costToBeneficiary[*].valueMoney", "coverage_cost",
		"value", 'W'},

	BILLS("Claim", "claim"),
	{"Claim", "priority", "claim", "priority", 'C'},
	{"Claim", "total.value", "claim", "total_amount", 'S'},
	{"Claim", "total.currency", "claim", "total_currency", 'S'},

	BILLS("ExplanationOfBenefit", "explanation_of_benefit"),
	{"ExplanationOfBenefit", "outcome", "explanation_of_benefit", "outcome",
		'S'},
	{"ExplanationOfBenefit", "disposition", "explanation_of_benefit",
		"disposition", 'S'},
	{"ExplanationOfBenefit", "payment.date", "explanation_of_benefit",
		"payment_date", 'S'},
	{"ExplanationOfBenefit", "payment.amount.value",
		"explanation_of_benefit", "payment_amount", 'S'},
	{"ExplanationOfBenefit", "total[*].category", "claim_total", "category",
		'C'},
	{"ExplanationOfBenefit", "total[*].amount.value", "claim_total",
		"total_amount", 'S'},
};
