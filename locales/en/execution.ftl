# execution
execution-impossible-transition =
    The action order is “{ $from ->
        [firm] firm
        [released] released
        [started] started
        [done] done
        [closed] closed
        [cancelled] cancelled
       *[suggested] suggested
    }” and cannot become “{ $to ->
        [firm] firm
        [released] released
        [started] started
        [done] done
        [closed] closed
        [cancelled] cancelled
       *[suggested] suggested
    }”.
    .why =
        { $from ->
            [firm] From there it can only become “released” or “cancelled”.
            [released] From there it can only become “started” or “done” or “cancelled”.
            [started] From there it can only become “done”.
            [done] From there it can only become “closed”.
            [closed] A closed or cancelled order no longer changes.
            [cancelled] A closed or cancelled order no longer changes.
           *[suggested] From there it can only become “firm” or “cancelled”.
        }
    .remedy =
        { $from ->
            [closed] Create a new order if the action is to be done again.
            [cancelled] Create a new order if the action is to be done again.
           *[other] Choose one of these states, or reload the page if somebody else has just declared on this order.
        }
execution-negative-time = The time declared, in minutes, is { $minutes }.
    .why = Time spent cannot be negative.
    .remedy = Give the time really spent, or 0 if the action took no time.
execution-evidence-in-the-future = The customer evidence is dated { $on }, after today ({ $today }).
    .why = Evidence is a fact that has already taken place at the customer’s.
    .remedy = Correct the date, or declare the progress without evidence and add it when it comes.
execution-evidence-unknown = The kind of evidence “{ $kind }” is not foreseen at this step.
    .why = The kinds of evidence accepted at this step are: { $known }.
    .remedy = Choose an accepted kind, or declare the progress without evidence.
execution-evidence-expired = The customer evidence of { $on } no longer holds.
    .why = At this step evidence holds { COUNT($days) ->
        [one] { $days } day
       *[other] { $days } days
    }; this one held until { $last }.
    .remedy = Ask the customer for a recent confirmation, or declare the progress without evidence.
execution-no-reason = The cancellation has no reason.
    .why = The reason of a cancellation tells later what keeps actions from being done.
    .remedy = Write the reason in a few words.
execution-answer-no = No: { $missing } { $of_kind } are missing by the end of week { $week } ({ $load } to do, { $capacity } available).
execution-answer-yes = Yes: the { $capacity } { $of_kind } cover the { $load } to do, week after week.
execution-answer-no-capacity = No: { $load } to do and no known hours { $of_kind }.
execution-phase-suggested = suggested
execution-phase-firm = firm
execution-phase-released = released
execution-phase-started = started
execution-phase-done = done
execution-phase-closed = closed
execution-phase-cancelled = cancelled
execution-to-find = { $count ->
    [one] To find: 1 contact
   *[other] To find: { $count } contacts
}
execution-to-come = { $count ->
    [one] To come: 1 deal
   *[other] To come: { $count } deals
}
execution-due = due by { $day }
execution-why-first = It is the first moment of the plan, nothing stands in the way.
execution-peg-step = “{ $operation }” serves the step “{ $step }”.
execution-peg-process = Step of the process “{ $process }”, version { $version }.
execution-peg-objective = For the objective “{ $objective }”: { COUNT($deals) ->
    [one] { $deals } deal
   *[other] { $deals } deals
}.
execution-day = { $count ->
    [0] Nothing planned this day: { $free } free.
    [one] One action, { $planned } planned, { $free } free.
   *[other] { $count } actions, { $planned } planned, { $free } free.
}
execution-day-off = Not a working day.
execution-channel-visit = At the customer’s
execution-channel-video = Video meeting
execution-channel-call = Telephone
execution-channel-mail = In writing
execution-channel-desk = At the desk
execution-objective = { COUNT($deals) ->
    [one] { $deals } deal
   *[other] { $deals } deals
}, { COUNT($contacts) ->
    [one] { $contacts } contact
   *[other] { $contacts } contacts
} to make; { COUNT($placed) ->
    [one] { $placed } action
   *[other] { $placed } actions
} with a date, { $unplaced } without.
execution-week = { $week }: { $load } to do for { $capacity } { $of_kind }.
execution-why-decided = This date is decided: the action is firm, released or started, the plan does not move it.

# How the dates were given
execution-dates = { COUNT($placed) ->
    [one] { $placed } action has a date
   *[other] { $placed } actions have a date
}, { $late } of them late; { COUNT($unplaced) ->
    [0] none is without
    [one] { $unplaced } has none
   *[other] { $unplaced } have none
}.
execution-rule-due = Earliest due date first.
execution-rule-margin = Highest margin per hour of { $kind } first; { $count ->
    [0] every margin is known
    [one] the margin of one deal is not known: it comes last
   *[other] the margin of { $count } deals is not known: they come last
}.
execution-price = Price of the plan: { $price } weighted minutes late, actions without a date included; at most { $gap } from the best plan there is.
execution-price-alone = Price of the plan: { $price } weighted minutes late, actions without a date included.
execution-overload-mine = Too full a week, { $week }: { $planned } planned for { $capacity } possible{ $out ->
    [0] {""}
   *[other] , { $outside } of it outside your hours
}. Ask for actions to be moved.
execution-overload = Too full a week for { $person }, { $week }: { $planned } planned for { $capacity } possible{ $out ->
    [0] {""}
   *[other] , { $outside } of it outside their hours
}.
execution-outside-mine = { $outside } of work in { $week } lie outside your hours. Ask for actions to be moved.
execution-outside = { $outside } of work of { $person } in { $week } lie outside their hours.
execution-overdue = Released for { $day }, not declared yet

# People at customers
execution-contact-no-name = The person's name is missing.
    .why = Nobody can be found or called without a name.
    .remedy = Write their name.
execution-contact-too-long = The field “{ $field }” is longer than { $most } characters.
    .why = A card says in few words who somebody is; the rest has its place elsewhere.
    .remedy = Shorten it.
execution-contact-key-tells = The key “{ $given }” says who the person is.
    .why = The key gives the identity kept in the ledger, even after an erasure: an address, a name or a telephone could be guessed from it.
    .remedy = Take a key that says nothing, such as a number.
execution-contact-mail = “{ $given }” is not a mail address.
    .why = It takes one @, a name before it, a host with a dot after it, and no blank.
    .remedy = Write it as first.last@customer.com, or leave the field empty.
execution-contact-phone = “{ $given }” is not a telephone number.
    .why = A number has 6 to 15 digits, with blanks, dots, dashes or brackets, and a + in front only.
    .remedy = Write it as one dials it, or leave the field empty.
execution-contact-language = “{ $given }” is not a language.
    .why = A language is written in two letters (ISO 639-1).
    .remedy = Write for instance fr, en or de, or leave the field empty.
execution-unknown-contact = Nobody at a customer has the identity “{ $given }”.
    .why = Only somebody who was written down can be shown, changed or erased.
    .remedy = Take the identity that the list of people shows.
execution-person-erased = The person “{ $given }” was erased.
    .why = An erasure is for good: nothing said of them can be read again, and an old file does not bring them back.
    .remedy = If you deal with them again, write them down under a new key.
execution-unknown-reason = There is no reason “{ $given }”.
    .why = The reason of an erasure stays in the ledger: it is taken from a list, so that it says nothing of the person.
    .remedy = Possible reasons: { $known }.
execution-unknown-account = No account has the key “{ $given }”.
    .why = A person belongs to a firm that is known already.
    .remedy = Take the key of the account in the file it came from, or leave the field empty.

execution-no-name = A name is missing.
    .why = Without a name nobody would find it again.
    .remedy = Give a name.
execution-text-shape = This text is not possible.
    .why = It is longer than { $most } characters, or holds a character that cannot be shown.
    .remedy = Shorten it and take control characters out.
execution-own-parent = A firm cannot be its own parent.
    .why = One would go round in circles.
    .remedy = Choose another parent, or none.
execution-unknown-reference = “{ $field }” names something unknown: { $given }.
    .why = The company has nothing like it, or you have no access to it.
    .remedy = Check the identity.
execution-ends-before = The end ({ $to }) is before the beginning ({ $from }).
    .why = An opportunity ends after it began.
    .remedy = Mend one of the two dates.
execution-wrong-value = This value is not possible.
    .why = It is negative, or in other money than the company’s ({ $currency }).
    .remedy = Give a positive amount in { $currency }, in cents.
execution-key-taken = The key “{ $given }” is taken.
    .why = A key stands for one thing only; nothing was written.
    .remedy = Change the one that is there, or choose another key.
execution-unknown-case = The opportunity “{ $given }” does not exist.
    .why = No opportunity has this identity, or you have no access to it.
    .remedy = Look for it in the list of opportunities.
execution-unknown-choice = “{ $given }” is no possible choice.
    .why = A consent is about a way and a purpose taken from a list, so that it is checked before anything is sent.
    .remedy = Possible choices: { $known }.
execution-consent-no-source = How this consent or objection was said is not known.
    .why = It must be possible to prove it; 200 characters at most.
    .remedy = Say in few words how, and where the proof is.
execution-consent-in-the-future = { $day } has not come yet.
    .why = A consent is a fact: it has happened.
    .remedy = Give the day on which the person said it.
execution-may-objected = They objected on { $day }.
execution-may-needs-consent = This way needs their consent, and none is known.
execution-may-agreed = They agreed on { $day }.
execution-may-interest = It concerns their work, and they did not object.
execution-may-contract = It is needed for what was agreed with their firm.
execution-package = What { $company } knows of { $name }, on { $day }. Cases and actions are those of their firm.
execution-conversation-in-the-future = A conversation cannot have been held on { $on }.
    .why = That day has not come: today is { $today }, and a conversation is captured afterwards.
    .remedy = Give the day on which it was held.
execution-conversation-too-long = This text is too long.
    .why = It has more than { $most } characters, and nobody will read it before the next meeting.
    .remedy = Keep what matters, in at most { $most } characters.
execution-promise-empty = This promise says nothing.
    .why = A promise without content cannot be kept.
    .remedy = Say in one line what is promised, or take it out.
execution-promises-too-many = There are more than { $most } promises on one side.
    .why = Beyond { $most }, none is kept any more.
    .remedy = Keep those that move the customer forward.
execution-next-in-the-past = The next date is before the conversation.
    .why = The conversation was held on { $on }; what follows comes after.
    .remedy = Give a date from { $on } on.
execution-files-too-many = There are more than { $most } files.
    .why = A conversation is proved with few files.
    .remedy = Keep the { $most } most useful ones.
execution-already-captured = This conversation is captured already, by { $by }, for { $on }.
    .why = An action done is one conversation and no more; nothing was written.
    .remedy = Read the one that is there; undo it if yours is the right one.
execution-too-late-to-undo = It is too late to undo this capture.
    .why = Since then the action, the opportunity or a promise has changed, or a plan was published: going back would undo that too.
    .remedy = Correct the opportunity, or capture what has happened since.
execution-unknown-conversation = The conversation “{ $given }” does not exist.
    .why = No conversation has this identity, or you have no access to it.
    .remedy = Look for it on the page of the account.
execution-unknown-promise = The promise “{ $given }” does not exist.
    .why = No promise has this identity, or you have no access to it.
    .remedy = Look for it on the page of the account.
execution-unknown-outcome = “{ $given }” is not said of a promise.
    .why = A promise is kept, broken, dropped, moved, or reopened after a slip.
    .remedy = Possible choices: { $known }.
execution-promise-settled = This cannot be said of this promise.
    .why = Its state is “{ $state }”: what is settled is not settled twice, what is open is not reopened.
    .remedy = Reopen it first if it was a slip.
execution-promise-no-date = The new date is missing.
    .why = To move a promise is to agree on another day, today or later.
    .remedy = Give that day.
execution-unknown-file = The file “{ $given }” does not exist.
    .why = No file of this action has this identity, or you have no access to it.
    .remedy = Add it to the action first.
execution-file-empty = This file is empty.
    .why = An empty file proves nothing.
    .remedy = Choose another file.
execution-file-type = This kind of file is not taken.
    .why = It is announced as “{ $given }” and its content has to confirm it; taken are only: { $known }.
    .remedy = Send a photo, a PDF, a mail (.eml) or a text.
execution-file-name = This file name does not do.
    .why = It takes 1 to { $most } characters, without control signs, and no dot in front.
    .remedy = Rename the file.
execution-postponed-to-the-past = A day to come is missing.
    .why = To postpone is to take it up on another day, after { $today }.
    .remedy = Give a day from tomorrow on.
execution-unknown-deferral = “{ $given }” is not asked of an action.
    .why = An action is postponed or refused.
    .remedy = Possible choices: { $known }.
execution-not-deferred = This action is neither postponed nor refused.
    .why = So there is nothing to take back.
    .remedy = It is where the plan put it.

# Beyond the planned day
execution-suggest-agreed = You had agreed on { $day }, and nobody has spoken since.
execution-suggest-ours = You promised “{ $what }” for { $day }.
execution-suggest-theirs = The customer promised “{ $what }” for { $day }: to be followed up.
execution-suggest-silent = Nobody has spoken to them since { $day }.
execution-suggest-never = Opened on { $day }, and no conversation since.
execution-suggest-no-date = The plan found no place for this action.
execution-suggest-ahead = Planned on { $day }, it fits in the time you have left.
execution-postponed = Postponed to today: { $reason }

# The relationship with a firm, and its causes
execution-health-never = No conversation is known.
execution-health-recency = { $days ->
    [0] Last conversation today.
    [one] Last conversation yesterday.
   *[other] Last conversation { $days } days ago.
}
execution-health-roles = { $count ->
    [0] Nobody is named among the counterparts.
    [one] One post only met in a year.
   *[other] { $count } posts met in a year.
}
execution-health-no-promise = No promise settled.
execution-health-promises = { $kept ->
    [0] No promise kept
    [one] One promise kept
   *[other] { $kept } promises kept
}, { $missed ->
    [0] none missed.
    [one] one missed or overdue.
   *[other] { $missed } missed or overdue.
}
execution-health-goal = The customer has named a goal.
execution-health-no-goal = The customer has not named a goal yet.
execution-health-early = The relationship is not established: a proposal would come too early.

# The story of a firm
execution-event-held = Conversation { $result ->
    [progress] with progress
    [disqualified] with nothing to follow
   *[other] without progress
}
execution-event-goal = “{ $goal }”
execution-event-ours = We promised “{ $what }”
execution-event-theirs = The customer promised “{ $what }”
execution-event-kept = Promise kept: “{ $what }”
execution-event-broken = Promise broken: “{ $what }”
execution-event-dropped = Promise dropped: “{ $what }”
execution-event-file = File added: { $name }
execution-event-case = Opportunity { $case } opened
execution-event-won = Opportunity { $case } won
execution-event-lost = Opportunity { $case } lost
execution-event-step = Entered the step “{ $step }”

# The draft of a letter of confirmation
execution-letter-subject = Our conversation of { $day }
execution-letter-greeting = Dear { $name },
execution-letter-greeting-nobody = Good morning,
execution-letter-thanks = Thank you for our conversation of { $day }. Here is what I take from it; tell me if I am wrong.
execution-letter-goal = Your goal, in your words: “{ $goal }”.
execution-letter-use = The use we spoke of. What happens: { $event }. To whom: { $actor }. What is then done: { $actions }. What comes of it: { $result }.
execution-letter-ours = On our side:
execution-letter-theirs = On your side:
execution-letter-line = - { $what }
execution-letter-line-by = - { $what }, by { $day }
execution-letter-next = We speak again on { $day }.
execution-letter-confirm = Could you confirm these points by answering this message?

# Time entered and time given back
execution-give-back-sheets = { $count ->
    [0] No sheet read before a conversation that was captured
    [one] One sheet read before a conversation that was captured
   *[other] { $count } sheets read before conversations that were captured
}
execution-give-back-sheet-method = 10 minutes for each sheet opened before a conversation that was then captured. It is assumed, nothing measures it.
execution-give-back-letters = { $count ->
    [0] No draft of a letter opened
    [one] One draft of a letter opened
   *[other] { $count } drafts of letters opened
}
execution-give-back-letter-method = 10 minutes for each draft opened: 15 without one, 5 with one. It is assumed, nothing measures it.
execution-give-back-method = Entered: { $captures ->
    [0] no conversation
    [one] one conversation
   *[other] { $captures } conversations
}, of which { $measured } with a measured time; the others count for a minute. Given back: what was really used, at an assumed length.

execution-missing-proof = The customer’s proof is missing to leave step “{ $step }”: { $proofs }.
    .why = A step is left on what the customer did or gave, not on our opinion; without a proof, or with one that has lapsed, the deal stays there.
    .remedy = Attach the proof to the record of a conversation of this deal, with its kind and its date, then move the deal.
