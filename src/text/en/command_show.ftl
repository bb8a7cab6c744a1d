# Dossiers: the list, the state, the story and the weighing.

cli-help-dossier = Dossiers: open, look at and read their story.
cli-help-dossier-open = Opens a dossier: records that a trajectory begins.
cli-help-dossier-open-more = The day is today, unless you give --occurred-on. Whoever records has the lead, unless you give --lead.
cli-help-dossier-list = Shows all dossiers in a table.
cli-help-dossier-list-team = Shows only the dossiers of this team.
cli-help-dossier-list-open = Shows only dossiers that still run.
cli-help-dossier-list-closed = Shows only dossiers that were closed.
cli-help-dossier-show = Shows how a dossier stands, on one page.
cli-help-dossier-story = Tells the story of a dossier: every step, with who, when and why.
cli-help-dossier-story-step = Shows only the step with this number.
cli-help-dossier-story-weighing = Shows only this weighing: 1 is the first, 2 the second.

cli-open-done = Dossier { $number } was opened, at position { $position }.
cli-open-next = Look at it with: weegboek --book { $book } dossier show { $number }

cli-list-empty = There are no dossiers to show.
cli-list-number = Number
cli-list-municipality = Municipality
cli-list-team = Team
cli-list-lead = Lead
cli-list-opened = Opened
cli-list-closed = Closed
cli-list-steps = Steps
cli-list-last = Last recorded
cli-list-imported = (imported)
cli-list-count = { $count ->
    [one] { $count } dossier
   *[other] { $count } dossiers
}

cli-closed-not_opened = not opened
cli-closed-no_key = closed: the key is missing
cli-closed-destroyed = destroyed
cli-closed-shielded = shielded

cli-show-title = Dossier { $number }
cli-show-imported = This dossier was imported from another system, without justification. What stands here does not say why anything was decided.
cli-show-known-at = As known on { $moment }.
cli-show-at-position = As known before position { $position } of the log.
cli-show-valid-on = Only what had happened by { $day }.
cli-show-count = { $count ->
    [one] { $count } step.
   *[other] { $count } steps.
}
cli-show-left-out = { $count ->
    [one] { $count } later step is not shown.
   *[other] { $count } later steps are not shown.
}
cli-show-step = step { $number } ({ $label })
cli-show-step-elsewhere = a step that does not stand here
cli-show-elsewhere = { $count ->
    [one] { $count } more step that does not stand here
   *[other] { $count } more steps that do not stand here
}
cli-show-this-dossier = this dossier
cli-show-corrected = Corrected in step { $number }. It said: { $before } ({ $field }).
cli-story-no-step = There is no step { $given }, or it was not there yet.
cli-story-no-step-next = Read the whole story: it says which steps there are.
cli-story-no-weighing = There is no weighing { $given }, or it was not there yet.
cli-story-no-weighing-next = Read the whole story: it says which steps there are.

cli-mark-late = { $count ->
    [one] Recorded later: { $moment }, { $count } day after.
   *[other] Recorded later: { $moment }, { $count } days after.
}
cli-mark-organisation = This comes from the organisation, not from this dossier.
cli-mark-later = Corrected later. You see what was known then.
cli-mark-shielded = A part of this step is shielded.

cli-weigh-override = Allowed all the same by { $by }, until { $until }: { $reason }
cli-weigh-fails = fails on { $corner }
cli-weigh-lead = had the lead then
cli-weigh-not-lead = led by somebody who did not have the lead then
cli-weigh-law-of = as the law stood on { $day }
cli-weigh-expected = { $what }: from { $from } to { $to }, by { $by }
cli-weigh-expected-to-by = { $what }: to { $to }, by { $by }
cli-weigh-expected-from = { $what }: from { $from } to { $to }
cli-weigh-expected-to = { $what }: to { $to }

cli-state-municipality = Municipality
cli-state-team = Team
cli-state-source = Comes from
cli-state-opened = Opened on
cli-state-question = The client’s question
cli-state-purpose = Purpose
cli-state-lead = Lead
cli-state-closed = Closed on
cli-state-still-open = still runs
cli-state-perspective = Perspective
cli-state-goals = Goals
cli-state-decisions = Decisions
cli-state-instruments = Instruments that run
cli-state-promises = Open promises
cli-state-domains = Life domains
cli-state-picture = Behaviour picture
cli-state-closing = Closing
cli-state-activities = Activities in the other system
cli-state-none = none
cli-state-by = by { $day }
cli-state-not-reviewed = not discussed yet
cli-state-not-discussed = not discussed
cli-state-profile = law/means/self-direction: { $profile }
cli-state-contested = Contested in step { $number }, not answered yet.
cli-state-reconsidered = Contested in step { $number }, reconsidered in step { $answer }: { $outcome }.
cli-state-limit = limit { $limit } · discuss on { $review }
cli-state-from-step = step { $number }
