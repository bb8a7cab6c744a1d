# Berichten op de opdrachtregel.

cli-error = Dit is niet gelukt: { $what }
cli-kept = Er is niets veranderd.
cli-next = Wat u kunt doen: { $what }
cli-refused = Geweigerd door regel { $rule }: { $text }
cli-refused-field = Veld ‘{ $field }’: { $text }
cli-remedy = Zo kan het wel: { $text }
cli-no-such-language = ‘{ $given }’ is geen taal van het weegboek. Kies nl of en.
cli-optional = hoeft niet
cli-required = moet
cli-yes = ja
cli-no = nee
cli-recorded = { $count ->
    [one] Er is { $count } stap vastgelegd.
   *[other] Er zijn { $count } stappen vastgelegd.
}
