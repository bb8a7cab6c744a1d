# The demonstration.

cli-help-demo = Makes a practice book with twelve cases and shows what is in it.
cli-help-demo-dir = The folder for the practice book. Otherwise ‘weegboek-demo’, or the next one that is free.

cli-demo-title = Weegboek: a practice book
cli-demo-made = The folder { $dir } now holds a book with twelve cases. { $events } steps were recorded, and { $count } attempts refused.
cli-demo-fiction = The people, the municipality and the cases are made up. Their words are in Dutch.
cli-demo-list = The twelve cases
cli-demo-refused = Two attempts that were refused
cli-demo-refused-why = The book refuses what is untrue, unowned or unexplainable. It says which rule, and how it can be done.
cli-demo-attempt = { $dossier } · { $label }
cli-demo-story = The story of { $number }
cli-demo-story-why = Every step stays as it was recorded. With the decision you see the whole weighing.
cli-demo-next = What you can try now
cli-demo-next-state = How does this case stand?
cli-demo-next-then = What was known on 10 February 2025, a week before the decision?
cli-demo-next-weighing = What does a decision look like that was contested later?
cli-demo-next-log = What was recorded last?
cli-demo-next-check = Was nothing in the book changed?
