# Exports for analysis.

cli-count-rows = { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
cli-count-events = { $count ->
    [one] { $count } event
   *[other] { $count } events
}
cli-count-objects = { $count ->
    [one] { $count } object
   *[other] { $count } objects
}
cli-help-export-xes = Exports the dossiers as an event log (XES), one trace for each dossier. For the analyst only.
cli-help-export-ocel-json = Exports the dossiers as an object-centric log (OCEL 2.0, JSON). For the analyst only.
cli-help-export-ocel-xml = Exports the dossiers as an object-centric log (OCEL 2.0, XML). For the analyst only.
cli-help-export-ocel-sqlite = Exports the dossiers as an object-centric log (OCEL 2.0, SQLite). For the analyst only.
cli-help-export-csv = Exports the fact tables, one file for each. For the analyst only.
cli-help-export-parquet = Exports the fact tables by municipality and month, for large engines. For the analyst only.
cli-help-export-out = Where it goes. Nothing may be there yet.
cli-help-export-purpose = What you use the data for. This is recorded.
cli-help-export-analyst = You are an analyst. You know that these are data of single persons, and answer for them.
cli-help-export-from = Only dossiers with an event on or after this day.
cli-help-export-until = Only dossiers with an event on or before this day.
cli-help-export-team = Only dossiers with an event of this team.
cli-help-export-municipality = Only dossiers with an event of this municipality.
cli-help-export-actor = Your code. Otherwise WEEGBOEK_ACTOR counts.
cli-help-export-role = Your role: OZ, BE, TM, AU or BH. Otherwise WEEGBOEK_ROLE counts.
cli-export-microdata = Mind: these are single records about people, without protection of small groups. Do not share them. That you asked for them, and for what, stands at position { $position }.
cli-export-analysis-done = Exported to { $path }: { $what }, { $dossiers }.
cli-export-analysis-readme = What it is, and what you may do with it, stands in { $readme }.

cli-trouble-analyst-only = These are data of single persons. They are for an analyst only.
cli-next-analyst-only = Are you an analyst? Then add --analyst. For figures to share there is ‘weegboek ask’.
cli-trouble-output-exists = There is something in { $path } already.
cli-next-output-exists = Choose another place, or take away what is there first.
cli-trouble-not-built-in = This program was built without { $given }.
cli-next-not-built-in = Ask your administrator for a program with { $given }, or choose another form.
cli-trouble-ocel = The object-centric log does not work: { $why }.
cli-next-ocel = Correct the file and try again.
cli-trouble-ocel-large = The log of objects is too large to import at once.
cli-next-ocel-large = Make smaller files of it, for example one for each year. Import them one after another.
cli-trouble-no-object-type = The log has no objects of the type ‘{ $given }’.
cli-next-no-object-type = Choose with --object-type from: { $there }.

cli-help-import-ocel = Imports an object-centric log (OCEL 2.0): JSON, XML or SQLite.
cli-help-import-ocel-file = The file. With - it reads JSON or XML from standard input.
cli-help-import-ocel-object-type = The type of the objects that become trajectories.
cli-help-import-ocel-name = The name of the log. Otherwise that of the file.
cli-help-import-ocel-municipality = The municipality that the trajectories belong to.
cli-ocel-read = Log ‘{ $source }’: { $events }, { $objects }.
cli-ocel-shared = Some events belong to several trajectories at once: { $shared }. They stand with each of them, so { $repeats } times more than they are. Do not add them up.
cli-ocel-without = These belong to no trajectory of the type ‘{ $type }’ and were not recorded: { $without }.
cli-ocel-empty = Without a single step: { $empty }.
cli-ocel-dangling-events = Events name objects that are not there: { $count } times. They are kept as they stand.
cli-ocel-dangling-objects = Objects name objects that are not there: { $count } times.
cli-ocel-dangling-example = { $from } names { $to } ({ $qualifier }).
cli-ocel-strays = The database has rows of what is not there: { $count }. They are not recorded.
cli-ocel-stray-example = Table { $table } names { $id }.
cli-ocel-undeclared = The type ‘{ $type }’ is not declared: used { $count } times.
cli-ocel-utc = { $count } times do not say of which place they are. They were read as UTC.
