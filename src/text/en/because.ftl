# What is wrong with a field.

fault-missing = This field must be filled in.
fault-unknown = This field does not belong to this step.
fault-not-a-words = A text belongs here.
fault-not-a-list = A list belongs here.
fault-not-a-record = Fields with a name and a value belong here.
fault-not-a-number = A whole number belongs here.
fault-not-a-decimal = A number belongs here, such as 2.5.
fault-not-a-euro = An amount in euros belongs here, such as 1150 or 1150.50. Use no separator between the thousands.
fault-not-a-flag = Yes or no belongs here.
fault-not-a-day = A date belongs here, such as 2025-03-10.
fault-not-a-moment = A date belongs here, or a date with a time, such as 2025-03-10T14:00:00Z.
fault-not-a-event = An earlier step belongs here, such as #3.
fault-not-a-actor = The code of a person belongs here, such as TB-04: letters, digits, full stop or dash, at most 40 characters.
fault-not-a-case = This case is not in the book.
fault-not-a-code = A short word or name belongs here.
fault-not-a-text = A text belongs here.
fault-not-one-of = This is not a valid choice. Choose from: { $codes }.
fault-out-of-range = This number must be at least { $min } and at most { $max }.
fault-no-such-event = This step does not exist, or is not of the kind that belongs here.
fault-too-long = { $max ->
    [one] This text is too long. At most { $max } character fits.
   *[other] This text is too long. At most { $max } characters fit.
}
fault-too-short = { $min ->
    [one] This text is too short. Use at least { $min } character.
   *[other] This text is too short. Use at least { $min } characters.
}

# Why a rule refuses.

because-why-too-short = The explanation is too short. Use at least { $detail } characters, so that others understand why too.
    .plain = The explanation is too short. Write it so that others understand why too.
because-no-stance = No guiding principle stands with this decision.
because-weightier-value-missing = You set a principle aside. Name the value that weighed more here.
because-weightier-value-not-allowed = A weightier value only belongs to a principle that you set aside on purpose.
because-principle-not-in-catalogue = This principle is not in the list that held on that day: { $detail }.
    .plain = This principle is not in the list that held on that day.
because-principle-twice = This principle stands there twice: { $detail }. Keep one.
    .plain = This principle stands there twice. Keep one.
because-no-override = This corner says ‘no’ and there is no permission of somebody else: { $detail }.
    .plain = This corner says ‘no’ and there is no permission of somebody else.
because-override-by-taker = Whoever takes the decision cannot give permission to themselves: { $detail }.
    .plain = Whoever takes the decision cannot give permission to themselves.
because-override-without-no = There is a permission for a corner that does not say ‘no’: { $detail }.
    .plain = There is a permission for a corner that does not say ‘no’.
because-no-legal-basis = A decision of the kind ‘{ $detail }’ affects somebody’s rights. Name the law or rule it rests on.
    .plain = This kind of decision affects somebody’s rights. Name the law or rule it rests on.
because-client-view-words-missing = The client’s position is known, but the client’s words are missing.
because-client-view-unknown-needs-reason = You do not know yet what the client thinks. Write why not.
because-client-view-unknown-needs-date = You do not know yet what the client thinks. Choose a day by which you will ask.
because-no-alternative = No other possibility is named. Doing nothing counts too.
because-review-after-limit = The day to discuss it lies after the limit. Choose a day on or before the limit.
because-limit-not-after-start = The limit does not lie after the first day: { $detail }.
    .plain = The limit does not lie after the first day.
because-longer-than-maximum = This lasts longer than the catalogue allows, which is { $detail } days. Write why, or choose an earlier limit.
    .plain = This lasts longer than the catalogue allows. Write why, or choose an earlier limit.
because-instrument-not-open = This instrument has already ended.
because-extension-to-earlier-date = The new limit does not lie after the present limit: { $detail }.
    .plain = The new limit does not lie after the present limit.
because-client-words-missing = The client’s words are missing.
because-client-confirmation-missing = The client has not yet confirmed that this is the goal.
because-professional-goal-claims-client = A professional cannot enter a goal in the client’s name alone. Note the client’s words and confirmation, or choose ‘professional’.
because-too-few-options = There are too few real options. Present at least two, beside ‘doing nothing’.
because-do-nothing-missing = The option ‘doing nothing’ is missing. It always belongs there.
because-not-an-option-set = This step does not present options.
because-option-number-unknown = There is no option with number { $detail }.
    .plain = There is no option with this number.
because-expert-not-trained = An expert by experience has been trained. Otherwise choose the role of person with lived experience.
because-options-or-reason = Name the options this decision rests on, or write why there are none.
because-target-not-in-dossier = This step is not in this case.
because-field-not-in-target = The step has no field with this name: { $detail }.
    .plain = The step has no field with this name.
because-value-does-not-fit = The new value does not fit in this field.
because-correction-without-value = This correction has no new value.
because-correction-of-correction-kind = A correction or a shielding cannot itself be corrected. Make a new correction of the first step.
because-shielding-role = With the role { $detail } you may not shield data.
    .plain = With this role you may not shield data.
because-principle-or-corner-missing = Name a principle or a corner of the value triangle.
because-finding-by-taker = With the code { $detail } you took this decision yourself. Let somebody else review it.
    .plain = You took this decision yourself. Let somebody else review it.
because-finding-not-open = This finding has already been answered.
because-not-a-finding = This step is not a finding.
because-instrument-still-open = An instrument is still running: { $detail }. End it first.
    .plain = An instrument is still running. End it first.
because-account-or-reason-missing = Note what the client says about the trajectory, or write why that is not there.
because-case-closed = This case was closed on { $detail }. This step may not follow after that.
    .plain = This case is closed. This step may not follow after that.
because-reconsideration-by-taker = With the code { $detail } you took the decision yourself. Let somebody else reconsider it.
    .plain = You took the decision yourself. Let somebody else reconsider it.
because-contest-not-open = This has already been answered.
because-not-a-contest = This step does not contest a decision.
because-not-a-decision = This step is not a decision.
because-not-an-instrument = This step does not start an instrument.
because-not-a-goal = This step does not set a goal.
because-not-an-obstacle = This step does not report an urgent obstacle.
because-not-an-exception = This step is not an exception.
because-not-an-answerable = The organisation cannot answer this step. Choose a reported obstacle or a bundle.
because-happened-after-recording = The day lies in the future: { $detail }.
    .plain = The day lies in the future.
because-personal-number = The text holds a number that may be a citizen service number.
because-personal-email = The text holds an e-mail address.
because-personal-phone = The text holds a number that may be a telephone number.
because-role-not-allowed = The role { $detail } may not record this step.
    .plain = This role may not record this step.
because-stale-version = The case has changed meanwhile and is now at version { $detail }.
    .plain = The case has changed meanwhile.
because-dossier-not-opened = This case has not been opened yet.
because-number-not-of-dossier = The number is not that of the case in which it is recorded.
because-dossier-already-open = This case is already open.
because-since-or-deadline = Fill in since when this is so, or by when it goes wrong.
because-too-few-exceptions = A bundle has at least two different exceptions.
because-kept-promise-unknown = The promise that you keep was not found: { $detail }.
    .plain = The promise that you keep was not found.
because-imported-dossier = This case comes from another system. You can read and review it, but add no new steps.
because-in-force-before-taken = The decision holds from a day before the day on which it was taken.
because-end-before-start = The last day lies before the first day.
