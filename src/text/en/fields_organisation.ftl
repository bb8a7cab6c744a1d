# Fields of organisation, audit, learning, correction, catalogue and imported trajectories.

field-organisational_obstacle_raised-kind = Kind of obstacle
field-organisational_obstacle_raised-kind-help = What kind of obstacle is it?

field-organisational_obstacle_raised-what = What stands in the way
field-organisational_obstacle_raised-what-help = What stands in the way?

field-organisational_obstacle_raised-effect = Effect
field-organisational_obstacle_raised-effect-help = What does this do to the client or the work?

field-claimed_source = Source that is claimed
field-claimed_source-help = Which rule or source does somebody claim? If there is none, choose ‘none’. Often it is allowed.

field-case = Case
field-case-help = In which case did this come up?

field-organisation_answered-about = Answer to
field-organisation_answered-about-help = Which obstacle or bundle does this answer?

field-organisation_answered-verdict = Answer
field-organisation_answered-verdict-help = Is it allowed, not allowed, was something adapted, or is it declined?

field-organisation_answered-source = Source
field-organisation_answered-source-help = On which law or rule does the answer rest? If there is none, choose ‘none’.

field-owner = Owner
field-owner-help = Who owns this answer?

field-answer = Answer in words
field-answer-help = What is the answer, in plain words?

field-exceptions = Exceptions
field-exceptions-help = Which exceptions belong together? Name at least two.

field-pattern = What they share
field-pattern-help = What do these exceptions have in common?

field-nature = Incidental or structural
field-nature-help = Is this by chance, or is something stuck in the rules or the work?

field-proposal = Proposal
field-proposal-help = What do you propose?

field-addressee = For whom
field-addressee-help = Who should answer this?

field-cost_sum_eur = Cost together
field-cost_sum_eur-help = What do these exceptions cost together, in euros?

field-author_unit = Author
field-author_unit-help = Which unit wrote the letter?

field-request = Request
field-request-help = What does the letter ask of the client?

field-days_given = Days given
field-days_given-help = How many days does the client get to react?

field-consequence_named = Consequence named
field-consequence_named-help = Does the letter name a consequence, such as a cut?

field-counsellor_informed = Counsellor informed
field-counsellor_informed-help = Did the counsellor know about this letter?

field-five_second_check_by = Five-second check by
field-five_second_check_by-help = Who read the letter for five seconds with the client’s eyes? Fill in the code of that person.

field-plain_language_check = Plain language
field-plain_language_check-help = Was it checked that the letter is in plain language?

field-enforcement_coordinated-with = Coordinated with
field-enforcement_coordinated-with-help = With whom was it coordinated? That is whoever is in the lead.

field-enforcement_coordinated-on = Coordinated on
field-enforcement_coordinated-on-help = On which day was this coordinated?

field-agreement = Agreement
field-agreement-help = What was agreed? Write nothing about the content of the investigation.

field-visited_on = Day of the visit
field-visited_on-help = On which day was the visit?

field-announced = Announced
field-announced-help = Was the visit announced beforehand?

field-lead_informed = Lead informed
field-lead_informed-help = Did whoever is in the lead know beforehand?

field-ground_recorded = Ground recorded
field-ground_recorded-help = Was the reason for the visit written down beforehand?

field-consent = Consent after explanation
field-consent-help = Did the client consent, after hearing what saying ‘no’ means?

field-investigation_visit_recorded-effect = Effect
field-investigation_visit_recorded-effect-help = What did the visit do to the client?

field-policy_context_noted-from = From
field-policy_context_noted-from-help = From which day can this be felt?

field-direction = Direction
field-direction-help = Did it become stricter, more lenient or otherwise?

field-policy_context_noted-source = Source
field-policy_context_noted-source-help = What shows this, for example a letter or a decision?

field-policy_context_noted-topic = Topic
field-policy_context_noted-topic-help = Which topic is it about?

field-reviewers = Reviewers
field-reviewers-help = Who reviewed? Fill in the code of each person.

field-steps = Steps
field-steps-help = Which steps were looked at? Ask of every step: was this really the right step?

field-step = Step
field-step-help = Which step was looked at?

field-reviewed_step-verdict = Right step?
field-reviewed_step-verdict-help = Was this really the right step?

field-reviewed_step-reason = Reason
field-reviewed_step-reason-help = Why was this the right step, or why not?

field-method = Method
field-method-help = In which way was it reviewed?

field-finding_recorded-event = Step
field-finding_recorded-event-help = Which step is the finding about?

field-finding_recorded-principle = Principle
field-finding_recorded-principle-help = Which guiding principle is it about? Fill in a principle, or a corner.

field-finding_recorded-corner = Corner
field-finding_recorded-corner-help = Which corner of the value triangle is it about? Fill in a corner, or a principle.

field-finding_recorded-kind = Kind of finding
field-finding_recorded-kind-help = Is it a strong point, a question or a shortcoming? Look at what went well too.

field-finding_recorded-text = Finding
field-finding_recorded-text-help = What stands out in this step?

field-finding_recorded-weight = Weight
field-finding_recorded-weight-help = How heavily does this finding weigh?

field-finding = Finding
field-finding-help = Which finding does this answer?

field-finding_answered-position = Do you agree?
field-finding_answered-position-help = Do you agree, partly agree or disagree with the finding?

field-finding_answered-reason = Reason
field-finding_answered-reason-help = Why do you think so?

field-finding_answered-action = Action
field-finding_answered-action-help = What will you do?

field-finding_answered-by_when = By
field-finding_answered-by_when-help = By when will that be done?

field-learner = Learner
field-learner-help = Who learned? Fill in the code of that person.

field-stop = Stopped at
field-stop-help = At which decision did the replay stop?

field-own_choice = Own choice
field-own_choice-help = What would you have decided here yourself?

field-own_reasons = Own reasons
field-own_reasons-help = Why would you choose that, with what could be known at that moment?

field-insight = Insight
field-insight-help = What do you learn from the difference?

field-choice_kind = Kind of decision
field-choice_kind-help = Which kind of decision would you have taken?

field-minutes = Minutes
field-minutes-help = How many minutes did the replay take?

field-entry_corrected-target = Step
field-entry_corrected-target-help = Which step is not right?

field-field = Field
field-field-help = Which field is not right? Use full stops for what lies deeper, such as alternatives.0.option.

field-new_words = New text
field-new_words-help = What should it say? Use this for a field with text.

field-new_value = New value
field-new_value-help = Which value should it have? Use this for a field without free text.

field-entry_corrected-reason = Reason
field-entry_corrected-reason-help = Why is it not right?

field-asked_by = Asked by
field-asked_by-help = Who asked for the correction, by role?

field-evidence = Evidence
field-evidence-help = What shows that it is otherwise?

field-entry_shielded-target = Step
field-entry_shielded-target-help = Of which step must data be shielded?

field-fields = Fields
field-fields-help = Which fields must be shielded?

field-entry_shielded-ground = Ground
field-entry_shielded-ground-help = Why must this be shielded?

field-requested_by = Requested by
field-requested_by-help = Who asked for it, by role?

field-catalogue = Catalogue
field-catalogue-help = Which catalogue is this?

field-edition = Edition
field-edition-help = What is this edition called?

field-catalogue_adopted-valid_from = Holds from
field-catalogue_adopted-valid_from-help = From which day does this catalogue hold? Older decisions keep the catalogue of their day.

field-entries = Entries
field-entries-help = What does this catalogue hold?

field-catalogue_adopted-source = Source
field-catalogue_adopted-source-help = Where does this catalogue come from?

field-catalogue_entry-key = Key
field-catalogue_entry-key-help = What is its fixed key, such as P5 or stilte_weken?

field-name = Name
field-name-help = What is its name in Dutch?

field-name_en = Name in English
field-name_en-help = What is its name in English?

field-catalogue_entry-text = Text
field-catalogue_entry-text-help = What is its full text?

field-catalogue_entry-number = Number
field-catalogue_entry-number-help = Which number belongs to it, such as a norm, a term or a longest duration?

field-unit = Unit
field-unit-help = In which unit is the number, such as days or weeks?

field-catalogue_entry-lever = Lever
field-catalogue_entry-lever-help = On what does this instrument work: motivation, a skill, or taking away an obstacle?

field-catalogue_entry-source = Source
field-catalogue_entry-source-help = Where does this entry come from?

field-trajectory_imported-number = Dossier number
field-trajectory_imported-number-help = Which number does this dossier get?

field-trajectory_imported-source = Log
field-trajectory_imported-source-help = From which file or system does this trajectory come?

field-trace = Name in the log
field-trace-help = What was this trajectory called in the other system?

field-trajectory_imported-attributes = Attributes
field-trajectory_imported-attributes-help = Which attributes did the trajectory have in the other system?

field-imported_attribute-key = Name
field-imported_attribute-key-help = What is this attribute called in the other system?

field-imported_attribute-kind = Kind of value
field-imported_attribute-kind-help = What kind of value is it?

field-imported_attribute-value = Value
field-imported_attribute-value-help = Which value stood there?

field-activity = Activity
field-activity-help = What happened, according to the other system?

field-happened_at = Happened at
field-happened_at-help = When did it happen, as far as the log says?

field-resource = By
field-resource-help = Who or what did it, according to the other system?

field-lifecycle = Phase
field-lifecycle-help = In which phase was the activity, such as start or end?

# Signal answered.

field-signal = Signal
field-signal-help = Which signal do you answer?

field-signal_answered-about = Step
field-signal_answered-about-help = Which step is the signal about? Leave it empty when it is about the whole dossier, a team or the municipality.

field-signal_answered-answer = Is this a good question?
field-signal_answered-answer-help = Do you agree, partly agree or disagree with the signal?

field-signal_answered-reason = Reason
field-signal_answered-reason-help = Why do you think so?

field-signal_answered-action = Action
field-signal_answered-action-help = What will you do?

field-signal_answered-by_when = By
field-signal_answered-by_when-help = By when will that be done?

# Data taken out.

field-export_made-what = What
field-export_made-what-help = Which data were taken out of the book?

field-format = Format
field-format-help = In which format are the data?

field-export_made-purpose = Purpose
field-export_made-purpose-help = What are the data needed for?

field-rows = Number of rows
field-rows-help = How many rows or events are in it?

field-export_made-norm = Smallest group
field-export_made-norm-help = How many people are at least in a group? For data about single persons that is 1.

field-controlled = Small groups left out
field-controlled-help = Were small groups left out? If not, the data are for a researcher only.

field-export_made-from = From
field-export_made-from-help = From which day on are the data?

field-export_made-until = Up to and including
field-export_made-until-help = Up to and including which day are the data?

field-known_at = As known at
field-known_at-help = At which moment did the book know this?
