# An audit round: help with the commands.

cli-value-round = ROUND
cli-value-percent = PERCENT
cli-value-seed = SEED
cli-value-group = GROUP
cli-value-verdict = STEP=VERDICT
cli-value-score = SCORE
cli-value-method = METHOD
cli-help-option-in-round = The name of the round.
cli-help-option-of-case = The number of the case, such as ZAAK-001.
cli-help-option-at-step = The number of the step in the dossier.
cli-help-option-as = Your code, such as AU-01.
cli-help-option-role = Your role, such as AU or TM. Otherwise AU, which is auditor.
cli-help-audit-instrument-role = Your role. Otherwise BH, which is administrator.
cli-help-audit = Audit cases in a round: plan, draw, rate, discuss and follow up.
cli-help-audit-more = A round begins with ‘audit plan’. Then you draw the cases with ‘audit draw’.
    With ‘audit list --as YOUR-CODE’ you see what you still have to do. The whole way is in docs/toetsen.md.
cli-help-audit-plan = Plans a round: what you want to know, which period, who rates.
cli-help-audit-draw = Draws the cases of a round, so that anybody can repeat the draw.
cli-help-audit-draw-more = The book keeps the seed and the place in the log. With --again you repeat the draw.
    A case in which a rater decided is not for that rater. A case that was looked at lately is left in peace.
cli-help-audit-draw-as = Your code. Not needed with --again.
cli-help-audit-draw-method = How cases are drawn: aselect (random), gelaagd (stratified), naar_risico (by risk) or systematisch (systematic).
cli-help-audit-draw-strata = What makes the strata: gemeente (municipality), team, besluit (decision) or wet (law). By municipality, all of the book takes part.
cli-help-audit-draw-size = How many cases. Otherwise the advised number.
cli-help-audit-draw-certainty = The certainty that you want, in percent.
cli-help-audit-draw-tolerable = The percentage of cases that may have a shortcoming.
cli-help-audit-draw-expected = The percentage with a shortcoming that you expect.
cli-help-audit-draw-seed = The seed, 16 characters from 0 to f. Otherwise chance decides.
cli-help-audit-draw-case = Choose this case by hand. May be repeated. Such cases say nothing about the rest.
cli-help-audit-draw-targeted = Point at this many cases besides, by their signals.
cli-help-audit-draw-signal = Point only by this signal. May be repeated.
cli-help-audit-draw-again = Repeats every draw and says whether it comes out the same.
cli-help-audit-list = Shows what you still have to do in rounds: reading, answering, actions.
cli-help-audit-case = Shows a case step by step, as you are to read it.
cli-help-audit-case-context = Also shows the steps that you read as background only.
cli-help-audit-rate = Rates a case: every step and every criterion.
cli-help-audit-rate-more = Without verdicts on the command line the book asks the questions on a terminal.
    A verdict on a step is ja (yes), nee (no) or twijfel (doubt), with the reason behind it.
cli-help-audit-rate-step = A verdict on a step, such as ‘4=nee: discussed too late’. May be repeated.
cli-help-audit-rate-rest = The verdict on all other steps, such as ‘ja: fits the question’.
cli-help-audit-rate-score = The score of a criterion, such as ‘c1=3’ or ‘c1=2: the reason’. May be repeated.
cli-help-audit-rate-given = Your own rating, when it differs from what was worked out.
cli-help-audit-rate-reason = Why your rating differs.
cli-help-audit-rate-minutes = How many minutes it took.
cli-help-audit-finding = Records a finding about a step: a strong point, a question or a shortcoming.
cli-help-audit-open = Opens the ratings of a case, or of every case that is ready. The moderator does so.
cli-help-audit-answer = Answers a finding. Name the case and the step of the finding.
cli-help-audit-action = Agrees what happens after a finding: what, who and when.
cli-help-audit-check = Checks whether an action was done. Somebody else than its owner does so.
cli-help-audit-agreement = Compares two ratings of one case, and says what to discuss.
cli-help-audit-agreement-more = There is a figure only from ten cases that two people rated. The book never gives a figure per person.
cli-help-audit-agreement-per = Only ‘ronde’ (round). Not by person.
cli-help-audit-report = Makes the report of a round: strong points first.
cli-help-audit-report-full = Everything, also by case and with the account of the draw.
cli-help-audit-report-management = For management: without names and without cases.
cli-help-audit-report-pdf = Writes the report to this file as PDF.
cli-help-audit-report-by = Only ‘ronde’ (round). Not by person.
cli-help-audit-close = Closes a round, with its conclusion.
cli-help-audit-instrument = Shows the criteria you rate with, or adopts new ones.
cli-help-audit-instrument-edition = The name of an edition. Otherwise that of today.
cli-help-audit-instrument-form = Writes the edition as JSON, to be changed.
cli-help-audit-instrument-adopt = Adopts the edition in this file.
cli-help-audit-burden = Shows how many minutes recording and auditing take, never per person.
cli-help-audit-burden-from = The first day that counts.
cli-help-audit-burden-until = The last day that counts.
cli-help-audit-burden-by = Only by work, event or role: work, event, role.
cli-help-audit-burden-municipality = Only this municipality.
cli-help-audit-burden-team = Only this team.
cli-help-option-municipality = The municipality of the round. Otherwise that of the book.

# What can go wrong.

cli-trouble-audit-no-round = There is no round { $given }. There are: { $there }.
cli-next-audit-no-round = Check the name, or plan the round with ‘audit plan’.
cli-trouble-audit-not-in-round = Case { $given } is not in round { $round }.
cli-next-audit-not-in-round = See with ‘audit list’ which cases you read.
cli-trouble-audit-no-step = Case { $given } has no step { $step } of this kind.
cli-next-audit-no-step = See with ‘dossier story’ which number the step has.
cli-trouble-audit-no-instrument = There is no edition { $given } of the audit instrument.
cli-next-audit-no-instrument = See the editions with ‘audit instrument’.
cli-trouble-audit-nothing-to-draw = There is nothing to draw. { $count } cases are left out.
cli-next-audit-nothing-to-draw = Widen the period or the team, or choose cases with --case.
cli-trouble-audit-no-sample = No sample can show this.
cli-next-audit-no-sample = Expect fewer shortcomings than you tolerate, with a certainty below 100 percent.
cli-trouble-audit-no-seed = { $given } is no seed.
cli-next-audit-no-seed = Give 16 characters from 0 to f, or leave out --seed.
cli-trouble-audit-no-draw = Round { $round } has no draw yet.
cli-next-audit-no-draw = Draw the cases with ‘audit draw’.
cli-trouble-audit-persons = The book gives no figure per person ({ $given }).
cli-next-audit-persons = Auditing is about the work, not about who did it. Ask for the figure of the whole round.
cli-trouble-audit-no-group = There is no group { $given }. There are: { $there }.
cli-next-audit-no-group = Choose one of these groups.
cli-trouble-audit-too-few-double = There is no figure yet. Two people rated { $found } cases, and { $least } are needed.
cli-next-audit-too-few-double = Have more cases rated by two people and open them. Meanwhile discuss the items above.
audit-no-method = There is no manner of drawing { $given }. Choose aselect, gelaagd, naar_risico or systematisch.
audit-rate-step-wrong = ‘{ $given }’ is no verdict on a step. Write it like ‘4=nee: the reason’.
audit-rate-score-wrong = ‘{ $given }’ is no score. Write it like ‘c1=3’ or ‘c1=2: the reason’.

# The draw.

audit-draw-title = Draw of round { $round }
audit-draw-frame = Cases to draw from
audit-draw-left-out = Left out
audit-draw-advice = Advice
audit-draw-seed = Seed
audit-draw-until = Read up to position
audit-draw-stratum = Stratum
audit-draw-cases = Drawn
audit-draw-targeted = Pointed at
audit-draw-double = Read twice
audit-draw-digest = Digest
audit-draw-advice-text = { $size } cases. The table says { $table }, with at most { $accepts } with a shortcoming
audit-draw-stratum-text = { $drawn } of { $size }
audit-draw-double-text = { $count ->
    [one] a second person reads 1 case too
   *[other] a second person reads { $count } cases too
}
audit-draw-no-second = For { $count } cases there is no second reader who took no decision in it.
audit-draw-risk = This is another draw. The chance of a wrong ‘it is well’ is now { $risk } percent, more than with one draw.
audit-draw-again = Repeat this draw with ‘audit draw { $round } --again’.
audit-again-title = Draw { $number }
audit-again-same = Exactly the same comes out.
audit-again-other = Something else comes out than was recorded.
audit-again-by-hand = These cases were chosen by hand. That cannot be repeated.
audit-reason-own-case = everybody who rates took a decision in it
audit-reason-recently-seen = looked at within the last year
audit-reason-outside-period = nothing happened in the period that is read
audit-reason-not-confirmed = not confirmed yet that nobody can be recognised
audit-reason-drawn-before = drawn earlier in this round

# The list, the case and the rating.

audit-list-title = Auditing: what { $who } still does on { $day }
audit-list-none = There is nothing for you to do now.
audit-list-due = By
audit-list-what = What
audit-list-round = Round
audit-list-case = Case
audit-list-step = Step
audit-list-late = { $day } (late)
audit-task-draw = Draw cases
audit-task-rate = Read and rate
audit-task-open = Open the ratings
audit-task-answer = Answer a finding
audit-task-agree = Agree what happens
audit-task-do = Carry out an action
audit-task-check = Check an action
audit-task-close = Close the round
audit-case-title = Round { $round }, case { $number }
audit-case-count = { $judged } steps to judge, { $context } as background, { $outside } outside the period.
audit-case-pointed = A signal pointed at this case: { $signal }.
audit-case-context = Background
audit-case-judged = Was this the right step?
audit-case-criteria = Criteria
audit-case-own = Your rating
audit-case-other = Another rating
audit-case-computed = Rating worked out
audit-case-given = Rating given
audit-rate-keys = Type < to go back and ! to stop. What you answered is kept.
audit-rate-right-step = Was this really the right step? ja (yes), nee (no) or twijfel (doubt)
audit-rate-why = Why?
audit-rate-why-optional = Why? Enter when you have nothing to add
audit-rate-score = Score: 4, 3, 2, 1, niet_van_toepassing or niet_te_zien
audit-rate-computed = From the criteria follows: { $rating }
audit-rate-given = Your rating of the whole case. Enter when you agree, or 4, 3, 2 or 1
audit-rate-override = Why does your rating differ?
audit-open-now = { $count ->
    [0] Nothing was opened now.
    [one] Opened: { $cases }.
   *[other] Opened, { $count } cases: { $cases }.
}
audit-open-waiting = { $count ->
    [0] All cases were rated.
    [one] Still waits for a rating: { $cases }.
   *[other] Still wait for a rating, { $count } cases: { $cases }.
}
audit-instrument-title = Audit instrument { $edition }, from { $day }
audit-instrument-change = To change it, write the edition with --form, give it a name and day of its own, and adopt it with --adopt.

# Agreement.

audit-agreement-title = What two readers of one case say
audit-agreement-count = { $double } cases were rated by two people and opened. { $closed } wait to be opened.
audit-agreement-items = To discuss, the largest difference first
audit-agreement-no-items = There are no differences.
audit-agreement-n = Compared
audit-agreement-n-text = { $items } items in { $cases } cases
audit-agreement-percent = Said the same
audit-agreement-kappa = Cohen’s kappa
audit-agreement-linear = Cohen’s kappa, linear
audit-agreement-quadratic = Cohen’s kappa, quadratic
audit-agreement-fleiss = Fleiss’ kappa
audit-agreement-nominal = Krippendorff’s alpha, nominal
audit-agreement-ordinal = Krippendorff’s alpha, ordinal
audit-agreement-interval = Krippendorff’s alpha, interval
audit-agreement-ac1 = Gwet’s AC1
audit-agreement-table = First reader down, second reader across:
audit-agreement-about = Who reads first and second changes from case to case. Agreement is not the same as being right. Discuss the differences.
audit-subject-case = The rating of the whole case
audit-subject-steps = Right step
audit-subject-criteria = All criteria together
audit-measured = { $value } ({ $low } to { $high })
audit-differing = { $place }, { $what }: { $said }.
audit-percent = { $number }%

# The report.

audit-report-title = Audit round { $round }
audit-report-title-full = Audit round { $round }, the whole report
audit-report-title-management = Audit round { $round }, for management
audit-report-footer = Audit round { $round } · { $day }
audit-report-pages = page {"{"}page{"}"} of {"{"}pages{"}"}
audit-report-period = { $from } up to and including { $until }
audit-report-cases-label = Cases
audit-report-cases = { $seen } of { $all } cases were rated and opened. A signal pointed at { $pointed } of them. There were { $frame } cases to choose from.
audit-report-read-label = Read
audit-report-judged-label = Judged
audit-report-instrument-label = Audit instrument
audit-report-strengths = Strong points
audit-report-strengths-none = No strong points were written down yet.
audit-report-figures = In figures
audit-report-right-steps = Steps that were the right step
audit-report-shortcoming = Cases with a shortcoming
audit-report-strength = Cases with a strong point
audit-report-met = Score 3 or 4: { $criterion }
audit-report-share = { $share } (between { $low } and { $high })
audit-report-column-what = What
audit-report-column-share = Share
audit-report-column-of = Of
audit-report-column-criterion = Criterion
audit-report-column-not-applicable = n/a
audit-report-column-not-visible = not seen
audit-report-spread = How often each score was given
audit-report-interval-note = The interval stands in brackets, with { $percent } certainty.
audit-report-estimate-note = The figures hold for all cases that were drawn from. Each case weighs as its chance asks.
audit-report-no-estimate-note = These cases were not chosen by chance in one draw. The figures hold for these cases only.
audit-report-whole-note = All cases there were to choose from were read. The two numbers say what to expect of such cases.
audit-report-still-out = { $count } drawn cases do not count yet: they are not rated or not opened.
audit-report-at-most = With { $certainty } certainty not more than { $limit } of the { $frame } cases have a shortcoming.
audit-report-looked-again = There was more than one draw. The chance of a wrong ‘it is well’ is therefore { $risk }.
audit-report-to-answer = Questions and shortcomings
audit-report-to-answer-none = No questions or shortcomings were written down.
audit-report-answered = Answer: { $position }. { $reason }
audit-report-unanswered = No answer yet.
audit-report-more = And { $count } more. They are in the whole report.
audit-report-actions = Actions
audit-report-column-where = Where
audit-report-column-action = What is done
audit-report-column-owner = By
audit-report-column-due = Due
audit-report-column-state = State
audit-report-action-done = done and checked
audit-report-action-not-done = not done
audit-report-action-late = late
audit-report-action-open = under way
audit-report-to-discuss = To discuss
audit-report-to-discuss-why = Two readers saw this differently. Begin with the largest difference.
audit-report-agreement = Agreement
audit-report-agreement-few = There is no figure. Two people rated { $found } cases, and { $least } are needed.
audit-report-agreement-subject = About
audit-report-agreement-items = Items
audit-report-agreement-same = Same
audit-report-agreement-kappa = Kappa
audit-report-agreement-alpha = Alpha
audit-report-agreement-ac1 = AC1
audit-report-agreement-note = Kappa is Cohen’s, with linear weights for scores. Alpha is Krippendorff’s, ordinal for scores. AC1 is Gwet’s. There is no figure when everybody said the same everywhere.
audit-report-per-case = Case by case
audit-report-not-opened = The ratings of this case were not opened yet.
audit-report-column-step = Step
audit-report-column-verdict = Verdict
audit-report-rated = Rating of the whole case: { $ratings }
audit-report-conclusion = Conclusion
audit-report-account = How the cases were chosen
audit-report-draw-label = Draw
audit-report-method-label = Manner of drawing
audit-report-seed-label = Seed
audit-report-until-label = Read up to position
audit-report-digest-label = Digest
audit-report-frame-label = Cases to draw from
audit-report-stratum = { $drawn } of { $size } drawn
audit-report-again = Anybody can repeat this with ‘weegboek audit draw { $round } --again’.
audit-report-place = { $number }, step { $step }
audit-report-closed-words = [shielded]
audit-report-held-back = not told: too few cases
audit-report-management-cases = This round looked at about { $count } cases.
audit-report-management-few = This round looked at too few cases to tell the number.
audit-report-management-norm = A figure stands here only when it is about at least { $norm } clients. Counts are rounded.
audit-report-written = The report is in { $path }.

# What it costs.

audit-burden-title = Minutes for recording and auditing
audit-burden-few = Fewer than { $least } people recorded anything. Therefore no minutes stand here.
audit-burden-what = What
audit-burden-minutes = Minutes
audit-burden-timed = With minutes
audit-burden-missing = Without minutes
audit-burden-each = Mean
audit-burden-total = Together
audit-burden-others = All others together
audit-burden-by-work = By work
audit-burden-by-event = By what was recorded
audit-burden-by-role = By role
audit-burden-about = Nobody has to note minutes. A row is about at least { $least } people. Nothing stands here per person.
audit-work-recording = Recording in dossiers
audit-work-auditing = Auditing
audit-work-learning = Learning
