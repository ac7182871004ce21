# Help: one entry for each page, named by its address without the slash

help-day = Whom to call today, in which order, towards which progress of the customer, and why now. The day is the one the plan gives you: hours, length, customer, theme, means.
help-day-do =
    Opening an action shows the preparation sheet; after the conversation, four fields are enough to note what happened.
    Postponing asks for a reason and a day; refusing asks for a reason. The action leaves the list, the reason stays readable.
    “Why?” climbs from the action to the deal, to the step, then to the objective.
help-day-read = A shape and a word say where an action stands: on time, tight when its due date comes near, late when it has passed. Free hours are those of your working hours, less absences and what is already placed. Under the list, at most five conversations that would be worth it; at the very bottom, what found no place, with its cause. Nothing moves while you read: the list changes when the plan changes.
help-conversations = How our conversations stand, customer by customer: what was held, what comes, what was promised both ways, and who is silent. The most pressing come first.
help-conversations-do =
    Choose what is shown: promises overdue, silent customers, conversations to come.
    Settle a promise: kept, not kept, dropped, or set to another date.
    Open a customer to read all that happened with them.
help-conversations-read = A promise is overdue when its date has passed and nobody said what became of it. A customer is silent when the last conversation held is old; the days are counted from that conversation. All of it comes from the conversations noted and from the plan in force: what was not noted does not exist here.
help-calendar = What does this week hold for me? The actions that the plan has placed, day by day, within the person’s working hours.
help-calendar-do =
    Change weeks with the arrows; “t” comes back to the week in which the plan opens.
    Open an action to go to the day on which it stands.
    Make your secret address, at the bottom, and paste it into the calendar of your phone: your appointments stay up to date there.
help-calendar-read = Hours are the company’s. The secret address shows only your appointments, lets nobody change any, and is displayed once: lost or seen by others, make another one, and the first opens nothing from then on. A change of password withdraws it too. Your calendar reads it at its own pace, often every few hours.
help-give-back = Does Atelier give me back more time than it takes? On one side the minutes spent entering, on the other those that preparation, follow-ups and letters save you.
help-give-back-do =
    Say what each sheet or letter is worth to you: without your figure, nothing is counted.
    Compare months.
    If entering takes more than it gives, say so: it is a fault of the tool.
help-give-back-read = The minutes of entry are measured by this browser and do not leave it: nobody else reads them. The minutes given back are the number of uses times the worth that you give yourself; Atelier invents none. Another device therefore has its own measures. The numbers of sheets and letters come from the conversations noted that month.
help-sheet = What is there to know before this conversation? Who is there, the last promises both ways, the goal in the customer’s words, and the proof that is missing to move on.
help-sheet-do =
    Read the promises first: the conversation begins with them.
    Choose, among the questions, those that bring the proof awaited.
    Print: the sheet fits on one page.
help-sheet-read = The scenario of use, the questions and the proofs come from the operating mode of the process. The goal, the promises and the last conversations are those that were noted: an empty sheet means that nothing was. A proof counts when it comes from the customer, not when we suppose it. After the conversation, the capture is in the same place, with four fields.
help-conversation = What was said in this conversation, and what remains of it? The outcome, the goal in the customer’s words, the promises, the proofs and the next date.
help-conversation-do =
    Prepare the letter that confirms: it takes up what was noted, you read it and send it from your own mail.
    Settle the promises that came of it.
    Undo a capture made by mistake: the deal goes back to where it was.
help-conversation-read = Nothing is erased: a capture undone stays readable as undone, with who made it and when. Proofs hold for as long as the process says; after that, the step may ask to have them confirmed. The letter is a draft, never sent from here. A conversation noted without a network waits on this device and leaves once when it is back.
help-plan = Can we make the objective? The sentence at the top answers, with what is missing and the week in which it is. Below, the load of each week against the capacity.
help-plan-do =
    Choose a kind of work: sellers, presales, callers.
    Open a week to read what makes its load and who is there.
    Read what holds back most: a step, a yield or a wait.
help-plan-read = The load comes from the objective: the number of deals, divided by the yields of the steps, times the length of the actions, moved ahead by the lead times. The capacity comes from working hours, absences, and the part of the time given to planned actions. Above the line, work waits. The cumulated shortage counts what all weeks until then could not do. Hours and absences are changed in Teams.
help-board = Who does what, and when? People in rows, time in columns, each action in its place, those without a date in the tray below.
help-board-do =
    Drag an action, or take it with Alt and the arrows: possible seats light up, what stands in the way is named, and you read what it changes before keeping it.
    “Re-plan” says what happened: absence, delay, urgent or lost deal; the difference is shown before it is applied.
    Open a day for its load.
help-board-read = Colour, shape and word say on time, tight or late. The line of the load is the capacity of the day. The frozen period asks for a reason. An action decided by hand no longer moves by itself. What others do shows without reloading. Each change is a new version, readable in Versions.
help-needs = What has to enter, and when? To make the objective of a process, how many customers have to enter each step, week by week.
help-needs-do =
    Choose the process.
    Read the first step: it is the number of contacts to find.
    Look at what should already have entered: it is today’s delay.
help-needs-read = One starts from the deals awaited and goes back: at each step, divide by the yield and move ahead by the lead time. What is already under way is taken off: the net need remains. Numbers are rounded up on the cumulated sum, so that a fraction of a customer is never promised. Yields and lead times are those of the process sheet. A deal under way without a step is not counted, and this is said.
help-scenarios = What should change to make the objective? Each column is a supposition, beside the plan as it is: what it changes in hours, contacts, deals and margin.
help-scenarios-do =
    Compare the scenarios kept by the company.
    Try a supposition: a better conversation at a step, more contacts, at a distance, more people.
    Ask “twice the follow-up, or a better conversation?”.
help-scenarios-read = Nothing is published: a supposition changes neither the plan nor a date. Each column works the load out again with the same objectives and the same calendars; only the lever differs. The largest shortage is in hours and names its week. The margin per hour of the bottleneck says what an hour of what holds back most brings; it asks for the margin to be known.
help-promise = What can we promise? A quantity, a period: yes or no, with what is missing, what can be promised instead, and the week in which all of it would hold.
help-promise-do =
    Choose what you promise: deals, revenue or margin.
    Give the quantity and the dates, then ask.
    With nothing given, the answer is about the objectives under way.
help-promise-read = The reckoning is that of the load plan: needs, times, capacity, deals already under way. A “no” is not an opinion: the kind of work and the hours that are missing are named. The answer supposes the yields and lead times written in the process; if they are wrong, so is it. Asking changes nothing: no promise is recorded, no date moves.
help-versions = What moved in the plan? Two versions side by side: the overall figures, then, action by action, what changed, by whom and why.
help-versions-do =
    Choose both versions; otherwise, the last one and the one before.
    Read the differences first: dated, late, without date.
    Go down to the list to know who was moved.
help-versions-read = A version comes from a plan made again, a move on the board, an event applied. None is ever erased. The price of the plan is in weighted minutes of delay: the lower, the better due dates are met; an action without a date weighs very heavily in it. Two versions are compared on the actions that they have, and those which are in one only are said.
help-cascade = What do our actions serve? From the line of the strategy to the objective, then to the process, then to the actions to come and those that are done.
help-cascade-do =
    Go down from a line to its objectives.
    Find the objectives without a line: they have not yet said what they serve.
    Open the needs of an objective.
help-cascade-read = The lines of the strategy are written in the process sheets, with the objectives. An objective without an owner or a period is a draft: it gives birth to no action. The number of actions to come is that of the plan in force; the number done comes from what was noted. From an action, “Why?” climbs the same way in the other direction.
help-accounts = Which are our customer firms, and where are they? The list of those within your reach, to be sorted, filtered, kept as a view.
help-accounts-do =
    Search by the beginning of the name, or filter by sector and country.
    Change a cell: Enter opens it, Escape gives up, Ctrl+Z undoes.
    Tick several rows to change one value of all, or add an account.
help-accounts-read = Columns, widths and order are kept on this device; a view can be shared with your unit. Your reach depends on your role: your own, the team’s, or all. Two people on one record: the second sees what the first wrote and chooses; nothing is overwritten. Adding a name that looks like another one is told beforehand. The export gives exactly the list shown.
help-opportunities = How do our deals stand? Arranged by step, that is by progress of the customer, or as a list with amounts and dates.
help-opportunities-do =
    Make a deal: account, name, step reached, amount expected.
    Move it from one step to another, by dragging or with Alt and the arrows.
    Open it to change its amount, its dates or its outcome.
help-opportunities-read = A step is passed when the proof comes from the customer: without it, the move is refused and says what is missing. Steps come from the process that the deal follows. The amount is the one expected, in the company’s money. Won or lost, it leaves this view: change the outcome shown to find it again.
help-account = Who is this customer, and how do we stand with them? Their identity, their deals, the people there, the state of the relationship and all that happened.
help-account-do =
    Make a deal with them, or open one.
    Add somebody, and note by which means they agree to be reached.
    Read the line of time before calling.
help-account-read = The state of the relationship is explained: each reason cites the conversations, the promises or the silences that make it. An agreement to be contacted has a date and a source; a refusal always wins. What is written without a network waits on this device and leaves once. The people there are persons: what is kept of them has an end, and they may ask for it.
help-opportunity = How does this deal stand, and what does it take to move on? Its facts, the steps passed and to come, what was said about it.
help-opportunity-do =
    Change amount, dates and outcome; each change can be undone.
    Move it to the next step when the proof is there.
    Read the conversations about it again.
help-opportunity-read = A step is a progress of the customer, not a task of ours: one leaves it with a proof that they gave, which may hold for a time only. The day of engagement is when the deal came in; the day of closing, when it was won or lost. If somebody else changes it while you write, both values are shown and you choose.
help-indicators = Where do we stand? Actual beside planned, indicator by indicator, each with its owner and the decision that it throws light on.
help-indicators-do =
    Open a number: the facts that make it, one by one.
    Work it out again from the facts if you doubt.
    Download the proof file to show it outside Atelier.
help-indicators-read = An indicator has a formula written in the process sheet; nothing is entered by hand here. A number counts objects that can be listed, and says what it is divided by. Planned comes from the plan in force for the same period. An indicator without an owner is no indicator. Too small a number of cases is said, rather than shown as a trend.
help-processes = How do our customers move on? Each process is a way of progress of the customer, with the work that helps, an owner and seven levels to fill.
help-processes-do =
    Open a process to read or change its steps.
    Make one: two steps are enough to begin.
    Look at the empty levels: they say what is missing to launch it.
help-processes-read = The seven levels go from the objective to the resources. A process with an empty level can be planned with, not launched. Remarks count what reading the sheet found strange without forbidding it. The version grows with each publication; former ones stay readable. The sheet is a text: the command line reads the same.
help-process = How does the customer move on here, step by step, and which work helps? The drawing and the text are two views of the same sheet.
help-process-do =
    Choose a step to change its name, its yield, its lead time, its operations.
    Publish when the text reads: a new version is born.
    Compare versions, or take up the text of a former one.
help-process-read = The yield is the part of those entering the step who leave it for the next. The lead time is in days, work in minutes. A fault keeps from publishing and is read at its line; a remark stops nothing. Each act changes its line only: your comments stay. Publishing changes no date of the plan in force: it has to be made again. What is typed and not published waits for you here.
help-objectives = What do we have to produce, by when, and who answers for it? The objectives of all processes, with their period and their owner.
help-objectives-do =
    See whether it can be made: the link leads to the load.
    Change it in the text of its process.
    Find those whose period is over.
help-objectives-read = An objective is a quantity over a period: contacts, proposals, new customers, deals, revenue or margin. It is written in the sheet of its process, the first of the seven levels; it is changed nowhere else. An amount becomes a number of deals by the average worth that the sheet gives. Without owner or period, it is a draft that the plan ignores.
help-workshop = Who works, and when? People by team, their hours and their skills, absences on a line of time, public holidays and days that differ.
help-workshop-do =
    Add or change an absence: choose the person and both days, included.
    Change the working time or the part given to planned actions.
    Add a long weekend, a meeting, a shorter day.
help-workshop-read = The week is that of the working hours, shortened by part time, without absence or holiday. “To plan” is the part of it given to the actions of the plan; the rest goes to the unforeseen. An absence wins over everything, then the day that differs, then the holiday, then the hours. The plan is not made again by itself: a button asks for it after each change. Each act can be undone. The Text tab shows the whole sheet.
help-imports = What do our former files say? The export of your former tool, read, checked, then written at once, or not at all.
help-imports-do =
    Drop the files; a file of deals is enough.
    Say what each column holds: suggestions come from the headings and the first rows.
    Read first without writing: what cannot be read is shown line by line.
help-imports-read = Nothing is written before you agree, and an import can be undone as a whole. The same file imported twice adds nothing: records know each other by their identifier. The stages of the former tool are tied to the steps of a process; those that are not tied stay written as they are. Amounts take the currency that you choose, dates the form that you say.
help-users = Who may come in, and to do what? The people, their roles, their unit, and the units themselves.
help-users-do =
    Invite somebody: the link is shown once and holds seven days.
    Change a role or a unit; it takes effect at once.
    Disable who leaves: their keys and their accesses end at that moment.
help-users-read = A role says what is allowed, the unit says how far: one’s own, the team’s, or everything. A seller is tied to a person of the workshop, by their code: this is how they read their day. Some roles together ask for the control that makes up for it to be named. The last administrator cannot be taken away. Passwords are readable nowhere: when lost, one sends a new link.
help-jobs = What is the server doing right now? All that takes long: a plan asked for, a check of the ledger, how far they are and how they ended.
help-jobs-do =
    Follow a job: its progress comes by itself.
    Cancel one that is no longer useful: nothing is left half done.
    Read why a job failed.
help-jobs-read = A job waits its turn while another one runs. If it stops on the way, what it has already kept stays whole and it goes on when the server starts again. A plan asked for takes the place of the former one when it is ready, never before. Jobs that come back, like the check, are shown too. Older ones are at the bottom.
help-journal = Who wanted to read what? Refusals, and what those who may read everything read or wrote.
help-journal-do =
    Look for repeated refusals of one person: a role badly given, or curiosity.
    Read what an administrator or an auditor did.
    Go back in time by the rest of the list.
help-journal-read = A line says when, who, which permission was asked, about which object, and the outcome. It is neither mended nor erased before its term of keeping. Asking for what is out of reach is answered as if the thing did not exist, and is written here. An ordinary reading by somebody within their role is not noted: the journal does not watch work.
help-keeping = What do we keep of the people at our customers, until when, and with which agreement? And what, with us, waits for the works council.
help-keeping-do =
    Note the consultation of the council, with its day and where the proof is.
    See who has come to the end of their term of keeping.
    Open a person to hand over what is known of them, or to erase them.
help-keeping-read = Until the consultation is noted, what observes a person at work stays shut, and the page says what. A term of keeping is counted from the last conversation. Erasing is for ever: the name and the means of contact disappear, the facts that count stay without them. Handing over gives a readable file with all that is kept.
help-settings = How does Atelier speak to other tools? Your keys for programs, and the addresses told of what happens.
help-settings-do =
    Make a key: name the program, how long it lives, and what it may do.
    Withdraw a key that is no longer used.
    Have an address told, then try it.
help-settings-read = A key may do what you may, never more; if your rights go down, so do its own. Its text is shown once and is kept as a fingerprint only. An address that is told receives messages signed with a secret, to be checked on the other side; without an answer, they are tried again. Your calendar needs no key: its secret address is made on the Calendar page.
