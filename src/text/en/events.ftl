# Event types: their names and what they are for.

event-trajectory_opened = Trajectory opened
event-trajectory_opened-purpose = The trajectory starts, and the client hears beforehand what it is for.

event-lead_assigned = Lead assigned
event-lead_assigned-purpose = Records who is in the lead, and for what.

event-conversation_held = Conversation held
event-conversation_held-purpose = Records that there was contact, how it went and what the client said.

event-future_perspective_voiced = Future perspective voiced
event-future_perspective_voiced-purpose = Records where the client wants to go, in the client's own words.

event-life_domain_assessed = Life domain assessed
event-life_domain_assessed-purpose = Describes how things are now in one of the eight life domains.

event-behaviour_picture_made = Behaviour picture made
event-behaviour_picture_made-purpose = Looks together at what somebody wants, can and does; it is the baseline measurement too.

event-needs_voiced = Basic needs discussed
event-needs_voiced-purpose = Discusses how it stands with choosing for yourself, being able and belonging.

event-urgent_obstacle_reported = Urgent obstacle reported
event-urgent_obstacle_reported-purpose = Reports that something else comes first, because it cannot wait.

event-stabilisation_agreed = Stabilisation agreed
event-stabilisation_agreed-purpose = Agrees on practical help, and on a pause of other demands.

event-obstacle_stabilised = Obstacle stabilised
event-obstacle_stabilised-purpose = Records what the help with an urgent obstacle has brought.

event-goal_set = Goal set
event-goal_set-purpose = Records a reachable goal, with a first step and a date.

event-goal_reviewed = Goal reviewed
event-goal_reviewed-purpose = Looks together at how far somebody has come with a goal.

event-learning_experience_noted = Learning experience noted
event-learning_experience_noted-purpose = Notes a small success, or something difficult that worked out.

event-options_presented = Options presented
event-options_presented-purpose = Gives the client real options, with what speaks for and against each.

event-client_preference_voiced = Preference voiced
event-client_preference_voiced-purpose = Records what the client chooses, and why.

event-decision_taken = Decision taken
event-decision_taken-purpose = Records what was decided, what was weighed and why.

event-decision_contested = Decision contested
event-decision_contested-purpose = Records that somebody disagrees with a decision, in their own words.

event-decision_reconsidered = Decision reconsidered
event-decision_reconsidered-purpose = Answers a contested decision, by somebody else and with a new weighing.

event-exception_made = Exception made
event-exception_made-purpose = Records that you depart from a rule or habit, and why.

event-instrument_started = Instrument started
event-instrument_started-purpose = Starts an instrument with a purpose, a limit and a day to discuss it.

event-instrument_reviewed = Instrument reviewed
event-instrument_reviewed-purpose = Looks together at whether the instrument still helps.

event-instrument_extended = Instrument extended
event-instrument_extended-purpose = Agrees on a new limit, because there is progress to show.

event-instrument_ended = Instrument ended
event-instrument_ended-purpose = Closes the instrument and records what it brought.

event-effect_measured = Effect measured
event-effect_measured-purpose = Measures whether something has changed for this client.

event-client_voice_recorded = Client's voice
event-client_voice_recorded-purpose = Records the client's own words, about anything the client wants to say.

event-tandem_formed = Tandem formed
event-tandem_formed-purpose = A professional and an expert by experience start to work together.

event-experience_perspective_given = Experience perspective given
event-experience_perspective_given-purpose = Records how somebody with lived experience looks at it.

event-case_discussion_held = Case discussion held
event-case_discussion_held-purpose = Thinks about a case together, from different roles.

event-organisational_obstacle_raised = Organisational obstacle raised
event-organisational_obstacle_raised-purpose = Reports what stands in the way in the organisation.

event-organisation_answered = Organisation answered
event-organisation_answered-purpose = Answers a reported obstacle or a bundle.

event-exceptions_bundled = Exceptions bundled
event-exceptions_bundled-purpose = Puts similar exceptions together, to learn from them.

event-letter_sent = Letter sent
event-letter_sent-purpose = Records which letter the client received, and what it asks.

event-enforcement_coordinated = Enforcement coordinated
event-enforcement_coordinated-purpose = Agrees beforehand with whoever is in the lead, without anything on the investigation itself.

event-investigation_visit_recorded = Investigation visit recorded
event-investigation_visit_recorded-purpose = Records that there was an investigation visit, and whether it was done with care.

event-policy_context_noted = Policy context noted
event-policy_context_noted-purpose = Records that policy became stricter or more lenient, and when.

event-case_handed_over = Case handed over
event-case_handed_over-purpose = Records that the client gets another counsellor, and what is still open.

event-review_held = Review held
event-review_held-purpose = Asks critically of every step whether it was the right one.

event-finding_recorded = Finding recorded
event-finding_recorded-purpose = Records what stood out in a step: a strong point, a question or a shortcoming.

event-finding_answered = Finding answered
event-finding_answered-purpose = Answers a finding, and says what will be done.

event-replay_completed = Replay completed
event-replay_completed-purpose = Learns from a case: first choose yourself, then see what happened.

event-entry_corrected = Entry corrected
event-entry_corrected-purpose = Repairs a mistake in an entry; what stood there first is kept.

event-entry_shielded = Entry shielded
event-entry_shielded-purpose = Shields data so that nobody sees it any more; the empty step stays.

event-trajectory_closed = Trajectory closed
event-trajectory_closed-purpose = Closes the trajectory and records where the client is now.

event-catalogue_adopted = Catalogue adopted
event-catalogue_adopted-purpose = Makes a new list of principles, rules, instruments or norms hold from a given day.

event-trajectory_imported = Trajectory imported
event-trajectory_imported-purpose = Takes over a trajectory from another system, as it stood there.

event-step_imported = Step imported
event-step_imported-purpose = Takes over one step from another system, as it stood there.

event-signal_answered = Signal answered
event-signal_answered-purpose = Answers a signal. A signal is a question to a colleague.

event-export_made = Data taken out
event-export_made-purpose = Records that somebody took data out of the book, and for what.

event-round_planned = Round planned
event-round_planned-purpose = Plan a round: what you look at, who does it and with what.

event-cases_drawn = Cases drawn
event-cases_drawn-purpose = Draw cases for a round, so that anybody can repeat it.

event-shielding_confirmed = Shielding confirmed
event-shielding_confirmed-purpose = Confirm that nobody can be recognised, before others read the case.

event-round_opened = Ratings opened
event-round_opened-purpose = Open the ratings, so that everybody in the round sees them.

event-action_agreed = Action agreed
event-action_agreed-purpose = Agree on what is done about a finding, by whom and when.

event-action_checked = Action checked
event-action_checked-purpose = Check whether an action was done. Somebody else does that.

event-view_written = Own view written
event-view_written-purpose = First write down what you think yourself, before talking about it.

event-judgement_recorded = Joint judgement recorded
event-judgement_recorded-purpose = Record what you agree on together, and what differs.

event-round_closed = Round closed
event-round_closed-purpose = Close a round with a conclusion.

event-learning_answer_locked = Own answer locked
event-learning_answer_locked-purpose = Lock your own answer, before you see what was decided.

event-session_held = Learning session held
event-session_held-purpose = Record what a group learned from a case.

# Kinds of stream.

stream-case = Dossier
stream-organisation = Organisation
stream-audit = Audit
stream-learning = Learning
stream-settings = Settings

# Schemas.

schema-line = Exchange line
schema-line-purpose = One event, as it is exchanged between systems.
