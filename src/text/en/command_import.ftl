# Importing, exporting, and the smaller commands.

cli-help-import = Imports dossiers or trajectories from a file.
cli-help-import-dossiers = Imports dossiers in the book’s own format: one event a line.
cli-help-import-dossiers-more = A dossier comes in whole or not at all. Importing twice does no harm.
cli-help-import-dossiers-file = The file with lines. With - it reads standard input.
cli-help-import-dossiers-keep-times = Keeps the moments at which the lines were recorded before.
cli-help-import-dossiers-dry-run = Checks everything and records nothing.
cli-help-import-xes = Imports another system’s log (XES), also when it is packed with gzip.
cli-help-import-xes-file = The file. With - it reads standard input.
cli-help-import-xes-name = The name of the log. Otherwise that of the file.
cli-help-import-xes-municipality = The municipality that the trajectories belong to.
cli-help-export = Exports the book to a file.
cli-help-export-jsonl = Exports events, one a line, so that another book can import them.
cli-help-export-jsonl-dossier = Only the dossier with this number.
cli-help-export-jsonl-output = The file. Otherwise everything goes to standard output.
cli-help-glossary = Explains the words of the book.
cli-help-glossary-term = A word, or a part of it. Without a word you see them all.
cli-help-completions = Makes a file with which your shell completes commands.
cli-help-completions-shell = The shell: bash, elvish, fish, powershell or zsh.
cli-help-man = Makes manual pages for the program man.
cli-help-man-output = The folder for all pages. Otherwise you see the first page only.

cli-count-lines = { $count ->
    [one] { $count } line
   *[other] { $count } lines
}
cli-count-dossiers = { $count ->
    [one] { $count } dossier
   *[other] { $count } dossiers
}
cli-count-steps = { $count ->
    [one] { $count } step
   *[other] { $count } steps
}
cli-count-traces = { $count ->
    [one] { $count } trajectory
   *[other] { $count } trajectories
}
cli-count-kinds = { $count ->
    [one] { $count } kind of activity
   *[other] { $count } kinds of activity
}

cli-import-busy = Recording dossiers
cli-import-done = { $lines } read. Recorded: { $dossiers }, { $events }.
cli-import-would = { $lines } read. This was a trial: nothing was recorded. Otherwise this would have been added: { $events }.
cli-import-there = There already, and not recorded again: { $there }.
cli-import-refused = { $count ->
    [one] { $count } line was refused.
   *[other] { $count } lines were refused.
}
cli-import-line = Line { $number }
cli-import-following = { $count ->
    [one] { $count } more line was refused, because the opening of its dossier is not right. You see it with --json.
   *[other] { $count } more lines were refused, because the opening of their dossier is not right. You see them with --json.
}
cli-import-left-out = Dossiers that stay out as a whole because of it
cli-import-left = { $count ->
    [one] { $dossier }: { $count } step
   *[other] { $dossier }: { $count } steps
}
cli-import-next = The other dossiers were recorded. Correct the refused lines and import the file again: what is there already is not added twice.
cli-import-next-dry = Correct the refused lines and try again.

cli-xes-busy = Recording trajectories
cli-xes-read = Log ‘{ $source }’: { $traces }, { $steps }, { $activities }.
cli-xes-new = Newly recorded: { $new }, { $added }. There already: { $there }.
cli-xes-bare = These trajectories have no justification. The book says so wherever it shows them.

cli-export-busy = Exporting
cli-export-done = { $count ->
    [one] { $count } step exported.
   *[other] { $count } steps exported.
}
cli-export-closed = { $count ->
    [one] { $count } step stayed closed and was left out.
   *[other] { $count } steps stayed closed and were left out.
}

cli-glossary-none = The word ‘{ $given }’ is not in the glossary.

cli-glossary-none-next = See all words with ‘weegboek glossary’.

cli-man-name = NAME
cli-man-synopsis = SYNOPSIS
cli-man-description = DESCRIPTION
cli-man-options = OPTIONS
cli-man-commands = COMMANDS
cli-man-extra = MORE
cli-man-version = VERSION
