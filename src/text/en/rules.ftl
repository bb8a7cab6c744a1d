# Rules: what they say, and how to satisfy them.

rule-FORM = The form is complete and can be read.
rule-FORM-remedy = Fill in what is missing and repair what does not fit. Then try again.

rule-R01 = A decision says why it was taken and names at least one guiding principle.
rule-R01-remedy = First write which effect you want, then why this decision fits it. Name at least one principle, with your reason.

rule-R02 = A decision gives a verdict with a reason on all three corners: law, means and self-direction.
rule-R02-remedy = Answer the three questions: Is it allowed by law? Do we make sensible use of public means? Does it add to self-direction? Give a verdict and a reason for each.

rule-R03 = When a corner says ‘no’, the decision needs the permission of somebody else, with an end date.
rule-R03-remedy = Choose another solution, or ask a colleague for permission. Then note who gave it, why and until when.

rule-R04 = A decision that affects somebody’s rights names the law or rule it rests on.
rule-R04-remedy = Name the law or rule, the day whose law you apply and how much room you use.

rule-R05 = A decision shows what the client thinks of it.
rule-R05-remedy = Note the client’s words and whether the client agrees. Is that not known yet? Then write why, and when you will ask.

rule-R06 = A decision names at least one other possibility that was weighed.
rule-R06-remedy = Name what else was possible, and why you did not choose it. Doing nothing counts too.

rule-R07 = A decision says who led it.
rule-R07-remedy = Fill in who led the decision, and in which role.

rule-R08 = An instrument has a purpose, an expected result, a limit and a day to discuss it, no later than the limit.
rule-R08-remedy = Fill in these four. Choose a day to discuss it on or before the limit.

rule-R09 = The limit of an instrument lies after its start. When it lasts longer than the catalogue allows, it says why.
rule-R09-remedy = Choose a limit after the first day. Must it last longer? Then write why.

rule-R10 = An extension goes to a later day, with a reason, with progress and with what the client thinks.
rule-R10-remedy = Choose a later day. Write why, which progress there is and what the client says.

rule-R11 = A goal of the client, or of both of you, stands in the client’s words, and the client confirms it.
rule-R11-remedy = Ask the client to say the goal and to confirm it. Is that not possible? Then note it as a goal of the professional.

rule-R12 = A future perspective stands in the client’s words.
rule-R12-remedy = Write down what the client says about the future.

rule-R13 = The client gets at least two options and ‘doing nothing’ beside them. Every option has pros and cons.
rule-R13-remedy = Add options until there are enough, ‘doing nothing’ included. Write for each what speaks for it and against it.

rule-R14 = A preference belongs to options that were really presented.
rule-R14-remedy = Name the step in which the options were presented. Is there none? Then present the options first.

rule-R15 = An expert by experience has been trained. Without training the role is person with lived experience.
rule-R15-remedy = Choose the role of person with lived experience, or fill in that this person was trained.

rule-R16 = A handover says who receives the case, whether the client knew and what is still promised.
rule-R16-remedy = Fill in who receives the case and whether the client was told beforehand. Name every open promise, or choose ‘none’.

rule-R17 = For an investigation visit four questions are answered: announced, lead informed, ground recorded and consent.
rule-R17-remedy = Answer all four questions with yes, no or unknown.

rule-R18 = What was recorded does not change. A correction names the step, the field, the reason and who asked for it.
rule-R18-remedy = Make a correction and fill in these four. What stood there first can still be seen.

rule-R19 = Shielding needs a ground and somebody who may do it. The empty step and its date stay.
rule-R19-remedy = Write why the data must be shielded. Are you not allowed to? Then ask your team manager.

rule-R20 = A finding is about a step and about a principle or a corner. Whoever took the decision does not review it.
rule-R20-remedy = Name the step, and a principle or a corner. Was it your own decision? Then ask a colleague to review it.

rule-R21 = You can only answer a finding that is still open.
rule-R21-remedy = Choose a finding without an answer.

rule-R22 = A trajectory closes when all instruments have ended, the outcome is known and the client could give an account.
rule-R22-remedy = First end the open instruments. Fill in where the client is now and what the client says, or why that is not there.

rule-R23 = In a closed case only steps that may come afterwards are added, such as a later measurement, the client’s voice or a contest.
rule-R23-remedy = Choose a step that may come after closing, or open a new trajectory.

rule-R24 = Whoever took the decision does not reconsider it.
rule-R24-remedy = Ask somebody else to reconsider the decision.

rule-R25 = Something cannot have happened after the day on which you record it.
rule-R25-remedy = Repair the day on which it happened.

rule-R26 = A text holds no citizen service number, e-mail address or telephone number.
rule-R26-remedy = Take the number or address out of the text. Use the code of the person.

rule-R27 = Not every role may record every step.
rule-R27-remedy = Choose a role that may, or ask somebody with that role.

rule-R28 = You build on what stands there now. Somebody else was just ahead of you.
rule-R28-remedy = Look at the case again and then record your step once more.
