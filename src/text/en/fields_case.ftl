# Fields of trajectory, conversation, picture, goal, client’s voice and experience.

field-trajectory_opened-number = Dossier number
field-trajectory_opened-number-help = Which number does this dossier have in your municipality? Never use a citizen service number.

field-trajectory_opened-question = Client’s question
field-trajectory_opened-question-help = With which question does the client come? That is where it starts.

field-trajectory_opened-purpose = Purpose
field-trajectory_opened-purpose-help = What is this trajectory for, in the words in which you told the client?

field-trajectory_opened-lead = Lead
field-trajectory_opened-lead-help = Who is in the lead at the start? Fill in the code of that person.

field-benefit_band = Time on benefit
field-benefit_band-help = How long has the client been on benefit? It shows whose voice we miss.

field-scope = For what
field-scope-help = For what is this person in the lead?

field-lead_assigned-from = From
field-lead_assigned-from-help = From which day is this person in the lead?

field-lead_assigned-client_informed = Client informed
field-lead_assigned-client_informed-help = Does the client know who is in the lead?

field-lead_assigned-reason = Reason
field-lead_assigned-reason-help = Why does this person get the lead?

field-lead_assigned-until = Until
field-lead_assigned-until-help = Until which day? Empty means: until something changes.

field-conversation_held-kind = Kind of conversation
field-conversation_held-kind-help = What kind of conversation was it? ‘Gathering’ is listening without an agenda.

field-participants = Participants
field-participants-help = Who took part? A conversation between three is equal sooner than one between two.

field-participant-role = Role
field-participant-role-help = In which role did this person take part?

field-participant-actor = Person
field-participant-actor-help = What is the code of this person? Leave it empty for the client.

field-conversation_held-client_words = Client’s words
field-conversation_held-client_words-help = What did the client say? Write it down as it was said, or choose ‘none’.

field-approach = Approach
field-approach-help = What was your way of treating the client in this conversation?

field-feelings_named = Feelings named
field-feelings_named-help = Were feelings spoken about? Acknowledging feelings is part of being in charge.

field-assumptions = Assumptions
field-assumptions-help = What did you think you knew beforehand? Later you can see whether it was right.

field-assumption = Assumption
field-assumption-help = What did you think you knew?

field-assumption-outcome = Was it right?
field-assumption-outcome-help = Was the assumption right?

field-note = Note
field-note-help = What do you want to note yourself? Describe what you saw and heard, without judging.

field-sanction_mentioned = Sanction mentioned
field-sanction_mentioned-help = Was a sanction or cut mentioned in this conversation? Somebody who feels unsafe tells less.

field-future_perspective_voiced-words = Client’s words
field-future_perspective_voiced-words-help = Where does the client want to go, in their own words? A dream is fine.

field-meaning = Meaning
field-meaning-help = Why does this matter to the client?

field-nearness = How near
field-nearness-help = How near does this feel to the client, from 1 (far away) to 5 (very near)?

field-life_domain_assessed-domain = Life domain
field-life_domain_assessed-domain-help = Which of the eight life domains is it about?

field-situation = Situation
field-situation-help = How are things now in this life domain? Describe it without judging.

field-urgency = Urgency
field-urgency-help = How urgent is it?

field-life_domain_assessed-source = Account of
field-life_domain_assessed-source-help = Whose account is this?

field-life_domain_assessed-talent = Talent or possibility
field-life_domain_assessed-talent-help = What goes well here, or what can the client do? Look first at what is there.

field-life_domain_assessed-obstacle = Obstacle
field-life_domain_assessed-obstacle-help = What stands in the way here?

field-client_score = Client’s score
field-client_score-help = Which score does the client give, from 1 (bad) to 5 (good)?

field-professional_score = Professional’s score
field-professional_score-help = Which score do you give, from 1 (bad) to 5 (good)? A difference with the client is information.

field-starts_here = It starts here
field-starts_here-help = Is this the life domain where you start together?

field-behaviour = Behaviour
field-behaviour-help = Which concrete behaviour is it? The more exact, the better you see a change later.

field-behaviour-action = What somebody does
field-behaviour-action-help = What exactly does somebody do then?

field-behaviour-target = Aimed at
field-behaviour-target-help = At what or at whom is it aimed?

field-context = Where
field-context-help = In which surroundings does it happen?

field-time = When
field-time-help = At which moment does it happen?

field-willing = Willing
field-willing-help = Does somebody want this? Give scores from 1 (low) to 5 (high).

field-attitude = Attitude
field-attitude-help = How good or bad does somebody think this behaviour is, from 1 (bad) to 5 (good)?

field-social_pressure = Social pressure
field-social_pressure-help = How much do others think somebody should do this, from 1 (not) to 5 (strongly)?

field-self_efficacy = Belief in own ability
field-self_efficacy-help = How much does somebody believe that it will work out, from 1 (not) to 5 (strongly)?

field-intention = Intention
field-intention-help = How firmly does somebody plan to do it, from 1 (not) to 5 (firmly)?

field-able = Able
field-able-help = Can somebody do this? Give scores from 1 (low) to 5 (high).

field-skill = Knowledge and skill
field-skill-help = Does somebody have enough knowledge and skill, from 1 (not) to 5 (plenty)?

field-environment = Surroundings
field-environment-help = How much room do the surroundings give, from 1 (great obstacle) to 5 (all room)?

field-behaviour_picture_made-lever = Lever
field-behaviour_picture_made-lever-help = Where does a first step help most: motivation, a skill, or taking away an obstacle?

field-made_with = Made with
field-made_with-help = Who made this picture together?

field-beliefs = Beliefs
field-beliefs-help = What does somebody believe that makes it work out or not?

field-readiness = Is the time right?
field-readiness-help = Is somebody ready for it? Sometimes a solution is not what somebody needs now.

field-background = Background
field-background-help = What plays a part in the background?

field-needs = Basic needs
field-needs-help = Which needs were discussed: choosing for yourself, being able, belonging?

field-need = Need
field-need-help = Which need is it?

field-met = Met
field-met-help = How well is this need met, from 1 (not) to 5 (fully)?

field-need_score-weight = Importance
field-need_score-weight-help = How heavily does this need weigh for the client, from 1 (lightly) to 5 (heavily)?

field-need_score-words = Own words
field-need_score-words-help = What does the client say about this?

field-needs_voiced-source = Account of
field-needs_voiced-source-help = Whose account is this?

field-urgent_obstacle_reported-domain = Life domain
field-urgent_obstacle_reported-domain-help = In which life domain is it urgent?

field-urgent_obstacle_reported-what = What is wrong
field-urgent_obstacle_reported-what-help = What is wrong that cannot wait?

field-since = Since
field-since-help = Since when is this so? Fill in this, or the day on which it goes wrong.

field-deadline = Goes wrong on
field-deadline-help = On which day does it go wrong when nothing is done?

field-urgent_obstacle_reported-effect = Effect
field-urgent_obstacle_reported-effect-help = What does this do to the room for anything else? Stress takes room in the mind.

field-stabilisation_agreed-obstacle = Urgent obstacle
field-stabilisation_agreed-obstacle-help = To which reported obstacle does this help belong?

field-help = Help
field-help-help = Which practical help was agreed?

field-stabilisation_agreed-by = Help by
field-stabilisation_agreed-by-help = Who gives the help? Fill in the code of that person.

field-stabilisation_agreed-by_when = By
field-stabilisation_agreed-by_when-help = By when is the help there?

field-demands_paused_until = Pause until
field-demands_paused_until-help = Until which day do you ask nothing else? First rest, then further on.

field-obstacle_stabilised-obstacle = Urgent obstacle
field-obstacle_stabilised-obstacle-help = Which reported obstacle is it?

field-state = State now
field-state-help = Is it solved, manageable or did it not work out?

field-obstacle_stabilised-client_view = Client’s view
field-obstacle_stabilised-client_view-help = What does the client say: is there calm again? If it was not asked, choose ‘not asked’.

field-next = Next
field-next-help = What is the next step?

field-goal_set-goal = Goal
field-goal_set-goal-help = What is the goal? Choose something within reach; the dream stays beside it.

field-formulated_by = Put into words by
field-formulated_by-help = Who came up with the goal: the client, both of you, or the professional? A goal of one’s own lasts longer.

field-near_step = Near step
field-near_step-help = What is the first step that is near?

field-goal_set-by_when = By
field-goal_set-by_when-help = By when does the client want to have reached this?

field-goal_set-client_words = Client’s words
field-goal_set-client_words-help = How does the client say it?

field-client_confirms = Client confirms
field-client_confirms-help = Does the client say: yes, this is my goal?

field-goal_set-perspective = Future perspective
field-goal_set-perspective-help = Which future perspective does this goal serve?

field-goal_reviewed-goal = Goal
field-goal_reviewed-goal-help = Which goal was discussed?

field-goal_reviewed-result = Result
field-goal_reviewed-result-help = Is the goal reached, on course, adjusted or let go?

field-goal_reviewed-client_view = Client’s view
field-goal_reviewed-client_view-help = How does the client look at the progress?

field-learning_experience_noted-what = What happened
field-learning_experience_noted-what-help = What worked out? A small success counts too.

field-learning_experience_noted-talent = Talent used
field-learning_experience_noted-talent-help = Which talent did the client use here?

field-learning_experience_noted-client_words = Client’s words
field-learning_experience_noted-client_words-help = How does the client tell it?

field-learning_experience_noted-goal = Goal
field-learning_experience_noted-goal-help = To which goal does this experience belong?

field-client_voice_recorded-words = Client’s words
field-client_voice_recorded-words-help = What does the client want to say? Write it down as it was said.

field-client_voice_recorded-about = Is about
field-client_voice_recorded-about-help = Which step is this about? Empty means: about the whole.

field-heard = Heard
field-heard-help = How heard does the client feel, from 1 (not) to 5 (fully)?

field-seen = Seen
field-seen-help = How seen does the client feel, from 1 (not) to 5 (fully)?

field-understood = Understood
field-understood-help = How understood does the client feel, from 1 (not) to 5 (fully)?

field-new_problem_after = New problem
field-new_problem_after-help = Is there a problem now that was not there before? Sometimes help makes things harder.

field-client_voice_recorded-helped = What helped
field-client_voice_recorded-helped-help = What has helped the client?

field-not_helped = What did not help
field-not_helped-help = What has not helped the client?

field-client_voice_recorded-dependence_felt = Feels dependent
field-client_voice_recorded-dependence_felt-help = Does the client feel dependent? Then it is hard to say honestly what you think.

field-professional = Professional
field-professional-help = Who is the professional in the tandem? Fill in the code of that person.

field-experience_expert = Expert by experience
field-experience_expert-help = Who is the expert by experience in the tandem? Fill in the code of that person.

field-tandem_formed-purpose = For what
field-tandem_formed-purpose-help = What do they work together for?

field-tandem_formed-from = From
field-tandem_formed-from-help = From which day do they work together?

field-tandem_formed-until = Until
field-tandem_formed-until-help = Until which day do they work together? Empty means that there is no last day.

field-trained = Trained
field-trained-help = Was this person trained as an expert by experience? Without training the role is person with lived experience; both count.

field-experience_perspective_given-topic = Topic
field-experience_perspective_given-topic-help = What is this perspective about?

field-content = Perspective
field-content-help = How does this person look at it, from lived experience?

field-differs = Looks differently
field-differs-help = Is this another view than the team’s? Another view is what helps.

field-experience_perspective_given-about = Is about
field-experience_perspective_given-about-help = Which step is this perspective about?

field-changed_something = Changed something
field-changed_something-help = Did this perspective change something?

field-contribution = Contribution
field-contribution-help = What did this person do: stand beside the client, translate, ask a question, or point out where it lies?

field-benefit_risk_checked = Benefit risk checked
field-benefit_risk_checked-help = Was it checked whether the compensation affects a benefit? Nobody should get into trouble by helping.

field-roles = Roles present
field-roles-help = Which roles were present?

field-case_discussion_held-question = Question
field-case_discussion_held-question-help = Which question was on the table?

field-perspectives = Perspectives
field-perspectives-help = How did the different roles look at it?

field-perspective-role = Role
field-perspective-role-help = From which role is this view?

field-perspective-perspective = View
field-perspective-perspective-help = How did this role look at it?

field-differences = Differences
field-differences-help = Where did the views differ? There is most to learn there.

field-case_discussion_held-client_informed = Client informed
field-case_discussion_held-client_informed-help = Does the client know that the case was discussed, and what came of it?

field-table = Table
field-table-help = At which table was it discussed, such as a case team or an escalation table?

field-next_steps = Next steps
field-next_steps-help = What happens now?

field-case_handed_over-from = Handed over by
field-case_handed_over-from-help = Who hands over the case? Fill in the code of that person.

field-case_handed_over-to = Handed over to
field-case_handed_over-to-help = Who receives the case? Fill in the code of that person.

field-case_handed_over-reason = Reason
field-case_handed_over-reason-help = Why does the counsellor change?

field-manner = Warm or cold
field-manner-help = Was there a conversation between the three (warm), or not (cold)?

field-case_handed_over-client_informed = Client informed beforehand
field-case_handed_over-client_informed-help = Did the client know this beforehand?

field-open_commitments = Open promises
field-open_commitments-help = What was promised and not yet done? Name everything, or choose ‘none’. A change must not cost the client anything.

field-not_again = Not to be told again
field-not_again-help = What need the client not tell again?

field-places = Where the client is now
field-places-help = Where is the client now? Every place counts the same.

field-client_account = Client’s account
field-client_account-help = How does the client look back, in their own words?

field-no_account_reason = No account, because
field-no_account_reason-help = Why is there no account of the client?

field-self_attribution = Did it myself
field-self_attribution-help = How much does the client feel: I did this myself, from 1 (not) to 5 (fully)? Or choose ‘not asked’.

field-last_measurement = Last measurement
field-last_measurement-help = What is the last measurement? If there is none, choose ‘not measured’.

field-aftercare_on = Aftercare on
field-aftercare_on-help = On which day will you ask how things are afterwards?
