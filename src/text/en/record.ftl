# Recording with flags or with questions, and looking back step by step.

cli-help-record = Records a step in a dossier: with options, with JSON or with questions.
cli-help-record-dossier = The number of the dossier, such as ZAAK-001.
cli-help-record-guided = Asks the questions one by one.
cli-help-record-dry-run = Shows what would be recorded, and writes nothing.
cli-help-record-id = A name of your own for this step. The same name records nothing twice.
cli-help-record-expected-version = The version of the case that you saw. If the case has moved on, nothing is recorded.
cli-help-record-form = The whole form as JSON, from a file. Use - for standard input. Options go before it.
cli-help-record-more = A hyphen may stand for an underscore: --review-on is the same as --review_on.
    Name an earlier step as #3. Give an option several times for a list.
record-heading-fields = Fields of this step
record-heading-common = Fields of every step
record-help-items = As JSON, or like this: { $fields }, with = after each name.
record-value-text = TEXT
record-value-choice = CHOICE
record-value-number = NUMBER
record-value-euro = AMOUNT
record-value-flag = YES/NO
record-value-day = DATE
record-value-moment = MOMENT
record-value-step = STEP
record-value-code = CODE
record-value-record = FIELDS
record-help-today = Without a date, today counts.
record-today = You gave no date. Today counts: { $day }.
record-in-dossier = in { $dossier } as step { $step }
record-in-dossier-closed = in dossier { $dossier }. It stays closed until the ratings are opened
record-in-organisation = with the organisation
record-done = { $event } was recorded { $place }. Version { $version }, position { $position } in the log, id { $id }.
record-was-there = { $event } was there already { $place }. Nothing was recorded twice. Version { $version }, position { $position } in the log, id { $id }.
record-dry-run = This would be recorded: { $event }, version { $version }.
record-stopped = Stopped. Nothing was recorded. Your answers are kept; the same command goes on with them.

because-not-key-value = Write this as JSON, or as name=value with semicolons in between: { $detail }.
    .plain = Write this as JSON, or as name=value with semicolons in between.
because-other-event = The form is for another step: { $detail }.
    .plain = The form is for another step.

guided-keys = Enter takes the proposal or skips.  ? more help   < back   ! stop and keep
guided-stands = = takes over what step { $step } says: ‘{ $words }’
guided-how-behind = You may put the words right behind it, after a colon. For instance: ja: the law allows it.
guided-first = This is the first question.
guided-dossier = Number of the dossier
guided-dossier-or-team = Number of the dossier (empty: the signal is about a whole team or municipality)
guided-dossier-or-none = Number of the dossier (empty: something of the organisation itself)
guided-draft = There is a draft with { $count ->
    [one] { $count } answer
   *[other] { $count } answers
    }. Go on with it? yes or no [yes]
guided-more = Do you want to record anything else?
guided-more-help = Choose one or more numbers. Enter: no, this is enough.
guided-again = Another one?
guided-again-help = Enter: no.
guided-some = yes, namely
guided-or = Or type: { $word }
guided-why = Which effect do you want, and why then this decision?
guided-chosen = Which option was chosen?
guided-chosen-help = These are the options of step { $step }.
guided-chosen-preferred = These are the options of step { $step }. The client prefers option { $preferred }.
guided-chosen-none = none of these
guided-applied = Which principles do you apply?
guided-applied-help = Choose one or more numbers, such as 3 5.
guided-applied-reason = How do you apply this principle here?
guided-aside-reason = Why do you set this principle aside here?
guided-aside-value = Which value weighed more here?
guided-aside = Do you set a principle aside on purpose?
guided-aside-help = Choose numbers. Enter: no. For each you will name the value that weighed more.
guided-permission = ‘No’ on { $corner }
guided-is-applied = applied already
guided-other = Was anything else weighed?
guided-other-help = Type the other possibility. Enter: no.
guided-unclear-choice = This is not in the list. Type the number or the beginning of the word.
guided-how-one = Type a number from the list, or the beginning of the word.
guided-how-one-free = Type a number from the list, or something else.
guided-how-many = Type one or more numbers from the list, with spaces in between.
guided-how-many-free = Type numbers or words of your own, with commas in between.
guided-how-step = Type the number of an earlier step, such as 3.
guided-how-day = Type a date, such as 20-1-2025 or 2025-01-20. Today, +3d (in three days) and +8w (in eight weeks) work too.
guided-how-words = Type your text on one line and press Enter.
guided-how-value = Type the value and press Enter.
guided-summary = In short: { $event } on { $day }, recorded by { $actor }
guided-confirm = Record it? yes or no [yes]
guided-confirm-help = Type yes or no. With < you change the last answer.
guided-not-yet = Not yet like this. These questions come once more:

cli-help-replay = Goes through a dossier step by step, as it read then.
cli-help-replay-from = The number of the first step.
cli-help-replay-to = The number of the last step.
cli-help-replay-all = Shows everything in one go, without waiting.
replay-title = { $number }, step by step ({ $count } steps)
replay-changed = What this changed: { $changes }
replay-same = Lead, instruments, goals and decisions stayed the same.
replay-nobody = nobody
replay-lead = lead from { $before } to { $after }
replay-instrument-added = instrument runs ({ $steps })
replay-instrument-gone = instrument ended ({ $steps })
replay-goal-added = goal added ({ $steps })
replay-goal-gone = goal done ({ $steps })
replay-decision-added = decision holds ({ $steps })
replay-decision-gone = decision holds no longer ({ $steps })
replay-keys = Enter go on · b back · q stop >
replay-keys-last = This was the last step. Enter done · b back >
replay-no-steps = There is no such step. This dossier has { $given } steps.
