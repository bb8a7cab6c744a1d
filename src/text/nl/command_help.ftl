# De hulp bij elke opdracht en elke optie.

cli-heading-usage = Gebruik:
cli-heading-commands = Opdrachten
cli-heading-options = Opties
cli-heading-arguments = Wat u opgeeft
cli-heading-general = Algemene opties

cli-value-command = OPDRACHT
cli-value-options = OPTIES
cli-value-dir = MAP
cli-value-file = BESTAND
cli-value-lang = TAAL
cli-value-name = NAAM
cli-value-number = NUMMER
cli-value-count = AANTAL
cli-value-moment = MOMENT
cli-value-day = DAG
cli-value-position = POSITIE
cli-value-team = TEAM
cli-value-person = PERSOON
cli-value-role = ROL
cli-value-text = TEKST
cli-value-stream = STROOM
cli-value-kind = SOORT
cli-value-term = WOORD
cli-value-shell = SHELL

cli-help-weegboek = Het boek van de afweging: elk besluit in een traject, met het waarom erbij.
cli-help-weegboek-more = Nieuw hier? Begin met ‘weegboek demo’: dat maakt een oefenboek met twaalf zaken.
    De hulp bij een opdracht krijgt u met --help erachter.
cli-help-version = Toont de versie.
cli-help-help = Toont deze hulp.
cli-help-option-book = De map van het weegboek. Anders telt WEEGBOEK_BOOK, en anders de map ‘boek’.
cli-help-option-lang = De taal: nl of en. Anders telt de taal van uw computer.
cli-help-option-json = Toont het resultaat als JSON, voor andere programma’s.
cli-help-option-no-color = Toont geen kleuren. De variabele NO_COLOR doet hetzelfde.
cli-help-option-known-at = Toont wat het weegboek op dat moment wist, zoals 2025-03-10 of 2025-03-10T14:00:00Z.
cli-help-option-at-position = Toont wat vóór deze plaats in het log is vastgelegd.
cli-help-option-valid-on = Toont alleen wat op die dag al was gebeurd, zoals 2025-03-10.
cli-help-option-number = Het nummer van het dossier, zoals ZAAK-001.

cli-help-init = Maakt een nieuw weegboek.
cli-help-init-municipality = De gemeente die het weegboek invult als een formulier geen gemeente noemt.
cli-help-init-recorded-at = Het moment waarop het weegboek begint. Alleen nodig als u oude dossiers met hun eigen momenten inleest.
cli-help-init-key-file = Waar het sleutelbestand komt. Kies een andere schijf dan die van het weegboek.
