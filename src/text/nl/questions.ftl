# Words that the built-in questions need.
