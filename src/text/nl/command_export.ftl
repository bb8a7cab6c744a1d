# Exports for analysis.
