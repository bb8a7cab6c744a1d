# Signals and terms: names, what they ask, what to do.

signal-review_passed = An instrument was not reviewed in time
signal-review_passed-question = Does this instrument still help? The day on which you would discuss it has passed.
signal-review_passed-todo = Discuss it with the client and record the review.

signal-limit_passed = An instrument runs past its limit
signal-limit_passed-question = Why does this instrument go on after the last day that was agreed?
signal-limit_passed-todo = End the instrument. Or extend it with a reason, and ask the client what it brings.
signal-limit_passed-number = { $number } days over the limit

signal-bundled = A bundled trajectory
signal-bundled-question = Does each part of this package fit the question of this client?
signal-bundled-todo = Write down which part is needed, and leave out the rest where you can.

signal-instrument_before_perspective = An instrument before the future perspective
signal-instrument_before_perspective-question = Where does the client want to go? An instrument began, and it was written nowhere.
signal-instrument_before_perspective-todo = Ask about the future perspective and record it in the words of the client.

signal-goal_by_professional = A goal of the professional
signal-goal_by_professional-question = Whose goal is this? The professional put it into words.
signal-goal_by_professional-todo = Ask the client for a goal of their own and discuss this goal again.

signal-no_real_options = A decision without a real choice
signal-no_real_options-question = What was there to choose? No options were put forward, or a warning and a talk were not weighed.
signal-no_real_options-todo = Put options forward now, or explain why that was not possible.

signal-choice_not_preferred = The choice is not that of the client
signal-choice_not_preferred-question = The client wanted something else. Does the client know why it went otherwise?
signal-choice_not_preferred-todo = Explain it to the client, and say how the client can contest the decision.

signal-no_time_to_think = No time to think
signal-no_time_to_think-question = Could the client think it over? Options and decision fall on one day.
signal-no_time_to_think-todo = Ask the client whether there was enough time, and give that time next time.

signal-demand_during_urgency = A demand while something else comes first
signal-demand_during_urgency-question = Can this wait? There is an urgent obstacle that is not solved yet.
signal-demand_during_urgency-todo = First agree on help and pause the other demands.

signal-urgency_without_help = An urgent obstacle without help
signal-urgency_without_help-question = Who helps here now? No practical help has been agreed yet.
signal-urgency_without_help-todo = Agree on who does what and when, and record it.

signal-life_domains_missing = Not all life domains were discussed
signal-life_domains_missing-question = Which life domains have you not discussed together yet?
signal-life_domains_missing-todo = Discuss the life domains that are still empty. Empty does not mean that there is no problem.
signal-life_domains_missing-number = missing: { $number }

signal-silence = A long silence
signal-silence-question = How is the client? There has been no conversation for a long time.
signal-silence-todo = Get in touch and record the conversation.

signal-no_baseline = No baseline
signal-no_baseline-question = With what do you compare this? There is no measurement of the start.
signal-no_baseline-todo = Do not call it a change. Next time, measure at the start too.

signal-positional_wording = Words that fix a person
signal-positional_wording-question = What did the person do exactly? The text judges and describes no behaviour.
signal-positional_wording-todo = Correct the text: write what you saw or what the client said.
signal-positional_wording-number = terms: { $number }

signal-pressing_letter = A letter that presses
signal-pressing_letter-question = What does this letter do to the reader? There is little time, or a consequence was not checked, or the counsellor did not know.
signal-pressing_letter-todo = Call first. Read the letter for five seconds with the eyes of the reader.
signal-pressing_letter-number = days given: { $number }

signal-visit_not_aligned = A visit without coordination
signal-visit_not_aligned-question = Why did the person in the lead not know of this visit?
signal-visit_not_aligned-todo = Coordinate a visit beforehand, and discuss what this visit did.

signal-visit_without_consent = A visit without ground or consent
signal-visit_without_consent-question = Was the ground recorded beforehand, and did the client say yes after explanation?
signal-visit_without_consent-todo = Find out whether this visit was allowed, and tell the client too.

signal-lost_promise = A promise gets lost
signal-lost_promise-question = Who keeps what was promised? The case went to somebody else.
signal-lost_promise-todo = Keep the promise, or agree on a new day with the client.

signal-trust_fell = Trust fell
signal-trust_fell-question = What happened? The client has less trust than the time before.
signal-trust_fell-todo = Ask the client, without judgement.
signal-trust_fell-number = points lower: { $number }

signal-new_problem = A new problem after our contact
signal-new_problem-question = What did we add to the worries of the client?
signal-new_problem-todo = Discuss it with the client and solve what came from us.

signal-skills_only = Only training, while self-efficacy is low
signal-skills_only-question = Does more training help? The client has little belief in their own abilities.
signal-skills_only-todo = Look together for a small success or another lever.
signal-skills_only-number = score { $number }

signal-same_justification = The same justification again
signal-same_justification-question = Was each of these decisions weighed on its own? The justification is the same text.
signal-same_justification-todo = Write down what decided it for this client.
signal-same_justification-number = decisions: { $number }

signal-corner_overridden = A corner of the triangle was overridden
signal-corner_overridden-question = Does the reason why this corner could be set aside still hold?
signal-corner_overridden-todo = Weigh the decision again before the permission ends.

signal-forbidden_without_source = ‘Not allowed’ without a source
signal-forbidden_without_source-question = Where does it say that this is not allowed? No source was named.
signal-forbidden_without_source-todo = Look up the source, or ask whether it is allowed after all.

signal-exception_not_bundled = Often the same exception, never bundled
signal-exception_not_bundled-question = Is the rule still right? It was departed from often and nobody bundled that.
signal-exception_not_bundled-todo = Bundle the exceptions and put them to policy.
signal-exception_not_bundled-number = exceptions: { $number }

signal-like_case_decided_differently = Like case, different decision
signal-like_case_decided_differently-question = Why did another team decide otherwise in the same situation?
signal-like_case_decided_differently-todo = Put the two cases side by side in a case discussion.

signal-voice_missing = A voice that is missing
signal-voice_missing-question = Whom do we not hear? This group says little.
signal-voice_missing-todo = Ask clients of this group what helped them.
signal-voice_missing-number = ratio { $number }

signal-experience_unpaid = Experience knowledge unpaid or unchecked
signal-experience_unpaid-question = What does this person get for the contribution, and was the risk for the benefit checked?
signal-experience_unpaid-todo = Agree on a reward and check the consequences for the benefit beforehand.

signal-lead_unclear = The lead is unclear
signal-lead_unclear-question = Who has the lead here? The decision and the lead do not match.
signal-lead_unclear-todo = Agree on who has the lead and tell the client.

signal-entered_late = Entered late
signal-entered_late-question = Is it remembered well? This was recorded long after it happened.
signal-entered_late-todo = Read it again with who was there, and correct what is wrong.
signal-entered_late-number = { $number } days later

signal-burden = Much recording
signal-burden-question = Does recording take too much time in this team?
signal-burden-todo = Look together at which questions bring nothing.
signal-burden-number = minutes per trajectory: { $number }

signal-yes_out_of_dependence = A yes out of dependence
signal-yes_out_of_dependence-question = Is this a real yes? The client felt dependent.
signal-yes_out_of_dependence-todo = Discuss it again, with somebody beside the client.

signal-no_meaning = Meaning was not discussed
signal-no_meaning-question = What gives this client the feeling of mattering?
signal-no_meaning-todo = Ask what the future perspective means to the client.

signal-many_helpers_nobody_daily = Many helpers, nobody for daily life
signal-many_helpers_nobody_daily-question = Who helps at home? There are many organisations and nobody helps with daily life.
signal-many_helpers_nobody_daily-todo = Agree on who helps in practice, and who needs to come less.
signal-many_helpers_nobody_daily-number = organisations: { $number }

signal-client_view_still_unknown = The view of the client is still unknown
signal-client_view_still_unknown-question = What does the client think of this decision? It would have been asked by now.
signal-client_view_still_unknown-todo = Ask the client and record the answer.

cli-help-signals = The work list: signals that ask for a look.
cli-help-signals-more = A signal is a question to a colleague. It changes no decision and no benefit. You answer with: weegboek record signal_answered.
cli-help-signals-list = Shows the signals that are open, by kind.
cli-help-signals-show = Shows every signal of one dossier, also what is past, answered or still to come.
cli-help-signals-explain = Explains what a signal means, where it comes from and what you can do.
cli-help-signals-explain-kind = The signal, such as limit_passed. Without it you see them all.
cli-help-option-on = The day on which you look, such as 2025-09-08. Otherwise that is today.
cli-help-signals-list-team = Shows only dossiers of this team.
cli-help-signals-list-municipality = Shows only dossiers of this municipality.
cli-help-signals-list-dossier = Shows only this dossier.
cli-help-signals-list-kind = Shows only this signal, such as limit_passed.
cli-help-signals-list-answered = Shows what was answered as well.
cli-help-signals-list-all = Shows also what was answered, is past or is still to come.
cli-help-terms = The days we keep to: promises, reviews, limits. The soonest comes first.
cli-help-terms-team = Shows only dossiers of this team.
cli-help-terms-municipality = Shows only dossiers of this municipality.
cli-help-terms-dossier = Shows only this dossier.
cli-help-terms-within = Shows only what comes within so many days or has passed.
cli-help-terms-all = Shows also what was done.
cli-value-signal = SIGNAL
cli-value-municipality = MUNICIPALITY
cli-no-such-signal = There is no signal { $given }.
cli-no-such-signal-next = See the names with: weegboek signals explain.
cli-signals-title = Work list on { $day }
cli-signals-title-dossier = Signals in { $number } on { $day }
cli-signals-none = There are no signals.
cli-signals-about = A signal is a question to a colleague. It changes no decision and no benefit.
cli-signals-dossier = dossier
cli-signals-team = team
cli-signals-step = step
cli-signals-since = since
cli-signals-until = until
cli-signals-days = days
cli-signals-state = state
cli-signals-more = details
cli-signals-detail = Details
cli-signals-what = what
cli-signals-due = day
cli-signals-principle = Principle
cli-signals-corner = Corner
cli-signals-theme = Theme
cli-signals-source = Source
cli-signals-norm = Norm
cli-signals-norm-value = { $name }: { $value }
cli-signals-asked = To whom
cli-signals-question = Question
cli-signals-todo = What you can do
cli-signals-when = When
cli-signals-between = from { $since } to { $until }
cli-signals-from = from { $since }
cli-signals-answer = Answer
cli-signals-answer-value = { $position }, on { $day }
cli-signals-subject = About
cli-signals-whole = the whole dossier
cli-signals-scope = Follows from
cli-signals-scope-dossier = one dossier
cli-signals-scope-book = several dossiers together
cli-signals-key = Name in commands
cli-terms-title = Promises and days on { $day }
cli-terms-none = Nothing is open.
cli-terms-today = today
cli-terms-undated = no day named
cli-terms-settled = done on { $day }
signal-state-open = open
signal-state-answered = answered
signal-state-past = past
signal-state-coming = to come
signal-theme-LG = guiding principles of behaviour
signal-theme-CC = the client at the centre
signal-theme-PO = professional organisation
signal-theme-SC = together with clients
signal-source-000 = experiences of client members in Amsterdam
signal-source-001 = wanting, being able, doing; strict or lenient
signal-source-002 = start of the new phase of the CoP
signal-source-003 = masterclass Customisation and method
signal-source-004 = Amersfoort, ten principles
due-instrument_review = review of an instrument
due-instrument_limit = last day of an instrument
due-decision_review = look at a decision again
due-override_end = permission to override a corner ends
due-promise = promise
due-stabilisation = agreed help
due-pause_end = pause of demands ends
due-goal = goal
due-finding_action = action after a finding or signal
due-aftercare = aftercare
due-client_question = ask the client's view
cli-terms-late = { $days ->
    [one] { $days } day ago
   *[other] { $days } days ago
}
cli-terms-ahead = { $days ->
    [one] in { $days } day
   *[other] in { $days } days
}
cli-signals-count = { $count ->
    [one] { $count } signal.
   *[other] { $count } signals.
}
cli-terms-count = { $count ->
    [one] { $count } promise or day.
   *[other] { $count } promises and days.
}
