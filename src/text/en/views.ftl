# The fact tables: how they stand, their file, free SQL.

cli-value-sql = SQL
cli-value-format = FORMAT

cli-help-views = The fact tables that questions are answered from.
cli-help-views-more = The tables follow from the log. You can always throw the folder ‘views’ away: they are made again by themselves.
cli-help-views-status = Shows whether the tables are up to date, how much is in them and what could not be read.
cli-help-views-refresh = Brings the tables up to date with everything recorded.
cli-help-views-rebuild = Makes the tables all over again. Whoever reads meanwhile keeps the old ones.

cli-help-sql = Answers your own SQL over the fact tables. For the analyst only.
cli-help-sql-more = You get single records, without protection of small groups. For figures to share there is ‘ask’.
    Each time it is recorded who asked, and for what. You can only read; there are no words in it.
    See the tables first with ‘weegboek sql --tables’, and one table with ‘weegboek sql --tables decisions’.
cli-help-sql-query = Your question: one statement that reads, such as "SELECT kind, COUNT(*) FROM decisions GROUP BY kind".
cli-help-sql-file = Reads the question from this file.
cli-help-sql-purpose = What you use the answer for. This is recorded.
cli-help-sql-actor = Your code. Otherwise WEEGBOEK_ACTOR counts.
cli-help-sql-role = Your role: OZ, BE, TM, AU or BH. Otherwise WEEGBOEK_ROLE counts.
cli-help-sql-format = The form of the answer: table, json or csv.
cli-help-sql-limit-rows = How many rows you want at most: 10,000 when you say nothing, and never more than a million.
cli-help-sql-limit-seconds = How long it may take at most: 30 seconds when you say nothing.
cli-help-sql-tables = Shows which tables there are. With the name of a table behind it you see its columns.

cli-views-busy = Fact tables
cli-views-up-to-date = The tables were up to date already, up to position { $position }.
cli-views-caught-up = { $count ->
    [one] The tables took in { $count } event, up to position { $position }.
   *[other] The tables took in { $count } events, up to position { $position }.
}
cli-views-rebuilt = { $count ->
    [one] The tables were made anew, because { $why }. There is { $count } row in them now, up to position { $position }.
   *[other] The tables were made anew, because { $why }. There are { $count } rows in them now, up to position { $position }.
}
cli-views-why-asked = you asked for it
cli-views-why-absent = there were none yet
cli-views-why-other-log = they were of another log
cli-views-why-other-version = they were of another version
cli-views-why-damaged = the file was no longer right ({ $why })
cli-views-why-ahead = they knew events that are not in the log
cli-views-why-far-behind = that was quicker than bringing them up to date
cli-views-why-settings = there is a new edition of a catalogue

cli-views-stand-up-to-date = The tables are up to date.
cli-views-stand-behind = { $count ->
    [one] The tables are { $count } event behind. The first question takes it in.
   *[other] The tables are { $count } events behind. The first question takes them in.
}
cli-views-stand-to-be-made = The first question makes the tables anew, because { $why }.
cli-views-file = File
cli-views-bytes = Bytes
cli-views-events = Events in them
cli-views-head = Events in the log
cli-views-known = Last one in them
cli-views-head-known = Last one in the log
cli-views-built = Made
cli-views-refreshed = Last brought up to date
cli-views-version = Version of the tables
cli-views-parked = Not readable
cli-views-parked-one = Position { $position }, type { $type }: { $why }
cli-views-parked-next = Everything else is in them. Is the cause gone? Then make the tables anew with ‘weegboek views rebuild’.
cli-views-head-table = Table
cli-views-head-rows = Rows
cli-views-head-versions = With earlier versions

cli-sql-microdata = Mind: these are single records about people, without protection of small groups. Do not share them. That you asked for them, and for what, stands at position { $position }.
cli-sql-cut-rows = { $count ->
    [one] The answer is not complete: it stops after { $count } row. Ask for more with --limit-rows.
   *[other] The answer is not complete: it stops after { $count } rows. Ask for more with --limit-rows.
}
cli-sql-cut-time = { $count ->
    [one] The answer is not complete: it was stopped after { $count } second. Ask for less, or give more time with --limit-seconds.
   *[other] The answer is not complete: it was stopped after { $count } seconds. Ask for less, or give more time with --limit-seconds.
}
cli-sql-count = { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
cli-sql-count-cut = { $count ->
    [one] { $count } row; there is more
   *[other] { $count } rows; there is more
}
cli-sql-tables-more = You see the columns of a table with its name behind it. Every table shows what holds now. With ‘all_’ before it you see earlier versions too.
cli-sql-no-such-table = There is no table { $given }.
cli-sql-no-such-table-next = See with ‘weegboek sql --tables’ which there are.

cli-kept-views = Nothing in the book was changed.
cli-trouble-views-busy = The fact tables were in use too long: { $who }.
cli-next-views-busy = Wait until that is done and try again.
cli-trouble-views-damaged = The file { $path } with fact tables is damaged: { $why }.
cli-next-views-damaged = Ask again: the tables are then made anew from the log.
cli-trouble-views-refused = This question is not allowed: { $why }.
cli-next-views-refused = Read only the tables that ‘weegboek sql --tables’ names. Writing is not possible.
cli-trouble-views-question = This question cannot be understood: { $why }.
cli-next-views-question = Ask one SELECT. You see tables and columns with ‘weegboek sql --tables’.
cli-trouble-views-too-large = This question needs more memory than a question may use.
cli-next-views-too-large = Ask for less at once: a shorter period, fewer columns or a grouping.
cli-trouble-views-failed = The fact tables do not work: { $why }.
cli-next-views-failed = Check that there is room on the disk, or else throw the folder ‘views’ away. It is made again.

table-action-checks = One row for each check of an action.
table-actions = One row for each action that was agreed about a finding.
table-behaviour-pictures = One row for each behaviour picture.
table-bundle-exceptions = One row for each exception in a bundle.
table-bundles = One row for each bundle of exceptions.
table-case-discussions = One row for each case discussion.
table-catalogue-entries = One row for each catalogue entry of an edition.
table-closing-places = One row for each place where somebody landed; places rank equal.
table-closings = One row for each closing of a trajectory.
table-contests = One row for each contest of a decision.
table-conversations = One row for each conversation.
table-corrections = One row for each correction.
table-days = One row for each day.
table-decision-alternatives = One row for each alternative weighed in a decision in force.
table-decision-corners = One row for each corner of the value triangle of a decision in force.
table-decision-legal = One row for each legal basis of a decision in force.
table-decision-principles = One row for each stance of a decision in force towards a principle.
table-decisions = One row for each decision, with the justification in force: a reconsideration that changes or withdraws it gives a new version.
table-drawn-cases = One row for each case of a round; the dossier is that case.
table-enforcement-talks = One row for each alignment with enforcement beforehand.
table-entries = One row for every event of a dossier.
table-exceptions = One row for each exception to a rule or habit.
table-experience-perspectives = One row for each experience perspective.
table-finding-answers = One row for each answer to a finding.
table-findings = One row for each finding.
table-goal-reviews = One row for each review of a goal.
table-goals = One row for each goal.
table-handovers = One row for each handover.
table-instrument-extensions = One row for each extension of an instrument.
table-instrument-reviews = One row for each review of an instrument.
table-instruments = One row for each instrument that was started.
table-judgements = One row for each joint judgement.
table-learning-answers = One row for each answer of a learner, from the moment at which its learner had finished.
table-learning-experiences = One row for each learning experience.
table-letters = One row for each letter.
table-life-domains = One row for each life domain that was mapped.
table-measurements = One row for each value that was measured: measurements, and the zero values of opening, life domains, behaviour pictures and needs.
table-needs = One row for each need that was discussed.
table-norms = One row for each norm of an edition.
table-obstacles = One row for each obstacle in the organisation.
table-option-set-options = One row for each option put forward.
table-option-sets = One row for each set of options put forward.
table-organisation-answers = One row for each answer of the organisation.
table-perspectives = One row for each future perspective.
table-policy-context = One row for each turn of the political wind.
table-preferences = One row for each preference of a client.
table-promises = One row for each promise.
table-reconsiderations = One row for each reconsideration.
table-replays = One row for each replay by a learner.
table-review-criteria = One row for each criterion of a review within a round.
table-review-steps = One row for each step that was looked at in a review.
table-reviews = One row for each review of a dossier.
table-rounds = One row for each round that was planned.
table-sessions = One row for each session in which a group learned.
table-shieldings = One row for each shielding.
table-signal-answers = One row for each answer to a signal.
table-signals = One row for each signal: an interval of days that follows from the facts known.
table-stabilisations = One row for each agreed stabilisation.
table-steps = One row for each step of another system's log.
table-tandems = One row for each tandem of professional and experience expert.
table-terms = One row for everything with a date to keep.
table-trajectories = One row for each trajectory; its position is its dossier, its team that of the latest entry that names one.
table-urgent-obstacles = One row for each urgent obstacle.
table-visits = One row for each investigation visit.
table-voices = One row for each time a client's voice was recorded.
