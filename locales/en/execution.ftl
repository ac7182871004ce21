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
    .remedy = Enter the time actually spent, or 0 if the action took no time.
execution-evidence-in-the-future = The customer evidence is dated { $on }, after today ({ $today }).
    .why = Evidence is a fact that has already taken place at the customer’s.
    .remedy = Correct the date, or declare the progress without evidence and add it when it comes.
execution-evidence-unknown = The kind of evidence “{ $kind }” is not expected at this step.
    .why = The kinds of evidence accepted at this step are: { $known }.
    .remedy = Choose an accepted kind, or declare the progress without evidence.
execution-evidence-expired = The customer evidence of { $on } is no longer valid.
    .why = At this step evidence is valid for { COUNT($days) ->
        [one] { $days } day
       *[other] { $days } days
    }; this one was valid until { $last }.
    .remedy = Ask the customer for a recent confirmation, or declare the progress without evidence.
execution-no-reason = The cancellation has no reason.
    .why = The reason for a cancellation tells later what prevents actions from being done.
    .remedy = Write the reason in a few words.
execution-answer-no = No: { $missing } { $of_kind } are missing by the end of week { $week } ({ $load } to do, { $capacity } available).
execution-answer-yes = Yes: the { $capacity } { $of_kind } cover the { $load } to do, week after week.
execution-answer-no-capacity = No: { $load } to do and no known hours { $of_kind }.
execution-origin-anew = Whole plan worked out
execution-origin-absence = { $person } away, from { $first } to { $last }
execution-origin-day = { $person } away, on { $first }
execution-origin-lost = Deal lost: { $customer }
execution-origin-urgent = Deal now urgent: { $customer }
execution-origin-moved = Action moved to { $day } at { $time }: { $action }
execution-origin-longer = { $minutes ->
    [one] Action longer by one minute: { $action }
   *[other] Action longer by { $minutes } minutes: { $action }
}
execution-origin-cancelled = Appointment cancelled: { $action }
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
execution-why-first = It is the first moment of the plan: nothing stands in the way.
execution-peg-step = “{ $operation }” serves the step “{ $step }”.
execution-peg-process = Step of the process “{ $process }”, version { $version }.
execution-peg-objective = For the objective “{ $objective }”: { COUNT($deals) ->
    [one] { $deals } deal
   *[other] { $deals } deals
}.
execution-day = { $count ->
    [0] Nothing planned this day, of { $given } given to actions: { $free } free for the rest.
    [one] One action, { $planned } planned of { $given } given to actions; { $free } free for the rest.
   *[other] { $count } actions, { $planned } planned of { $given } given to actions; { $free } free for the rest.
}
execution-day-off = Not a working day.
execution-unplanned = Unplanned conversation
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
execution-price = Cost of the plan: { $price } weighted minutes late, actions without a date included; at most { $gap } from the best plan there is.
execution-price-alone = Cost of the plan: { $price } weighted minutes late, actions without a date included.
execution-overload-mine = Week too full, { $week }: { $planned } planned for { $capacity } possible{ $out ->
    [0] {""}
   *[other] , { $outside } of it outside your hours
}. Ask for actions to be moved.
execution-overload = Week too full for { $person }, { $week }: { $planned } planned for { $capacity } possible{ $out ->
    [0] {""}
   *[other] , { $outside } of it outside their hours
}.
execution-outside-mine = { $outside } of work in { $week } fall outside your hours. Ask for actions to be moved.
execution-outside = { $outside } of { $person }’s work in { $week } fall outside their hours.
execution-overdue = Released for { $day }, not declared yet

# People at customers
execution-contact-no-name = The person’s name is missing.
    .why = Nobody can be found or called without a name.
    .remedy = Write their name.
execution-contact-too-long = The field “{ $field }” is longer than { $most } characters.
    .why = A record says in a few words who somebody is; the rest belongs elsewhere.
    .remedy = Shorten it.
execution-contact-key-tells = The key “{ $given }” says who the person is.
    .why = The key gives the identity kept in the ledger, even after an erasure: an address, a name or a telephone could be guessed from it.
    .remedy = Take a key that says nothing, such as a number.
execution-contact-mail = “{ $given }” is not an email address.
    .why = It needs one @, a name before it, a domain with a dot after it, and no spaces.
    .remedy = Write it as first.last@customer.com, or leave the field empty.
execution-contact-phone = “{ $given }” is not a telephone number.
    .why = A number has 6 to 15 digits, with spaces, dots, dashes or brackets, and a + in front only.
    .remedy = Write it as you dial it, or leave the field empty.
execution-contact-language = “{ $given }” is not a language.
    .why = A language is written in two letters (ISO 639-1).
    .remedy = Write for instance fr, en or de, or leave the field empty.
execution-unknown-contact = Nobody at a customer has the identity “{ $given }”.
    .why = Only somebody who has been recorded can be shown, changed or erased.
    .remedy = Take the identity shown in the list of people.
execution-person-erased = The person “{ $given }” was erased.
    .why = Erasure is final: nothing said about them can be read again, and an old file does not bring them back.
    .remedy = If you deal with them again, record them under a new key.
execution-person-archived = The person “{ $given }” is in the archive.
    .why = The term of keeping them where people work is over, or they asked to leave; they are kept only to prove a contract.
    .remedy = If you deal with them again, ask compliance to take them out of the archive.
execution-not-archived = Nobody has the identity “{ $given }” in the archive.
    .why = The person was never put there, was taken out or was erased.
    .remedy = Take the identity that the list of the archive shows.
execution-merged = { $kind ->
        [contact] This card was merged: the person is under “{ $name }”.
       *[account] This account was merged: it is under “{ $name }”.
    }
    .why = { $kind ->
        [contact] Two cards were of the same person; one stayed, and everything about the other ({ $given }) is read under it.
       *[account] Two accounts were the same company; one stayed, and everything about the other ({ $given }) is read under it.
    }
    .remedy = Use “{ $name }” ({ $kept }). If the merge was a mistake, undo it: everything is as before.
execution-merge-itself = { $kind ->
        [contact] A card cannot be merged with itself.
       *[account] An account cannot be merged with itself.
    }
    .why = Merging says that two records are one: it takes two.
    .remedy = Choose the other record.
execution-merge-chain = { $kind ->
        [contact] The card of “{ $name }” cannot go: { $count ->
            [one] another one was merged into it.
           *[other] { $count } others were merged into it.
        }
       *[account] The account “{ $name }” cannot go: { $count ->
            [one] another one was merged into it.
           *[other] { $count } others were merged into it.
        }
    }
    .why = A chain of merges could no longer be undone one by one.
    .remedy = Merge the other way round, keeping “{ $name }”, or first undo what was merged into it.
execution-unknown-merge = Nothing is merged under “{ $given }”.
    .why = This merge never took place, is already undone, or you have no access to it.
    .remedy = Open the record that stayed: its timeline shows what was merged into it.
execution-unknown-reason = There is no reason “{ $given }”.
    .why = The reason for an erasure stays in the ledger: it is taken from a list, so that it says nothing about the person.
    .remedy = Possible reasons: { $known }.
execution-unknown-account = No account has the key “{ $given }”.
    .why = A person belongs to a company that is already known.
    .remedy = Take the account’s key from the file it came from, or leave the field empty.

execution-no-name = A name is missing.
    .why = Without a name nobody would find it again.
    .remedy = Give a name.
execution-text-shape = This text is not possible.
    .why = It is longer than { $most } characters, or contains a character that cannot be displayed.
    .remedy = Shorten it and remove control characters.
execution-own-parent = A company cannot be its own parent.
    .why = That would go round in circles.
    .remedy = Choose another parent, or none.
execution-wrong-siren = “{ $given }” is not a SIREN or SIRET number.
    .why = { $wrong ->
        [shape] A SIREN has nine digits, a SIRET fourteen, with nothing among them but spaces, dots or dashes.
        [firm] Its first nine digits are the SIREN of the company, and their check digit does not match.
        [zeros] No company has a number made of zeros.
       *[key] Its last digit checks the others, and it does not match: one digit is wrong, or two are swapped.
    }
    .remedy = Copy it from an invoice or from the company register, or leave the field empty.
execution-unknown-reference = “{ $field }” refers to something unknown: { $given }.
    .why = There is nothing like it in the company, or you have no access to it.
    .remedy = Check the identity.
execution-ends-before = The end ({ $to }) is before the beginning ({ $from }).
    .why = A deal ends after it began.
    .remedy = Correct one of the two dates.
execution-wrong-value = This value is not possible.
    .why = It is negative, or in a currency other than the company’s ({ $currency }).
    .remedy = Give a positive amount in { $currency }, in cents.
execution-key-taken = The key “{ $given }” is already taken.
    .why = A key stands for one thing only; nothing was written.
    .remedy = Edit the existing one, or choose another key.
execution-unknown-case = The deal “{ $given }” does not exist.
    .why = No deal has this identifier, or you have no access to it.
    .remedy = Look for it in the list of deals.
execution-unknown-choice = “{ $given }” is not a possible choice.
    .why = Consent covers a channel and a purpose taken from a list, so that it can be checked before anything is sent.
    .remedy = Possible choices: { $known }.
execution-consent-no-source = It is not known how this consent or objection was given.
    .why = It must be possible to prove it; 200 characters at most.
    .remedy = Say in a few words how, and where the proof is.
execution-consent-in-the-future = { $day } has not come yet.
    .why = Consent is a fact: it has already happened.
    .remedy = Give the day on which the person said it.
execution-may-objected = They objected on { $day }.
execution-may-needs-consent = This channel needs their consent, and none is known.
execution-may-agreed = They agreed on { $day }.
execution-may-interest = It concerns their work, and they did not object.
execution-may-contract = It is needed for what was agreed with their company.
execution-barred-phone = Do not call { $name }. { $reason }
execution-barred-mail = Do not write to { $name }. { $reason }
execution-barred-visit = Do not visit { $name }. { $reason }
execution-package = What { $company } knows of { $name }, on { $day }. Deals and actions are those of their company.
execution-conversation-in-the-future = A conversation cannot have been held on { $on }.
    .why = That day has not come: today is { $today }, and a conversation is logged afterwards.
    .remedy = Give the day on which it was held.
execution-conversation-too-long = This text is too long.
    .why = It has more than { $most } characters, and nobody will reread it before the next meeting.
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
execution-not-of-the-workshop = Your login is that of nobody in the workshop.
    .why = A conversation is noted by the person who held it: what follows and the promises count on them.
    .remedy = Ask for your login to be linked to your card in the workshop, or let the person who held the conversation note it.
execution-unknown-channel = The medium “{ $given }” is not one of a conversation.
    .why = A conversation is held by one of these: { $known }.
    .remedy = Choose one of them.
execution-no-firm-said = The company is not given.
    .why = A conversation is read on the page of a company; without one, nobody would find it again.
    .remedy = Choose the company, the deal or the person.
execution-case-not-open = The deal “{ $given }” is closed.
    .why = A conversation moves an open deal forward, or concerns the company alone.
    .remedy = Note it on the company alone, or reopen the deal first.
execution-case-of-another-firm = This deal belongs to another company.
    .why = A conversation is about a deal of the company that was spoken to.
    .remedy = Choose a deal of this company, or change the company.
execution-already-captured = This conversation has already been logged, by { $by }, for { $on }.
    .why = A completed action is one conversation, and only one; nothing was written.
    .remedy = Read the one that is there; undo it if yours is the right one.
execution-too-late-to-undo = It is too late to undo this entry.
    .why = Since then, the action, the deal or a promise has changed, or a plan was published: going back would undo that too.
    .remedy = Correct the deal, or log what has happened since.
execution-unknown-conversation = The conversation “{ $given }” does not exist.
    .why = No conversation has this identifier, or you have no access to it.
    .remedy = Look for it on the account’s page.
execution-unknown-promise = The promise “{ $given }” does not exist.
    .why = No promise has this identifier, or you have no access to it.
    .remedy = Look for it on the account’s page.
execution-unknown-outcome = “{ $given }” cannot be said of a promise.
    .why = A promise is kept, not kept, dropped, moved, or reopened after a mistake.
    .remedy = Possible choices: { $known }.
execution-promise-settled = This cannot be said of this promise.
    .why = Its state is “{ $state }”: what is settled cannot be settled twice, what is open cannot be reopened.
    .remedy = Reopen it first if it was a mistake.
execution-promise-no-date = The new date is missing.
    .why = Moving a promise means agreeing on another day, today or later.
    .remedy = Give that day.
execution-unknown-file = The file “{ $given }” does not exist.
    .why = No file of this action has this identifier, or you have no access to it.
    .remedy = Add it to the action first.
execution-file-empty = This file is empty.
    .why = An empty file proves nothing.
    .remedy = Choose another file.
execution-file-type = This kind of file is not accepted.
    .why = It is announced as “{ $given }” and its content has to match; only these are accepted: { $known }.
    .remedy = Send a photo, a PDF, an email (.eml) or a text.
execution-file-name = This file name cannot be used.
    .why = It must have 1 to { $most } characters, without control characters, and must not begin with a dot.
    .remedy = Rename the file.
execution-postponed-to-the-past = A future day is missing.
    .why = Postponing means taking it up on another day, after { $today }.
    .remedy = Give a day from tomorrow on.
execution-unknown-deferral = “{ $given }” cannot be done to an action.
    .why = An action is postponed or refused.
    .remedy = Possible choices: { $known }.
execution-not-deferred = Nothing is postponed or refused here.
    .why = So there is nothing to put back.
    .remedy = Reload your day: what is to be done is there.
execution-unknown-suggestion = The suggestion “{ $given }” does not exist.
    .why = No promise and no conversation has this identifier, or you have no access to it.
    .remedy = Reload your day.
execution-nothing-suggested = There is nothing left to be reminded of here.
    .why = The promise is settled or has no due date, or the conversation agreed on no day.
    .remedy = Reload your day.

# Beyond the planned day
execution-suggest-agreed = You had agreed to talk on { $day }, and nobody has spoken since.
execution-suggest-ours = You promised “{ $what }” for { $day }.
execution-suggest-theirs = The customer promised “{ $what }” for { $day }: to be followed up.
execution-suggest-silent = Nobody has spoken to them since { $day }.
execution-suggest-never = Opened on { $day }, and no conversation since.
execution-suggest-no-date = The plan could not schedule this action.
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
    [0] No contact is named.
    [one] Only one job title met in a year.
   *[other] { $count } job titles met in a year.
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
    [disqualified] with no follow-up
   *[other] without progress
}
execution-event-goal = “{ $goal }”
execution-event-ours = We promised “{ $what }”
execution-event-theirs = The customer promised “{ $what }”
execution-event-kept = Promise kept: “{ $what }”
execution-event-broken = Promise not kept: “{ $what }”
execution-event-dropped = Promise dropped: “{ $what }”
execution-event-merged = “{ $gone }” merged into this account by { $by }
execution-event-card-merged = Card “{ $gone }” merged into that of { $name } by { $by }
execution-event-file = File added: { $name }
execution-event-case = Deal { $case } opened
execution-event-won = Deal { $case } won
execution-event-lost = Deal { $case } lost
execution-event-step = Reached step “{ $step }”

# The draft of a letter of confirmation
execution-letter-subject = Our conversation on { $day }
execution-letter-greeting = Dear { $name },
execution-letter-greeting-nobody = Hello,
execution-letter-thanks = Thank you for our conversation on { $day }. Here is what I took from it; please tell me if I am wrong.
execution-letter-goal = Your goal, in your words: “{ $goal }”.
execution-letter-use = Here is the use we talked about.
execution-letter-use-actor = This concerns { $actor }.
execution-letter-ours = On our side:
execution-letter-theirs = On your side:
execution-letter-line = - { $what }
execution-letter-line-by = - { $what }, by { $day }
execution-letter-next = We will speak again on { $day }.
execution-letter-confirm = Could you confirm these points by replying to this message?

# Time entered and time given back
execution-give-back-sheets = { $count ->
    [0] No sheet read before a logged conversation
    [one] One sheet read before a logged conversation
   *[other] { $count } sheets read before logged conversations
}
execution-give-back-sheet-method = 10 minutes for each sheet opened before a conversation that was then logged. This is an assumption, nothing measures it.
execution-give-back-letters = { $count ->
    [0] No letter draft opened
    [one] One letter draft opened
   *[other] { $count } letter drafts opened
}
execution-give-back-letter-method = 10 minutes for each draft opened: 15 without one, 5 with one. This is an assumption, nothing measures it.
execution-give-back-method = Entered: { $captures ->
    [0] no conversation
    [one] one conversation
   *[other] { $captures } conversations
}, of which { $measured } with a measured time; the others count as one minute. Given back: what was actually used, at an assumed length.

execution-missing-proof = To leave step “{ $step }”, evidence from the customer is missing: { $proofs }.
    .why = A step is left on what the customer did or handed over, not on our opinion; without evidence, or when it has expired, the deal stays there.
    .remedy = Attach the evidence when you log a conversation of this deal, with its kind and its date, then move the deal.

# The question at the end of the term of keeping
execution-stay-subject = Would you like us to keep your details?
execution-stay-greeting = Hello { $name },
execution-stay-have = Your professional details are in our records from our past exchanges, and we have heard nothing from you since { $base }. We do not keep them without your agreement.
execution-stay-ask = Would you like us to keep them, so that we may write to you again? Answer yes to this message and we keep them. If you answer no, or do not answer before { $until }, they will be erased, with what we noted of our exchanges.
execution-stay-rights = You may ask us at any time what we know of you, have it corrected or have it erased.
