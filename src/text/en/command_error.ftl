# What went wrong, what was kept, and what you can do.

cli-kept-book = Nothing was changed in the book.
cli-kept-locked = Nothing was recorded. Reading simply goes on.
cli-kept-damage = Nothing was changed and nothing was repaired. What stands before it can still be read.
cli-kept-unknown = What was recorded before stays. Whether the last of it is there is not certain.
cli-kept-xes = The trajectories before the fault in the file were recorded and stay.
cli-refused-head = This was refused. Nothing was recorded.
cli-next-usage = Put --help behind the command to see what is possible.
cli-next-file = Check whether the file is there, whether you may use it, and whether the disk has room.
cli-process = process { $pid }
cli-other-process = another process

cli-usage-invalid-value = ‘{ $value }’ does not fit { $argument }.
cli-usage-no-value = { $argument } needs a value.
cli-usage-unknown-argument = There is no option { $argument } here.
cli-usage-unknown-command = There is no command ‘{ $value }’.
cli-usage-missing-argument = You still have to give: { $argument }.
cli-usage-missing-command = A command is missing.
cli-usage-conflict = { $argument } and { $other } do not go together.
cli-usage-too-many-values = { $argument } takes fewer values.
cli-usage-number = Give a number that is possible here.
cli-usage-not-utf8 = One of the words is not readable text (UTF-8).
cli-usage-other = The command cannot be understood.
cli-usage-valid = You can choose from: { $values }.
cli-usage-suggested = Did you mean { $values }?

cli-os-not-found = it does not exist
cli-os-denied = you may not use it
cli-os-full = the disk is full
cli-os-read-only = the disk is read-only
cli-os-is-folder = it is a folder
cli-os-no-folder = a part of the path is not a folder
cli-os-exists = it exists already
cli-os-not-text = it is not readable text (UTF-8)

cli-trouble-file = { $path }: { $why }.
cli-trouble-no-book = There is no book in the folder { $dir }.
cli-next-no-book = Make one with ‘weegboek --book { $dir } init’, or name another folder with --book.
cli-trouble-book-exists = There is a book in the folder { $dir } already.
cli-next-book-exists = Use that book, or choose another folder.
cli-trouble-config = The settings in { $path } cannot be understood: { $why }.
cli-next-config = Correct this file, or put back a copy.
cli-trouble-no-dossier = Dossier { $given } is not in the book, or was not in it yet.
cli-next-no-dossier = See which dossiers there are with ‘weegboek dossier list’.
cli-trouble-no-event-type = The book knows no event named { $given }.
cli-next-no-event-type = Put --help behind the command. The names are there.
cli-trouble-dossier-needed = ‘{ $given }’ belongs to a dossier, and none was named.
cli-next-dossier-needed = Name the number of the dossier.
cli-trouble-line = The line cannot be read: { $why }
cli-next-line = Correct the line and try again.
cli-trouble-time = ‘{ $given }’ is not a day or a moment.
cli-next-time = Write a day like 2025-03-10, or a moment like 2025-03-10T14:00:00Z.
cli-trouble-too-many-lines = It has more lines than one import takes: { $max }.
cli-next-too-many-lines = Split the file; keep the lines of one dossier together.
cli-trouble-too-long-for-pipe = More bytes came in than fit in memory: { $max }.
cli-next-too-long-for-pipe = Give a file instead of ‘-’.
cli-trouble-contended = Something else kept coming first.
cli-next-contended = Try once more.
cli-trouble-read-only = The book is open for reading only.
cli-next-read-only = Open the book for writing.
cli-trouble-xes = The file cannot be read beyond line { $line }, after { $count } trajectories: { $why }.
cli-next-xes = Correct the file and import it again. What is there already is not added twice.
cli-trouble-other = { $why }.
cli-next-other = Check the book with ‘weegboek log check’. Report this error when it comes back.
cli-trouble-locked = Somebody is writing in the book in { $dir } already: { $who }.
cli-next-locked = Wait until that is done, or stop that process. Reading is possible meanwhile.
cli-trouble-damage = The book is damaged. File { $file }, byte { $offset }, from position { $position }: { $why }.
cli-next-damage = Write nothing more. Look at the damage with ‘weegboek log check’ and put back a copy.
cli-trouble-time-back = The moment { $given } lies before the last moment in the book: { $last }.
cli-next-time-back = Leave out --keep-times, or make a new book with ‘init --recorded-at’ and an earlier moment.
cli-trouble-same-id = This id is in the book already, at position { $position }, with other content.
cli-next-same-id = Choose a new id. Was it a mistake? Then make a correction.
cli-trouble-poisoned = An earlier write failed: { $why }.
cli-next-poisoned = Check the disk and start again. The book then sees for itself what is there.
cli-trouble-not-a-log = The folder { $dir } holds no log of a book.
cli-next-not-a-log = Name the right folder with --book, or put back a copy.
cli-trouble-no-key = The key file { $path } is not there. Nothing can be recorded without a key.
cli-next-no-key = Put the key file back, or name its new place in { $config }.
cli-trouble-locked-vault = The key file is not there. So the content stays closed.
cli-next-locked-vault = Put the key file back. Without a key, ‘log info’, ‘log read’ and ‘log check’ do work.
cli-trouble-key-exposed = Others can reach the key file { $path } (mode { $mode }).
cli-next-key-exposed = Make the file readable for yourself alone: chmod 600 { $path }
cli-trouble-key-damaged = The key file { $path } is damaged.
cli-next-key-damaged = Put back a copy of the key file.
cli-trouble-other-key = This key file belongs to another book.
cli-next-other-key = Put back the key file that belongs to this book.
cli-trouble-keys-damaged = The file with keys { $path } is damaged.
cli-next-keys-damaged = Write nothing more and put back a copy of this file.

cli-line-not-json = This is not valid JSON: { $why }.
cli-line-no-event = The name of the event is missing.
cli-line-wrong-kind = Key { $key }: { $text }
cli-line-too-long = { $max ->
    [one] The line is longer than { $max } byte.
   *[other] The line is longer than { $max } bytes.
}

cli-init-made = The book was made, in the folder { $dir }.
cli-init-key = The key is in { $path }. Nobody can read the book without this file.
cli-init-apart = Keep a copy of the key in another place than the copies of the log. Whoever has both can read everything.
cli-init-no-municipality = No municipality was filled in. Every form must name the municipality itself.
cli-init-next = What you can do now
cli-init-next-open = Open a dossier: weegboek --book { $dir } dossier open --help
cli-init-next-import = Import dossiers from a file: weegboek --book { $dir } import dossiers FILE
cli-init-next-demo = Look around in a practice book first: weegboek demo
