# Fields of choice, decision, contest, reconsideration, exception, instrument and measurement.

field-options_presented-topic = Topic of the choice
field-options_presented-topic-help = What can the client choose about? Deciding together begins by saying that there is a choice.

field-options_presented-options = Options
field-options_presented-options-help = Which options are there? Name at least two, and ‘doing nothing’ beside them, so that there is a real choice.

field-choice_option-option = Option
field-choice_option-option-help = What does this option mean, in plain words?

field-choice_option-kind = Kind of option
field-choice_option-kind-help = Is this a plain option, or is it doing nothing, waiting, a warning or a conversation?

field-pros = Pros
field-pros-help = What speaks for it, seen from the client?

field-cons = Cons
field-cons-help = What speaks against it? Be as honest here as about the pros.

field-choice_option-cost_eur = Cost
field-choice_option-cost_eur-help = What does this option cost, in euros?

field-unknowns = Not known yet
field-unknowns-help = What does nobody know yet? It lets the client choose with open eyes.

field-not_possible = Not possible
field-not_possible-help = What cannot be offered, and why not? Being clear prevents false hope.

field-client_preference_voiced-options = Options presented
field-client_preference_voiced-options-help = In which step were these options presented?

field-preference = Preference
field-preference-help = Which number does the client choose? ‘I do not know yet’ is a good answer too.

field-also_fine = Also fine
field-also_fine-help = Which other numbers are fine for the client too?

field-reasons = Own reasons
field-reasons-help = Why does the client choose this, in their own words? It keeps the choice the client’s own.

field-client_preference_voiced-dependence_felt = Felt dependent
field-client_preference_voiced-dependence_felt-help = Did the client feel dependent while choosing? Somebody who fears for the benefit does not choose freely.

field-support = Support by
field-support-help = Who supported the client? Fill in the code of that person. A conversation between three is equal sooner.

field-decision_taken-kind = Kind of decision
field-decision_taken-kind-help = What kind of decision is this?

field-subject = Decision in one sentence
field-subject-help = What was decided? Write one sentence that the client understands at once.

field-taken_on = Taken on
field-taken_on-help = On which day was the decision taken?

field-in_force_from = In force from
field-in_force_from-help = From which day does the decision hold?

field-decision_taken-review_on = Look again on
field-decision_taken-review_on-help = On which day will you see whether this decision is still right?

field-decision_taken-until = In force until
field-decision_taken-until-help = What is the last day on which the decision holds? Empty means that there is no last day.

field-led_by = Led by
field-led_by-help = Who led this decision? It makes clear who answers for it.

field-led_by-actor = Person
field-led_by-actor-help = What is the code of whoever led the decision?

field-led_by-role = Role
field-led_by-role-help = In which role did this person lead the decision?

field-with = Together with
field-with-help = Who were present, by role?

field-decision_taken-options = Options behind the decision
field-decision_taken-options-help = Which options were presented beforehand, and which one was it? Were there none, then write why.

field-decision_reconsidered-options = Options behind the new decision
field-decision_reconsidered-options-help = Which options were presented this time, and which one was it?

field-set = Options presented
field-set-help = In which step were the options presented?

field-chosen = Number chosen
field-chosen-help = Which number was it? It shows whether the client’s wish was followed.

field-none_because = No options, because
field-none_because-help = Why were no options presented?

field-situation_key = Kind of situation
field-situation_key-help = Which situation is this, as a fixed key such as afspraak_gemist_2x? It makes like cases comparable.

field-why = Why
field-why-help = Start with the effect that you want to reach together with the client. Then write why this decision fits it. The client reads this too.

field-decision_reconsidered-why = Why
field-decision_reconsidered-why-help = Start with the effect that you now want to reach together with the client. Then write why this is the answer to the contest. The client reads this too.

field-principles = Guiding principles
field-principles-help = Which guiding principles do you apply, and which do you set aside on purpose? Name at least one.

field-principle_stance-principle = Principle
field-principle_stance-principle-help = Which principle is it? Fill in its key, such as P5.

field-stance = Stance
field-stance-help = Do you apply this principle, or set it aside on purpose? Setting aside is allowed, when you say why.

field-principle_stance-reason = Reason
field-principle_stance-reason-help = How do you apply this principle here, or why do you set it aside?

field-weightier_value = Weightier value
field-weightier_value-help = Which value weighed more here? Fill this in only when you set the principle aside on purpose.

field-triangle = Value triangle
field-triangle-help = Answer three questions: Is it allowed by law? Do we make sensible use of public means? Does it add to self-direction?

field-wet = Law
field-wet-help = Is it allowed by law? ‘Unclear’ is not the same as ‘no’.

field-middelen = Means
field-middelen-help = Do we make sensible use of public means? It is about sensible, not about cheap.

field-zelfregie = Self-direction
field-zelfregie-help = Does it add to self-direction? Ask the client; your own opinion is not enough.

field-law_verdict-verdict = Is it allowed by law?
field-law_verdict-verdict-help = Choose yes, no or unclear.

field-law_verdict-reason = Reason
field-law_verdict-reason-help = Why is it allowed, why not, or what is unclear?

field-law_verdict-sources = Sources
field-law_verdict-sources-help = Which laws, rules or rulings support this? With a source everybody can check it.

field-means_verdict-verdict = Do we make sensible use of public means?
field-means_verdict-verdict-help = Choose yes, no or unclear.

field-means_verdict-reason = Reason
field-means_verdict-reason-help = Why is this sensible with money and time, or why not?

field-means_verdict-cost_eur = Cost
field-means_verdict-cost_eur-help = What does this cost, in euros? If you do not know, choose ‘not known’.

field-alternative_cost_eur = Cost of the alternative
field-alternative_cost_eur-help = What does the best alternative cost, in euros?

field-cost_of_doing_nothing_eur = Cost of doing nothing
field-cost_of_doing_nothing_eur-help = What does it cost when you do nothing, in euros? Getting stuck is often the dearest.

field-self_direction_verdict-verdict = Does it add to self-direction?
field-self_direction_verdict-verdict-help = Choose yes, no or unclear.

field-self_direction_verdict-reason = Reason
field-self_direction_verdict-reason-help = Why does this give the client more or less say over their own life?

field-client_says = The client says
field-client_says-help = What does the client say about this? This corner cannot rest on your opinion alone.

field-overrides = Permission for a ‘no’
field-overrides-help = Does a corner say ‘no’ and do you go on? Then note who gave permission, why and until when.

field-override-corner = Corner
field-override-corner-help = Which corner says ‘no’?

field-override-by = Permission by
field-override-by-help = Who gives permission? That is somebody else than whoever takes the decision.

field-override-reason = Reason
field-override-reason-help = Why may the decision go on all the same?

field-override-until = Until
field-override-until-help = Until which day does the permission hold? An exception does not last by itself.

field-legal = Legal basis
field-legal-help = On which law or rule does this rest? Fill this in last: the wanted effect comes first.

field-regulation = Regulation
field-regulation-help = Which law or regulation is it? Fill in its key from the catalogue.

field-article = Article
field-article-help = Which article is it?

field-local_rule = Local rule
field-local_rule-help = Which rule of the municipality is it?

field-valid_on = Law of the day
field-valid_on-help = The rules of which day do you apply? Rules change; a decision is judged by the rules of its day.

field-room_used = Room used
field-room_used-help = Which room in the law do you use? Often more is allowed than people think.

field-alternatives = Alternatives
field-alternatives-help = What else was possible, and why was it not chosen? Doing nothing counts.

field-alternative-option = Possibility
field-alternative-option-help = What else was possible?

field-alternative-kind = Kind of possibility
field-alternative-kind-help = Is this a plain possibility, or is it doing nothing, waiting, a warning or a conversation?

field-why_not = Why not
field-why_not-help = Why was this not chosen?

field-failing_corner = Fails on corner
field-failing_corner-help = On which corner of the value triangle does this possibility fail?

field-decision_taken-client_view = Client’s view
field-decision_taken-client_view-help = What does the client think of this decision? A decision without the client is not finished.

field-decision_reconsidered-client_view = Client’s view
field-decision_reconsidered-client_view-help = What does the client think of this answer?

field-client_view-words = Client’s words
field-client_view-words-help = What does the client say about the decision? Write it down as it was said.

field-client_view-position = Does the client agree?
field-client_view-position-help = Does the client agree, partly agree or disagree? If you do not know, choose ‘unknown’; do not answer for the client.

field-client_view-dependence_felt = Felt dependent
field-client_view-dependence_felt-help = Did the client feel dependent with this decision? A ‘yes’ out of fear is not a free choice.

field-unknown_because = Unknown, because
field-unknown_because-help = Why do you not know yet what the client thinks?

field-ask_by = Ask by
field-ask_by-help = By which day will you ask the client?

field-experience = Experience knowledge
field-experience-help = What did experience knowledge add to this decision?

field-experience_used-perspective = Experience perspective
field-experience_used-perspective-help = Which experience perspective was used? Was there none, then choose ‘none’.

field-changed = Changed
field-changed-help = What changed because of that perspective?

field-knowledge = Knowledge
field-knowledge-help = On what knowledge does this decision rest?

field-basis = Knowing or believing
field-basis-help = Do you know this, or believe it? Both are fine, as long as it is clear.

field-knowledge-source = Source
field-knowledge-source-help = How do you know this?

field-knowledge-sources = Kinds of knowledge
field-knowledge-sources-help = Does the knowledge come from science, practice or experience?

field-decision_taken-lever = Lever
field-decision_taken-lever-help = On what does this decision work: motivation, a skill, or taking away an obstacle?

field-decision_taken-expected = Expected effect
field-decision_taken-expected-help = What should this decision change, from what to what, and by when?

field-expected-what = What changes
field-expected-what-help = What should change? Use the name of the measure, such as geloof_in_eigen_kunnen.

field-expected-from = From
field-expected-from-help = What is the value now?

field-expected-to = To
field-expected-to-help = Which value do you expect?

field-expected-by_when = By
field-expected-by_when-help = By when do you expect that change?

field-decision_taken-generality = For one or for more
field-decision_taken-generality-help = Is this decision good only here, more often, or for everyone? It lets an exception become a better rule.

field-decision_contested-decision = Decision
field-decision_contested-decision-help = Which decision does somebody disagree with?

field-decision_contested-ground = Why somebody disagrees
field-decision_contested-ground-help = Why does somebody disagree, in their own words? No form is needed.

field-decision_contested-by = In the role of
field-decision_contested-by-help = In which role does somebody disagree?

field-formal = Formal objection
field-formal-help = Is this a formal objection too? Without that somebody gets an answer as well.

field-wished = Wished outcome
field-wished-help = What would somebody like to happen?

field-contest = Contest
field-contest-help = Which contest does this answer?

field-decision_reconsidered-outcome = Outcome
field-decision_reconsidered-outcome-help = Does the decision stay, is it changed or withdrawn?

field-decision_reconsidered-kind = Kind of decision after the change
field-decision_reconsidered-kind-help = What kind of decision has it become? Fill this in when the kind of decision changes.

field-apology = Apology
field-apology-help = Do you want to apologise to the client? Admitting a mistake restores trust.

field-exception_made-decision = Decision
field-exception_made-decision-help = To which decision does this exception belong?

field-norm = Rule or habit
field-norm-help = From which rule or habit do you depart? Use the same name every time, so that like exceptions come together.

field-departs_from = Rule or habit?
field-departs_from-help = Is it a rule that is on paper, or a habit?

field-why_unique = Why here
field-why_unique-help = Why does the rule or habit not fit this situation?

field-exception_made-generality = For one or for more
field-exception_made-generality-help = Is this exception good only here, more often, or for everyone?

field-tags = Tags
field-tags-help = By which words can others find this exception?

field-instrument_started-instrument = Instrument
field-instrument_started-instrument-help = Which instrument do you start? Fill in its key from the catalogue.

field-instrument_started-purpose = Purpose
field-instrument_started-purpose-help = What do you start this for? Tell the client in the same words.

field-instrument_started-expected = Expected result
field-instrument_started-expected-help = What should this instrument change, from what to what?

field-instrument_started-lever = Lever
field-instrument_started-lever-help = On what does this instrument work: motivation, a skill, or taking away an obstacle?

field-started_on = Starts on
field-started_on-help = On which day does it start?

field-instrument_started-limit = Limit
field-instrument_started-limit-help = On which day does it stop at the latest? A limit keeps the instrument fitting.

field-instrument_started-review_on = Discuss on
field-instrument_started-review_on-help = On which day will you discuss together whether it helps? Choose a day on or before the limit.

field-instrument_started-decision = Decision
field-instrument_started-decision-help = From which decision does this follow?

field-instrument_started-cost_eur = Cost
field-instrument_started-cost_eur-help = What does this instrument cost, in euros?

field-provider = Provider
field-provider-help = Who provides it?

field-bundled = Bundled trajectory
field-bundled-help = Is it a bundled trajectory, with everything in one package? That seldom fits one person exactly.

field-longer_because = Longer, because
field-longer_because-help = Why does it last longer than the catalogue allows?

field-result_so_far = Result so far
field-result_so_far-help = What has it brought so far?

field-instrument_reviewed-client_view = Client’s view
field-instrument_reviewed-client_view-help = What does the client think: does it still help?

field-instrument_reviewed-verdict = Verdict
field-instrument_reviewed-verdict-help = Will it go on, be adjusted or stop?

field-measurement = Measurement
field-measurement-help = On which measurement does this rest?

field-instrument_extended-limit = New limit
field-instrument_extended-limit-help = On which day does it stop at the latest now? That day lies after the earlier limit.

field-instrument_extended-reason = Reason
field-instrument_extended-reason-help = Why is more time needed?

field-progress = Progress
field-progress-help = Which progress can be seen? Without progress something else may fit better.

field-instrument_extended-client_view = Client’s view
field-instrument_extended-client_view-help = What does the client think of extending it?

field-instrument_extended-decision = Decision
field-instrument_extended-decision-help = From which decision does the extension follow?

field-ended_on = Ended on
field-ended_on-help = What was the last day?

field-instrument_ended-reason = Reason
field-instrument_ended-reason-help = Why did it stop?

field-instrument_ended-result = Result
field-instrument_ended-result-help = What did it bring? If that is not known, choose ‘not measured’.

field-explanation = Explanation
field-explanation-help = Do you want to explain the reason?

field-instrument_ended-lesson = Lesson
field-instrument_ended-lesson-help = What would you do differently next time?

field-effect_measured-what = What was measured
field-effect_measured-what-help = What do you measure? Use the name of the measure, such as geloof_in_eigen_kunnen.

field-value = Value
field-value-help = What is the value?

field-effect_measured-value = Value
field-effect_measured-value-help = What is the measured value?

field-scale = Scale
field-scale-help = On which scale was it measured, such as 1-5?

field-moment = Moment
field-moment-help = Is this a baseline, in between, at the end or afterwards? Without a baseline no change can be seen.

field-effect_measured-by = Measured by
field-effect_measured-by-help = Who gave the value: the client, the professional, together, or somebody else?

field-effect_measured-instrument = Instrument
field-effect_measured-instrument-help = To which instrument does this measurement belong?

field-earlier = Earlier value
field-earlier-help = What was the value at an earlier measurement?

field-tool = Measuring tool
field-tool-help = With which questionnaire or tool was it measured?

field-other_explanations = Other explanations
field-other_explanations-help = What else may have caused the change? It keeps us from crediting our help too soon.

field-effect_measured-helped = What helped
field-effect_measured-helped-help = What has helped, according to the client?

field-effect_measured-client_words = Client’s words
field-effect_measured-client_words-help = What does the client say about the change?
