# Messages of the command line.

cli-error = This did not work: { $what }
cli-kept = Nothing was changed.
cli-next = What you can do: { $what }
cli-refused = Refused by rule { $rule }: { $text }
cli-refused-field = Field ‘{ $field }’: { $text }
cli-remedy = How to satisfy it: { $text }
cli-no-such-language = ‘{ $given }’ is not a language of the book. Choose nl or en.
cli-optional = optional
cli-required = required
cli-yes = yes
cli-no = no
cli-recorded = { $count ->
    [one] { $count } step was recorded.
   *[other] { $count } steps were recorded.
}
