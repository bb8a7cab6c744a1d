# The log: how it stands, what it holds, whether it is sound.

cli-help-log = The log itself: how it stands, what it holds and whether it is sound.
cli-help-log-info = Shows how the log stands.
cli-help-log-read = Shows the events in the log, one a line.
cli-help-log-read-from = The first position to show. With --stream it is the version in that stream.
cli-help-log-read-limit = How many events to show at most.
cli-help-log-read-stream = Shows only this stream: its name, or the number of a dossier.
cli-help-log-read-type = Shows only this type of event, such as decision_taken.
cli-help-log-read-category = Shows only streams of this kind: case, organisation, audit, learning or settings.
cli-help-log-read-backward = Shows the newest first.
cli-help-log-read-follow = Shows what is there, and then what is added. Stop with Ctrl-C.
cli-help-log-read-facts = Shows the facts too: codes, numbers and days.
cli-help-log-read-words = Shows the facts and the words too.
cli-help-log-check = Reads every byte of the log and says whether anything was changed. Needs no key.

cli-log-read-nothing = The log holds nothing that fits.
cli-log-dir = Folder
cli-log-log = Id of the log
cli-log-events = Events
cli-log-streams = Streams
cli-log-parts = Sealed parts
cli-log-segments = Segments
cli-log-bytes = Bytes
cli-log-first = First recorded
cli-log-last = Last recorded
cli-log-leaf = Last leaf hash
cli-log-keys = Keys in the vault
cli-log-index = Bytes of the index
cli-log-indexed = In the index
cli-log-no-index = none; it is made by itself
cli-log-newer = (of a newer release)
cli-closed-damaged = closed: the key or the sealed part is not right
cli-closed-unreadable = cannot be read by this release
cli-kept-round = shown when round { $round } is opened
cli-kept-learned = shown when its writer has finished learning

cli-notice-tail-cut = { $count ->
    [one] The last write had not been finished. { $count } byte was cut; it goes on at position { $position }.
   *[other] The last write had not been finished. { $count } bytes were cut; it goes on at position { $position }.
}
cli-notice-locked = The key file { $path } is not there. You see which events there are; their content stays closed.

cli-check-sound = The log is sound: everything is as it was recorded.
cli-check-damaged = { $count ->
    [one] The log is damaged, in { $count } place.
   *[other] The log is damaged, in { $count } places.
}
cli-check-how = Every byte was read. Nothing was changed. No key was needed.
cli-check-torn = { $count ->
    [one] The last write had not been finished: { $count } byte. Nothing is lost; it is cut at the next writing.
   *[other] The last write had not been finished: { $count } bytes. Nothing is lost; they are cut at the next writing.
}
cli-check-place = File { $file }, byte { $offset }, from position { $position }
cli-check-what = What was found: { $what }.
cli-check-consequence = Consequence: { $text }
cli-check-more = { $count ->
    [one] { $count } more place. You see them all with --json.
   *[other] { $count } more places. You see them all with --json.
}
cli-check-next = Write nothing more in this book. Keep it as it is now, and put back a copy beside it.

cli-damage-derived = nothing is lost. This file is made anew at the next writing.
cli-damage-nothing-lost = nothing is lost. This part is made anew at the next writing.
cli-damage-lost = events that were safe are damaged or gone. Put back a copy.
cli-damage-changed = what stands here is not what was recorded. Put back a copy.
cli-damage-unreadable = events cannot be read from here on. Put back a copy.

cli-help-editions = The catalogues of the book with their editions, such as principles, norms and the audit instrument.
cli-help-editions-adopt-built-in = Records the built-in edition of every catalogue that this book lacks.
cli-editions-title = Catalogues and their editions
cli-editions-edition = { $edition }, from { $day }
cli-editions-none = No edition is recorded in this book.
cli-editions-absent = This book is older than such a catalogue. Record the built-in edition with ‘weegboek editions --adopt-built-in’.
cli-editions-adopted = Recorded: the built-in edition of { $catalogue }.
cli-editions-nothing = Every catalogue had an edition already. Nothing has changed.
cli-trouble-no-edition = No edition is recorded in this book of: { $given }.
cli-next-no-edition = Record the built-in edition with ‘weegboek editions --adopt-built-in’.
