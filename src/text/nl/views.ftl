# The views: their state, their file, free SQL.
