# Rounds: planning, drawing, rating, opening, closing.

field-round = Round
field-round-help = Which round does this belong to? Give the name of the round.

field-round_planned-round = Name of the round
field-round_planned-round-help = What is this round called? A name is used only once.

field-round_planned-kind = Kind of round
field-round_planned-kind-help = Is it an audit, a review by theme, or learning?

field-theme = Theme
field-theme-help = Which of the four themes is it about? A review by theme has one.

field-round_planned-question = Question of the round
field-round_planned-question-help = What do you want to find out in this round?

field-round_planned-team = Team
field-round_planned-team-help = Which team are the cases of? Empty means: of every team.

field-read_from = Read from
field-read_from-help = From which day on are the cases read?

field-read_until = Read until
field-read_until-help = Up to and including which day are the cases read?

field-judged_from = Judged from
field-judged_from-help = From which day on is the work judged?

field-judged_until = Judged until
field-judged_until-help = Up to and including which day is the work judged?

field-round_planned-instrument = Audit instrument
field-round_planned-instrument-help = Which edition of the audit instrument is used to rate?

field-double_percent = Rated twice
field-double_percent-help = Which share of the cases does a second person rate too? Give a percentage.

field-raters = Raters
field-raters-help = Who rates? Give the code of each person.

field-moderator = Moderator
field-moderator-help = Who opens the ratings? This person sees double ratings only after that.

field-indicators = Questions with figures
field-indicators-help = Of which questions do you look at the figures? Use the names of ‘ask’, such as juiste-stap.

field-learning_goal = Learning goal
field-learning_goal-help = What is there to learn?

field-ends_on = Ends on
field-ends_on-help = On which day does the round end?

field-repeats = Looks again at
field-repeats-help = Which earlier round do you look at again?

field-seed = Seed
field-seed-help = With which seed was drawn? It has 16 digits, so that anybody can repeat the draw.

field-cases_drawn-method = Manner of drawing
field-cases_drawn-method-help = In which manner were the cases drawn?

field-frame_until = State of the book
field-frame_until-help = Before which position of the book were the cases gathered?

field-frame_digest = Digest of the list
field-frame_digest-help = What is the digest of the whole list of cases? It has 64 digits.

field-frame_size = Cases in the list
field-frame_size-help = How many cases could be drawn?

field-certainty = Certainty
field-certainty-help = How certain do you want to be, in percent?

field-tolerable = What you still accept
field-tolerable-help = Which share may be otherwise at most, in percent?

field-cases_drawn-expected = What you expect
field-cases_drawn-expected-help = Which share do you expect to be otherwise, in percent?

field-advised = Advised number
field-advised-help = How many cases do the tables advise?

field-strata = Strata
field-strata-help = Into which strata is the list divided?

field-excluded = Excluded
field-excluded-help = Which cases could not be drawn, and why?

field-cases = Cases drawn
field-cases-help = Which cases were drawn?

field-targeted = Cases with a signal
field-targeted-help = Which cases do you look at too, because a signal pointed at them? They count in no figure of the draw.

field-drawn_stratum-key = Stratum
field-drawn_stratum-key-help = What is this stratum called?

field-size = Cases in it
field-size-help = How many cases are in it?

field-drawn = Drawn
field-drawn-help = How many cases were drawn from it?

field-excluded_case-case = Case
field-excluded_case-case-help = Which case? Name its first step.

field-drawn_case-case = Case
field-drawn_case-case-help = Which case? Name its first step.

field-targeted_case-case = Case
field-targeted_case-case-help = Which case? Name its first step.

field-excluded_case-reason = Reason
field-excluded_case-reason-help = Why could this case not be drawn?

field-stratum = Stratum
field-stratum-help = In which stratum is the case?

field-drawn_case-weight = Stands for
field-drawn_case-weight-help = How many cases of the list does this case stand for?

field-rater = Rater
field-rater-help = Who rates this case?

field-second = Second rater
field-second-help = Who rates this case too, without seeing the first rating?

field-targeted_case-signal = Signal
field-targeted_case-signal-help = Which signal pointed at this case?

field-extra = Mask as well
field-extra-help = Which words must be masked as well?

field-remark = Remark
field-remark-help = What do you want to add?

field-action_agreed-finding = Finding
field-action_agreed-finding-help = Which finding is the action about?

field-action_agreed-what = What is done
field-action_agreed-what-help = What do you agree on?

field-action_agreed-owner = Who does it
field-action_agreed-owner-help = Who does it? Give the code of that person.

field-checker = Who checks it
field-checker-help = Who checks whether it was done? That is somebody else than who does it.

field-action_checked-action = Action
field-action_checked-action-help = Which action was checked?

field-action_checked-outcome = Outcome
field-action_checked-outcome-help = Was the action done, partly done or not done?

field-action_checked-text = What you saw
field-action_checked-text-help = What shows that?

field-again_by = Check again by
field-again_by-help = By when does somebody check the rest?

field-audit_again = Audit again
field-audit_again-help = Does this case come back in a next round?

field-view_written-about = Subject
field-view_written-about-help = Which question or criterion is it about?

field-view_written-text = What you think
field-view_written-text-help = What do you think, before anybody else speaks? Others see this only after the opening.

field-view_written-position = Does it go well?
field-view_written-position-help = Do you agree, partly agree or disagree that it goes well?

field-judgement_recorded-about = Subject
field-judgement_recorded-about-help = Which question or criterion is it about?

field-judgement_recorded-text = Judgement
field-judgement_recorded-text-help = What is the joint judgement?

field-judgement_recorded-differences = Differences
field-judgement_recorded-differences-help = Who sees it otherwise? A difference is kept beside the judgement.

field-seat = Seat
field-seat-help = From which role is this seen otherwise? Give no name.

field-kept_difference-text = What is seen otherwise
field-kept_difference-text-help = What does this person see otherwise?

field-conclusion = Conclusion
field-conclusion-help = What did the round find?

field-strengths = Strengths
field-strengths-help = What goes well and should stay?

field-round_closed-next = Next
field-round_closed-next-help = What comes next?

# A review within a round.

field-criteria = Criteria
field-criteria-help = How far is each criterion met?

field-criterion = Criterion
field-criterion-help = Which criterion is it? Give the key, such as c1.

field-score = Score
field-score-help = Which description fits best? Choose 4, 3, 2 or 1, or say that it does not apply or cannot be seen.

field-criterion_rating-reason = Reason
field-criterion_rating-reason-help = Why does this score fit?

field-criterion_rating-evidence = Shown by
field-criterion_rating-evidence-help = Which step shows it?

field-computed = Computed rating
field-computed-help = What do the criteria come down to? The book works this out itself.

field-given = Given rating
field-given-help = Which rating do you give? Empty means: the computed rating.

field-override_reason = Reason to depart
field-override_reason-help = Why do you give another rating than was computed?

field-blind = Not open yet
field-blind-help = Does this stay closed until the ratings are opened? The book fills this in itself.

# Learning.

field-learning_answer_locked-stop = Stopped at
field-learning_answer_locked-stop-help = At which decision did the replay stop?

field-noticed = What stands out
field-noticed-help = What stands out for you?

field-missing = What is missing
field-missing-help = What would you still want to know?

field-ranking = Ranking
field-ranking-help = In which order do you choose? Put your first choice on top.

field-ranked_option-option = Option
field-ranked_option-option-help = Which of the options is it? Give its number.

field-own = Own option
field-own-help = Which option do you add yourself?

field-learning_answer_locked-choice_kind = Kind of decision
field-learning_answer_locked-choice_kind-help = Which kind of decision would you take?

field-learning_answer_locked-reasons = Reasons
field-learning_answer_locked-reasons-help = Why would you choose that, with what you know now?

field-learning_answer_locked-principles = Guiding principles
field-learning_answer_locked-principles-help = Which principles do you apply, and which do you set aside on purpose?

field-law = Law
field-law-help = Is it allowed by law?

field-means = Means
field-means-help = Are we using public means sensibly?

field-self_direction = Self-direction
field-self_direction-help = Does it add to self-direction?

field-expectation = Expectation
field-expectation-help = What do you expect to happen?

field-confidence = Confidence
field-confidence-help = How sure are you, from 1 (not) to 5 (very)?

field-panel = Of a panel
field-panel-help = Is this the answer of a panel, to compare with?

field-replay_completed-answer = Locked answer
field-replay_completed-answer-help = Which answer did you lock before?

field-replay_completed-intention = Intention
field-replay_completed-intention-help = What will you do from now on?

field-hindsight = Decision and outcome
field-hindsight-help = Was the decision good, and did it end well? Those are two questions.

field-changed_by = Mind changed by
field-changed_by-help = What changed your mind?

field-form = Form
field-form-help = Which form did the session have?

field-present = Present
field-present-help = Who were there? Give roles, no names.

field-present-role = Role
field-present-role-help = Which role?

field-count = Number
field-count-help = How many people?

field-session_held-minutes = Minutes
field-session_held-minutes-help = How many minutes did the session take?

field-session_held-insight = Insight
field-session_held-insight-help = What did the group learn?

field-follow_up = Follow-up
field-follow_up-help = What will the group do with it?

field-next_on = Next meeting
field-next_on-help = When does the group meet again?
