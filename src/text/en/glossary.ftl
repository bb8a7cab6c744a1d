# The words of the book.

term-dossier = Dossier
term-dossier-text = Everything that was recorded about one trajectory of one client: the case file.

term-decision = Decision
term-decision-text = A choice that has consequences for the client, with who took it, when and why.

term-weighing = Weighing
term-weighing-text = What you put side by side to come to a decision: principles, values, possibilities and what the client wants.

term-justification = Justification
term-justification-text = The explanation why a decision was taken, written so that others can follow it.

term-principle_stance = Principle stance
term-principle_stance-text = Whether a decision applies a principle or sets it aside on purpose. A principle that is not listed is called ‘not mentioned’.

term-triangle_verdict = Triangle verdict
term-triangle_verdict-text = The answer to one question of the value triangle: yes, no or unclear, with a reason. Unclear is not no.

term-signal = Signal
term-signal-text = A question to a colleague because something stands out. A signal changes nothing about a decision or a benefit.

term-finding = Finding
term-finding-text = What a reviewer notices in a step: a strong point, a question or a shortcoming. It can be answered.

term-question = Question
term-question-text = A named question over many cases together, such as: how often did the client have a real choice?

term-occurred_on = Occurred on
term-occurred_on-text = The day on which something happened, as a person says it.

term-recorded_at = Recorded at
term-recorded_at-text = The moment at which the book learned it. The book adds that moment itself.

term-facts = Facts
term-facts-text = Codes, numbers and dates. The book calculates with these.

term-words = Words
term-words-text = Free text that somebody wrote or said. Words are sealed apart and opened only for those who may read them.

term-shielding = Shielding
term-shielding-text = Hiding data at every place where it could be seen. The empty step and its date stay.

term-destruction = Destruction
term-destruction-text = Throwing away the key to data, so that nobody can ever read it again. The proof that something stood there stays.

term-norm = Norm
term-norm-text = A limit that the municipality sets, such as how long there may be no contact. Old cases keep the norm of their day.

term-event = Event
term-event-text = One recorded step. An event never changes any more.

term-stream = Stream
term-stream-text = The row of events that belong together, such as all of one dossier.

term-position = Position
term-position-text = The place of an event in the whole book, counted from 0, without gaps.

term-version = Version
term-version-text = The place of an event in its own stream, counted from 0, without gaps.

term-expected_version = Expected version
term-expected_version-text = What you think a stream looks like now. If that is not so, somebody was ahead of you and nothing is recorded.

term-append = Append
term-append-text = Putting new events at the end of the book. It is the only way of writing.

term-segment = Segment
term-segment-text = One file with a part of the book. A full segment does not change any more.

term-record = Record
term-record-text = The bytes of one event on disk: length, checksum, header and sealed parts.

term-entry = Entry
term-entry-text = The open part of a record: place, type, moment and digests, without content. The proof rests on these entries.

term-checkpoint = Checkpoint
term-checkpoint-text = A signed summary of the whole book up to a certain place. It can prove that nothing was changed.

term-bookmark = Bookmark
term-bookmark-text = How far a view has read the book.

term-subscription = Subscription
term-subscription-text = Following new events, without missing one or getting one twice.

term-upcast = Upcast
term-upcast-text = Reading an old form of an event as the new form. The stored bytes do not change.

term-projection = Projection or view
term-projection-text = A summary that the book works out from the events. A view can be thrown away and made again.
