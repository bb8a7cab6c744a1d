# The words of the practice.

term-gewogen_maatwerk = Gewogen Maatwerk (weighed tailoring)
term-gewogen_maatwerk-text = A way of working in which you weigh, together with the client, what you do, how you do it and with which effect. What you choose fits this one person and can be explained to others.

term-weegboek = Weegboek (book of weighings)
term-weegboek-text = The book that says what was weighed and why. What stands in it does not change any more; a mistake is repaired with a new step.

term-reintegratie = Re-integration
term-reintegratie-text = Help to work again or to take part in another way.

term-client = Client
term-client-text = The resident whom it is about. Also called resident or benefit recipient.

term-klantmanager = Counsellor
term-klantmanager-text = Whoever guides the client for the municipality. Municipalities use several names for this role.

term-waardendriehoek = Value triangle
term-waardendriehoek-text = Three questions for every decision: Is it allowed by law? Do we make sensible use of public means? Does it add to self-direction? A good decision takes all three into account.

term-leidende_gedragsprincipes = Guiding behavioural principles
term-leidende_gedragsprincipes-text = Agreements on how professionals work, such as tailoring help and following what the client wants. Amersfoort has ten; a municipality can add its own.

term-zelfregie = Self-direction
term-zelfregie-text = Deciding yourself what your life looks like, with help when you want it.

term-eigen_regie = Being in charge
term-eigen_regie-text = Using your own strength, taking your feelings seriously and choosing for yourself.

term-menselijke_maat = Human measure
term-menselijke_maat-text = Looking at what a rule does to a person, and taking that into account.

term-maatwerk = Tailored solution
term-maatwerk-text = A solution that fits the situation of this client, also when the usual approach does not fit.

term-bejegening = Approach
term-bejegening-text = The way you treat somebody: what you say, how you listen and what you show.

term-igm = Integrative behaviour model
term-igm-text = A model that shows why somebody does something or not: what somebody wants, what somebody can and what the surroundings allow.

term-willen_kunnen_doen = Willing, able, doing
term-willen_kunnen_doen-text = Three questions about behaviour. Does somebody want it? Can somebody do it? And does somebody do it, also later on?

term-intrinsieke_motivatie = Intrinsic motivation
term-intrinsieke_motivatie-text = Wanting something because it matters to you or you enjoy it, and not because you must.

term-geloof_in_eigen_kunnen = Belief in own ability
term-geloof_in_eigen_kunnen-text = The trust that something will work out for you. Whoever has it starts sooner and goes on longer.

term-basisbehoeften = Basic needs
term-basisbehoeften-text = Three things that every person needs: choosing for yourself, being able and belonging.

term-leefgebied = Life domain
term-leefgebied-text = A part of life, such as housing, money or health. There are eight. A domain without data was not discussed; that does not mean there is no problem.

term-urgente_belemmering = Urgent obstacle
term-urgente_belemmering-text = Something that must be solved first, such as an eviction. Only then is there room for anything else.

term-stabilisatie = Stabilisation
term-stabilisatie-text = Making an urgent obstacle manageable, with practical help and a pause of other demands.

term-toekomstperspectief = Future perspective
term-toekomstperspectief-text = Where somebody wants to go in life, in their own words.

term-zingeving = Meaning
term-zingeving-text = What makes life worthwhile for somebody.

term-aangrijpingspunt = Lever
term-aangrijpingspunt-text = The place where help starts: motivation, a skill, or an obstacle that must go.

term-instrument = Instrument
term-instrument-text = Help that the municipality offers, such as a training, a work placement or a job coach.

term-totaaltraject = Bundled trajectory
term-totaaltraject-text = A fixed package of instruments for everybody. It seldom fits one person.

term-nulmeting = Baseline measurement
term-nulmeting-text = The first measurement, before help starts. Without it no change can be seen later.

term-effectmeting = Individual effect measurement
term-effectmeting-text = Measuring for one client whether something has changed. The book calls that change; whether help caused it is another question.

term-participatieladder = Participation ladder
term-participatieladder-text = Six steps that show how somebody takes part: from isolated (1) to paid work (6).

term-samen_beslissen = Deciding together
term-samen_beslissen-text = A way to choose together: say that there is a choice, discuss the options, ask what matters to somebody and then decide.

term-ervaringsdeskundige = Expert by experience
term-ervaringsdeskundige-text = Somebody who has lived through what it is about, has reflected on it and was trained for it.

term-ervaringsdrager = Person with lived experience
term-ervaringsdrager-text = Somebody who has lived through what it is about, without training for it. That knowledge counts too.

term-ervaringskennis = Experience knowledge
term-ervaringskennis-text = What people know because they have lived through it.

term-tandem = Tandem
term-tandem-text = A professional and an expert by experience who guide a client together.

term-clientondersteuner = Independent client supporter
term-clientondersteuner-text = Somebody who stands beside the client and does not decide for the municipality. The help is free.

term-maatwerkcoach = Customisation coach
term-maatwerkcoach-text = A colleague who helps when the usual rules do not fit.

term-kwartiermaker = Quartermaster
term-kwartiermaker-text = Somebody who gets a new way of working started.

term-casuistiekbespreking = Case discussion
term-casuistiekbespreking-text = A talk in which colleagues think about one case together.

term-community_of_practice = Community of Practice
term-community_of_practice-text = A group of people from several municipalities who learn from each other’s work.

term-regie = Lead
term-regie-text = Whoever is in the lead keeps the overview and is the first person the client turns to.

term-warme_overdracht = Warm handover
term-warme_overdracht-text = The old counsellor, the new counsellor and the client talk together before the change, so that the client need not start again.

term-handhaving = Enforcement
term-handhaving-text = Checking whether people keep to the rules, for example with an investigation or a home visit.

term-beleidsruimte = Room in policy
term-beleidsruimte-text = What the municipality may choose within the law.

term-hardheidsclausule = Hardship clause
term-hardheidsclausule-text = A rule that says you may depart when the consequences are too harsh.

term-dringende_redenen = Urgent reasons
term-dringende_redenen-text = Very serious consequences for somebody, because of which a rule is not applied or applied otherwise.

term-verordening = Ordinance
term-verordening-text = A rule made by the municipal council.

term-ontheffing = Exemption
term-ontheffing-text = Permission not to fulfil a duty for a time.

term-maatregel = Sanction
term-maatregel-text = A cut in the benefit because somebody did not fulfil a duty.

term-bundel = Bundle
term-bundel-text = Exceptions that are alike, put together. It shows whether a rule should change.

term-sociale_basis = Social base
term-sociale_basis-text = What there is in the neighbourhood to take part and help each other, such as a community centre or a club.

term-toetssessie = Review
term-toetssessie-text = A talk in which you ask of every step: was this really the right step?

term-leerherhaling = Replay
term-leerherhaling-text = Going through a case again. You see only what was known then, choose yourself and only then see what happened.
