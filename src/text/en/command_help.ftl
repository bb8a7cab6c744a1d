# Help with every command and every option.

cli-heading-usage = Usage:
cli-heading-commands = Commands
cli-heading-options = Options
cli-heading-arguments = Arguments
cli-heading-general = General options

cli-value-command = COMMAND
cli-value-options = OPTIONS
cli-value-dir = DIR
cli-value-file = FILE
cli-value-lang = LANG
cli-value-name = NAME
cli-value-number = NUMBER
cli-value-count = COUNT
cli-value-moment = MOMENT
cli-value-day = DAY
cli-value-position = POSITION
cli-value-team = TEAM
cli-value-person = PERSON
cli-value-role = ROLE
cli-value-text = TEXT
cli-value-stream = STREAM
cli-value-kind = KIND
cli-value-term = WORD
cli-value-shell = SHELL

cli-help-weegboek = The book of weighing: every decision in a trajectory, with its reasons.
cli-help-weegboek-more = New here? Start with ‘weegboek demo’: it makes a practice book with twelve cases.
    Put --help behind a command for help with it.
cli-help-version = Shows the version.
cli-help-help = Shows this help.
cli-help-option-book = The folder of the book. Otherwise WEEGBOEK_BOOK counts, and otherwise the folder ‘boek’.
cli-help-option-lang = The language: nl or en. Otherwise that of your computer counts.
cli-help-option-json = Shows the result as JSON, for other programs.
cli-help-option-no-color = Shows no colours. The variable NO_COLOR does the same.
cli-help-option-known-at = Shows what the book knew at that moment, such as 2025-03-10 or 2025-03-10T14:00:00Z.
cli-help-option-at-position = Shows what was recorded before this place in the log.
cli-help-option-valid-on = Shows only what had happened by that day, such as 2025-03-10.
cli-help-option-number = The number of the dossier, such as ZAAK-001.

cli-help-init = Makes a new book.
cli-help-init-municipality = The municipality that the book fills in when a form names none.
cli-help-init-recorded-at = The moment at which the book begins. Only needed to import old dossiers with their own moments.
cli-help-init-key-file = Where the key file goes. Choose another disk than that of the book.
