# Fields of every event, fields of an exchange line, and fields with the same name everywhere.

field-occurred_on = Happened on
field-occurred_on-help = On which day did this happen? Fill in that day, even when you record it later.

field-actor = Person
field-actor-help = What is the code of this person? Never use a name.

field-common-actor = Recorded by
field-common-actor-help = What is your code? It shows later who recorded this, without your name.

field-role = Role
field-role-help = Which role does this person have? It shows from which position somebody takes part.

field-common-role = In the role of
field-common-role-help = In which role do you record this? Not every role may record every step.

field-municipality = Municipality
field-municipality-help = In which municipality is this?

field-team = Team
field-team-help = Which team is it? It lets teams learn from each other.

field-caused_by = Follows from
field-caused_by-help = Which earlier step led to this? It shows how one thing led to another.

field-minutes_spent = Minutes spent
field-minutes_spent-help = How many minutes did recording take? It lets us see whether the work stays bearable.

field-initiated_by = On the initiative of
field-initiated_by-help = Whose initiative was it? It shows how much the client takes the lead.

field-promises = Promises
field-promises-help = What do you or others promise with this? A promise that is written down does not get lost.

field-keeps = Promises kept
field-keeps-help = Which earlier promises are fulfilled by this?

field-promise-what = What was promised
field-promise-what-help = What exactly was promised?

field-promise-by = Promised by
field-promise-by-help = Who will keep the promise? Fill in the code of that person.

field-promise-by_when = By
field-promise-by_when-help = By when will the promise be kept?

field-kept_promise-event = Step with the promise
field-kept_promise-event-help = In which step was this promised?

field-kept_promise-number = Number of the promise
field-kept_promise-number-help = Which promise of that step is it? Count from 1.

field-line-event = Event type
field-line-event-help = What kind of event is this? Use the fixed name.

field-line-id = Identifier
field-line-id-help = Which fixed identifier does this event have? Reading the same one twice counts once.

field-line-dossier = Dossier
field-line-dossier-help = To which dossier number does this belong? Never use a citizen service number.

field-line-recorded_at = Recorded at
field-line-recorded_at-help = When was this recorded? The book fills this in.

field-line-schema_version = Schema version
field-line-schema_version-help = Which version of the schema does this follow? Empty means the newest.

field-line-position = Position
field-line-position-help = At which place in the whole book is this? Counted from 0.

field-line-version = Version
field-line-version-help = At which place in its own stream is this? Counted from 0.

field-line-data = Content
field-line-data-help = What was recorded? These fields belong to the event type.

field-about = Is about
field-about-help = Which step is this about?

field-by = By
field-by-help = By whom?

field-by_when = By
field-by_when-help = What is the last day on which this is done?

field-from = From
field-from-help = From which day?

field-until = Until
field-until-help = Up to and including which day? Empty means that there is no last day.

field-on = On
field-on-help = On which day?

field-event = Step
field-event-help = Which step do you mean?

field-number = Number
field-number-help = Which number is it?

field-what = What
field-what-help = What is it?

field-to = To
field-to-help = To whom or to what?

field-kind = Kind
field-kind-help = Which kind is it?

field-reason = Reason
field-reason-help = Why? Write it so that others understand it too.

field-source = Source
field-source-help = Where does this come from? With a source everybody can check it.

field-sources = Sources
field-sources-help = On which sources does this rest?

field-words = Own words
field-words-help = What does the client say, in their own words?

field-voiced_by = Put into words by
field-voiced_by-help = Who put this into words: the client, the client with help, or somebody on the client’s behalf?

field-topic = Topic
field-topic-help = What is it about?

field-text = Text
field-text-help = What is the text?

field-verdict = Verdict
field-verdict-help = What is the verdict?

field-outcome = Outcome
field-outcome-help = What is the outcome?

field-result = Result
field-result-help = What is the result?

field-effect = Effect
field-effect-help = What does this do to somebody?

field-purpose = Purpose
field-purpose-help = What is this for?

field-principle = Principle
field-principle-help = Which guiding principle is it about? Fill in its key, such as P5.

field-corner = Corner
field-corner-help = Which corner of the value triangle is it?

field-weight = Weight
field-weight-help = How heavily does this weigh?

field-position = Position
field-position-help = Do you agree?

field-trust = Trust
field-trust-help = How much trust does the client have in the guidance, from 1 (little) to 5 (much)? Ask the client.

field-dependence_felt = Felt dependent
field-dependence_felt-help = Did the client feel dependent? Somebody who fears for the benefit says yes more easily.

field-client_view = Client’s view
field-client_view-help = What does the client think of it, in their own words?

field-client_words = Client’s words
field-client_words-help = What does the client say? Write it down as it was said.

field-client_informed = Client informed
field-client_informed-help = Does the client know this? Nobody should find out afterwards.

field-compensation = Compensation
field-compensation-help = How is the work of experience rewarded? Whoever helps should be rewarded fairly.

field-cost_eur = Cost
field-cost_eur-help = How much does this cost, in euros?

field-lever = Lever
field-lever-help = Where do you start: with motivation, with a skill, or by taking away an obstacle?

field-generality = For one or for more
field-generality-help = Is this good only here, more often, or for everyone? It lets us learn from exceptions.

field-helped = What helped
field-helped-help = What has helped? It tells us what really works.

field-lesson = Lesson
field-lesson-help = What have you and the client learned from this?

field-ladder = Ladder step
field-ladder-help = On which step of the participation ladder is the client now, from 1 (isolated) to 6 (paid work)?

field-lead = Lead
field-lead-help = Who is in the lead? Fill in the code of that person.

field-goal = Goal
field-goal-help = Which goal is it?

field-instrument = Instrument
field-instrument-help = Which instrument is it? Name the step in which it was started.

field-decision = Decision
field-decision-help = Which decision is it?

field-obstacle = Obstacle
field-obstacle-help = Which obstacle is it?

field-domain = Life domain
field-domain-help = Which life domain is it about?

field-talent = Talent
field-talent-help = Which talent do you see? Look first at what is there.

field-question = Question
field-question-help = What is the question?

field-limit = Limit
field-limit-help = What is the last day?

field-review_on = Discuss on
field-review_on-help = On which day will this be discussed again?

field-useful = Useful to the client
field-useful-help = How useful does the client find this, from 1 (not) to 5 (very)? Ask the client.

field-options = Options
field-options-help = Which options are they?

field-option = Option
field-option-help = What is the option?

field-perspective = Perspective
field-perspective-help = Which perspective is it?

field-ground = Ground
field-ground-help = What is the ground?

field-target = Target
field-target-help = At what is this aimed?

field-expected = Expected effect
field-expected-help = What should change, from what to what?

field-action = Action
field-action-help = What is done?

field-valid_from = Holds from
field-valid_from-help = From which day does this hold?

field-key = Key
field-key-help = What is the key?

field-attributes = Attributes
field-attributes-help = Which attributes did the other system give?
