# Change of a client, and how long trajectories last.

cli-value-measure = MEASURE

cli-help-change = Change: what was measured, and how long trajectories last.
cli-help-change-show = Shows what changed for one client, measure by measure.
cli-help-change-show-more = A change counts only from a baseline on the same scale.
    A change does not say what caused it.
cli-help-change-show-measure = Shows only this measure, such as geloof_in_eigen_kunnen or ladder.
cli-help-change-show-figures = Also shows the figures for who works with them. Each side needs at least three measurements.
cli-help-change-show-decrease = A lower value is wanted, as with stress.
cli-help-change-show-reliability = The published reliability of the questionnaire, between 0 and 1.
cli-help-change-show-spread = The published standard deviation of the questionnaire.
cli-help-change-show-svg = Writes a picture to this file, for use in the conversation.
cli-help-change-pooled = Shows changes of many clients together, by lever or instrument.
cli-help-change-pooled-by = How to group: lever or instrument.
cli-help-change-pooled-team = Only trajectories of this team. The norm for the team itself holds then.
cli-help-change-pooled-on = The day of the report. Otherwise today.
cli-help-change-pooled-municipality = Only trajectories of this municipality.
cli-help-change-pooled-known-at = The figures as they were known at this moment, such as 2025-03-10.
cli-help-change-pooled-measure = Only this measure.
cli-help-change-pooled-decrease = A lower value is wanted, as with stress.
cli-help-change-duration = Shows how long trajectories last. Those that still run count as well.
cli-help-change-duration-by = How to group: all, municipality, team or benefit-band (time on benefit).
cli-help-change-duration-team = Only trajectories of this team. The norm for the team itself holds then.
cli-help-change-duration-on = The day of the report. Otherwise today.
cli-help-change-duration-municipality = Only trajectories of this municipality.
cli-help-change-duration-known-at = The figures as they were known at this moment, such as 2025-03-10.
cli-help-change-duration-svg = Writes a picture to this file.

change-no-such-measure = The measure ‘{ $given }’ was not measured in this dossier.
change-no-such-measure-next = Leave out --measure to see which measures there are.
change-which-measure = A picture shows one measure. This dossier has more: { $given }.
change-which-measure-next = Choose one with --measure.
change-nothing-to-draw = In dossier { $given } nothing was measured that can be drawn.
change-nothing-to-draw-next = Record a measurement first.

change-title = What changed in dossier { $number }
change-nothing = Nothing was measured in this dossier yet.
change-zeros = Baseline only
change-no-cause = A change does not say what caused it.
change-no-cause-groups = A change does not say what caused it. There is no group here to compare with.

change-up = From { $from } on { $since } to { $to } on { $until }. That is { $amount } higher.
change-down = From { $from } on { $since } to { $to } on { $until }. That is { $amount } lower.
change-same = On { $since } it was { $from }, on { $until } again { $to }. The difference is { $amount }.
change-no-baseline = There is no baseline, so no change is computed.
change-nothing-later = There is only a baseline. There is no later measurement yet.
change-other-scale = The measurements stand on different scales, so no change is computed.
change-stated = Afterwards, an earlier value was mentioned: { $value }. It was not measured then.
change-by-others = The first and the last measurement do not come from the same person.
change-explanation = This played a part too: ‘{ $text }’
change-explanation-closed = (cannot be read)
change-point = { $day }: { $value } · { $moment } · { $by }
change-from-picture = behaviour picture
change-from-opening = opening of the trajectory
change-from-closing = closing of the trajectory

change-picture-title = { $measure } · dossier { $number }
change-before = before
change-during = during: { $instrument }
change-after = after

change-measure-geloof_in_eigen_kunnen = Self-efficacy
change-measure-vaardigheid = Skill
change-measure-houding = Attitude
change-measure-sociale_druk = What others expect
change-measure-intentie = Intention
change-measure-omgeving = What the surroundings allow
change-measure-ladder = Participation ladder
change-measure-vertrouwen_in_begeleiding = Trust in the guidance
change-measure-op_zijn_plek = In the right place

change-word-1-5-1 = very low
change-word-1-5-2 = low
change-word-1-5-3 = middle
change-word-1-5-4 = high
change-word-1-5-5 = very high
change-word-0-1-0 = no
change-word-0-1-1 = yes
change-word-ladder-1 = mostly alone at home
change-word-ladder-2 = contacts outside
change-word-ladder-3 = takes part in activities
change-word-ladder-4 = unpaid work
change-word-ladder-5 = paid work with help
change-word-ladder-6 = paid work

change-figures-sizes = Figures over { $before } measurements before and { $after } from the start on.
change-figures-overlap = NAP { $nap } (95% interval { $low } to { $high }).
change-figures-tau = Tau { $tau }; Tau-U over m × n { $tauU }; Tau-BC { $tauBC }.
change-figures-rest = PND { $pnd }; PEM { $pem }; PAND { $pand }; IRD and phi { $ird }.
change-figures-starts = Of { $all } possible starts, { $count } give at least this difference. The smallest p possible is { $smallest }.
change-figures-reliable = Reliable change index (Jacobson and Truax): { $index }. From { $smallest } points on it is more than noise.
change-note-few-points = One side has fewer than five measurements, so the figures are very uncertain.
change-note-beyond-one = This Tau-U lies beyond 1, a known defect of this variant.
change-note-start-not-drawn = The start was not drawn at random. Comparing starts then describes and does not test.
change-note-errors-too-small = Measurements of one person resemble each other, so the intervals are too narrow.
change-note-low-start = A trajectory often starts at a low point. After that a measurement rises by itself as well.
change-refused-too-few = No figures. Measurements before the start: { $before }. From the start on: { $after }. Each side needs three.
change-refused-no-number = No figures: a value is no number.
change-refused-other-scale = No figures: the measurements stand on different scales.
change-refused-no-spread = No figures: all values are the same.
change-refused-no-reliability = No reliable change: no reliability and spread of this questionnaire are known.
change-refused-too-many-starts = No comparison of starts: there are too many.
change-refused-start-not-possible = No comparison of starts: this start was not possible.
change-refused-no-instrument = No figures: no instrument belongs to this measure.

change-groups-head = On { $day }. A group needs at least { $count } clients.
change-withheld-too-few = too few clients
change-withheld-protects = withheld, to protect another group
change-withheld-earlier = withheld: beside an earlier answer this would tell of too few clients
change-as-known = As known at { $moment }.
change-as-known-earlier = This is the answer as known on { $day }. What was recorded since would tell of too few clients.
change-no-instrument = without an instrument
change-pooled-title-lever = Change by lever
change-pooled-title-instrument = Change by instrument
change-pooled-nothing = There are no measurements during or at the end of an instrument.
change-pooled-group = Group
change-pooled-measure = Measure
change-pooled-scale = Scale
change-pooled-clients = Clients
change-pooled-n = Series
change-pooled-without = No baseline
change-pooled-mean = Change
change-pooled-spread = Spread
change-pooled-tau = Tau
change-pooled-tau-of = { $tau } (n = { $n })
change-pooled-read = Change is the mean of last measurement minus baseline. A series without a baseline does not count in it.

change-duration-title = How long trajectories last
change-duration-nothing = There are no trajectories yet.
change-duration-all = All trajectories
change-duration-unknown = unknown
change-duration-panel = { $name }: { $count } trajectories, { $open } still running
change-duration-panel-count = { $name }: { $count } trajectories
change-duration-count = { $count ->
    [one] { $count } trajectory. How many still run cannot be told here.
   *[other] { $count } trajectories. How many still run cannot be told here.
}
change-duration-counts = { $count ->
    [one] { $count } trajectory, of which { $open } still { $open ->
        [one] runs
       *[other] run
    }.
   *[other] { $count } trajectories, of which { $open } still { $open ->
        [one] runs
       *[other] run
    }.
}
change-duration-median = Half last longer than { $days } days.
change-duration-median-between = Half last longer than { $days } days (95% interval { $low } to { $high }).
change-duration-median-from = Half last longer than { $days } days (95% interval from { $low }, upper bound not seen yet).
change-duration-no-median = Less than half were seen to end, so there is no middle.
change-duration-closed = Looking only at those that are closed, the middle is { $days } days. That is too short.
change-duration-half = half: { $days } days
change-duration-below = still running then
change-duration-read = The line shows which share lasts longer. The band around it shows how uncertain that is (95%).
change-duration-coarse = The line goes in steps of { $weeks } weeks. It stops when fewer than { $count } trajectories are left.
change-duration-imported = { $count ->
    [one] { $count } trajectory read in from elsewhere does not count, because its end is not known.
   *[other] { $count } trajectories read in from elsewhere do not count, because their ends are not known.
}
change-weeks = { $count ->
    [one] { $count } week
   *[other] { $count } weeks
}
change-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
change-years = { $count ->
    [one] { $count } year
   *[other] { $count } years
}
