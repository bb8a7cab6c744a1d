# Dossiers: de lijst, de stand, het verhaal en de afweging.

cli-help-dossier = Dossiers: openen, bekijken en het verhaal lezen.
cli-help-dossier-open = Opent een dossier: legt vast dat een traject begint.
cli-help-dossier-open-more = De dag is vandaag, tenzij u --occurred-on geeft. De regie is van wie vastlegt, tenzij u --lead geeft.
cli-help-dossier-list = Toont alle dossiers in een tabel.
cli-help-dossier-list-team = Toont alleen de dossiers van dit team.
cli-help-dossier-list-open = Toont alleen dossiers die nog lopen.
cli-help-dossier-list-closed = Toont alleen dossiers die zijn afgesloten.
cli-help-dossier-show = Toont hoe een dossier ervoor staat, op één bladzijde.
cli-help-dossier-story = Vertelt het verhaal van een dossier: elke stap, met wie, wanneer en waarom.
cli-help-dossier-story-step = Toont alleen de stap met dit nummer.
cli-help-dossier-story-weighing = Toont alleen deze afweging: 1 is de eerste, 2 de tweede.

cli-open-done = Dossier { $number } is geopend, op positie { $position }.
cli-open-next = Bekijk het met: weegboek --book { $book } dossier show { $number }

cli-list-empty = Er zijn geen dossiers om te tonen.
cli-list-number = Nummer
cli-list-municipality = Gemeente
cli-list-team = Team
cli-list-lead = Regie
cli-list-opened = Geopend
cli-list-closed = Afgesloten
cli-list-steps = Stappen
cli-list-last = Laatst vastgelegd
cli-list-imported = (ingelezen)
cli-list-count = { $count ->
    [one] { $count } dossier
   *[other] { $count } dossiers
}

cli-closed-not_opened = niet geopend
cli-closed-no_key = dicht: de sleutel ontbreekt
cli-closed-destroyed = vernietigd
cli-closed-shielded = afgeschermd

cli-show-title = Dossier { $number }
cli-show-imported = Dit dossier is ingelezen uit een ander systeem, zonder verantwoording. Wat hier staat, zegt niet waarom iets is besloten.
cli-show-known-at = Zoals bekend op { $moment }.
cli-show-at-position = Zoals bekend vóór positie { $position } in het log.
cli-show-valid-on = Alleen wat op { $day } al was gebeurd.
cli-show-count = { $count ->
    [one] { $count } stap.
   *[other] { $count } stappen.
}
cli-show-left-out = { $count ->
    [one] { $count } latere stap is niet te zien.
   *[other] { $count } latere stappen zijn niet te zien.
}
cli-show-step = stap { $number } ({ $label })
cli-show-step-elsewhere = een stap die hier niet staat
cli-show-elsewhere = { $count ->
    [one] nog { $count } stap die hier niet staat
   *[other] nog { $count } stappen die hier niet staan
}
cli-show-this-dossier = dit dossier
cli-show-corrected = Verbeterd in stap { $number }. Hier stond: { $before } ({ $field }).
cli-story-no-step = Stap { $given } is er niet, of was er toen nog niet.
cli-story-no-step-next = Lees het hele verhaal: daar staat welke stappen er zijn.
cli-story-no-weighing = Afweging { $given } is er niet, of was er toen nog niet.
cli-story-no-weighing-next = Lees het hele verhaal: daar staat welke stappen er zijn.

cli-mark-late = { $count ->
    [one] Later vastgelegd: { $moment }, { $count } dag erna.
   *[other] Later vastgelegd: { $moment }, { $count } dagen erna.
}
cli-mark-organisation = Dit komt uit de organisatie, niet uit dit dossier.
cli-mark-later = Later verbeterd. U ziet wat toen bekend was.
cli-mark-shielded = Een deel van deze stap is afgeschermd.

cli-weigh-override = Toch toegestaan door { $by }, tot { $until }: { $reason }
cli-weigh-fails = strandt op { $corner }
cli-weigh-lead = had toen de regie
cli-weigh-not-lead = geleid door iemand die toen niet de regie had
cli-weigh-law-of = zoals de wet luidde op { $day }
cli-weigh-expected = { $what }: van { $from } naar { $to }, uiterlijk { $by }
cli-weigh-expected-to-by = { $what }: naar { $to }, uiterlijk { $by }
cli-weigh-expected-from = { $what }: van { $from } naar { $to }
cli-weigh-expected-to = { $what }: naar { $to }

cli-state-municipality = Gemeente
cli-state-team = Team
cli-state-source = Komt uit
cli-state-opened = Geopend op
cli-state-question = Vraag van de cliënt
cli-state-purpose = Doel van het traject
cli-state-lead = Regie
cli-state-closed = Afgesloten op
cli-state-still-open = loopt nog
cli-state-perspective = Toekomstperspectief
cli-state-goals = Doelen
cli-state-decisions = Besluiten
cli-state-instruments = Instrumenten die lopen
cli-state-promises = Open beloften
cli-state-domains = Leefgebieden
cli-state-picture = Gedragsbeeld
cli-state-closing = Afsluiting
cli-state-activities = Activiteiten in het andere systeem
cli-state-none = geen
cli-state-by = uiterlijk { $day }
cli-state-not-reviewed = nog niet besproken
cli-state-not-discussed = niet besproken
cli-state-profile = wet/middelen/zelfregie: { $profile }
cli-state-contested = Betwist in stap { $number }, nog zonder antwoord.
cli-state-reconsidered = Betwist in stap { $number }, heroverwogen in stap { $answer }: { $outcome }.
cli-state-limit = grens { $limit } · bespreken op { $review }
cli-state-from-step = stap { $number }
