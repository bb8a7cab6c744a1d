# Signals: names, what they ask, who answers.
