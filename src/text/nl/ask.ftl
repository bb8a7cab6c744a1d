# Asking questions: answers, suppression, outputs.
