# Help: one entry for each page, named by its address without the slash

help-day = Who to call today, in which order, towards which customer progress, and why now. The day is the one the plan gives you: times, length, customer, theme, channel.
help-day-do =
    Open an action to see its preparation sheet; after the conversation, four fields are enough to log what happened.
    Postponing asks for a reason and a day; refusing asks for a reason. The action leaves the list, the reason stays readable.
    “Why” climbs from the action to the deal, to the step, then to the objective.
help-day-read = A shape and a word say where an action stands: on time, tight when its due date is near, late when it has passed. Free hours are your working hours, less absences and what is already scheduled. Under the list, up to five conversations that would be worth having; at the very bottom, what could not be scheduled, with the cause. Nothing moves while you read: the list changes when the plan changes.
help-conversations = Where our conversations stand, customer by customer: what was held, what is coming, what was promised both ways, and who has gone silent. The most pressing come first.
help-conversations-do =
    Choose what is shown: overdue promises, silent customers, upcoming conversations.
    Settle a promise: kept, not kept, dropped, or moved to another date.
    Open a customer to read everything that happened with them.
help-conversations-read = A promise is overdue when its date has passed and nobody has said what became of it. A customer is silent when the last conversation held is old; the days are counted from that conversation. Everything here comes from the conversations logged and from the plan in force: what was not logged does not exist here.
help-calendar = What does this week hold for me? The actions the plan has scheduled, day by day, within the person’s working hours.
help-calendar-do =
    Change weeks with the arrows; “t” goes back to the first week of the plan.
    Open an action to go to the day it belongs to.
    Create your secret address, at the bottom, and paste it into the calendar of your phone: your appointments stay up to date there.
help-calendar-read = Times are in the company’s time zone. The secret address shows only your appointments, lets nobody change them, and is displayed once: if it is lost or seen by others, create another one and the first stops working at once. Changing your password withdraws it too. Your calendar reads it at its own pace, often every few hours.
help-give-back = Does Atelier give me back more time than it takes? On one side the minutes spent entering, on the other those that preparation, follow-ups and letters save you.
help-give-back-do =
    Compare months.
    Read under each line how it is counted.
    If entering takes more than it gives back, say so: the tool is at fault.
help-give-back-read = The minutes spent entering are measured from opening the form to sending it, and kept by the server with the conversation. The minutes given back are the number of uses multiplied by an assumed length, said under each line: nothing measures it. A sheet counts when it was opened before a conversation that was then logged, a letter when its draft was asked for. Everybody reads their own numbers; whoever sees the whole company reads its total, never the numbers of one person.
help-sheet = What should I know before this conversation? Who I will meet, the latest promises both ways, the goal in the customer’s words, and the evidence still missing to move on.
help-sheet-do =
    Read the promises first: that is where the conversation starts.
    Among the questions, pick those that bring the expected evidence.
    Print it: the sheet fits on one page.
help-sheet-read = The usage scenario, the questions and the evidence come from the playbook of the process. The goal, the promises and the latest conversations are those that were logged: an empty sheet means nothing was. Evidence counts when it comes from the customer, not when we assume it. After the conversation, you log it in the same place, in four fields.
help-conversation = What was said in this conversation, and what remains of it? The outcome, the goal in the customer’s words, the promises, the evidence and the next date.
help-conversation-do =
    Prepare the confirmation letter: it takes up what was logged; you check it and send it from your own email.
    Settle the promises that came out of it.
    Undo an entry made by mistake: the deal goes back to where it was.
help-conversation-read = Nothing is erased: an entry that was undone stays readable as undone, with who made it and when. Evidence stays valid for as long as the process says; after that, the step may ask for it again. The letter is a draft, never sent from here. A conversation logged offline waits on this device and is sent once only, when the network is back.
help-note = What was said with a customer when nothing had been planned? A call taken, a meeting at a fair: with whom, by which means, about which deal, and what remains of it.
help-note-do =
    Choose the company, then the person and the means.
    Say which deal it was about, if any: the evidence that its step asks for is then offered.
    Note the goal in their words, the promises, the next date; the button of the outcome saves it.
help-note-read = The conversation counts as a planned one: health of the relationship, promises, contact clocks, letter. It bears on the step where the deal stands and moves it to no other step by itself. What the plan had scheduled with this customer stays there.
help-plan = Can we meet the objective? The sentence at the top answers, with what is missing and in which week. Below it, the load of each week against the capacity.
help-plan-do =
    Choose a resource: sellers, presales, callers.
    Open a week to read what makes its load and who is there.
    Read what holds the plan back most: a step, a yield or a wait.
    See whose next week is too full, and open their board.
help-plan-read = The load comes from the objective: the number of deals, divided by the yields of the steps, multiplied by the time each action takes, brought forward by the lead times. The capacity comes from working hours, absences, and the share of time given to planned actions. Above the line, work has to wait. The cumulative shortage counts what all the weeks up to then could not do. Hours and absences are changed in Teams.
help-board = Who does what, and when? People in rows, time in columns, each action in its slot, and those without a date in the tray at the bottom.
help-board-do =
    Drag an action, or take it with Alt and the arrows: possible slots light up, what stands in the way is named, and you see what it changes before you keep it.
    “Re-plan” asks what happened: absence, delay, urgent or lost deal; you see the difference before it is applied.
    Open a day to see its load.
help-board-read = Colour, shape and word say on time, tight or late. The line across the load is the capacity of the day. The frozen period asks for a reason. An action placed by hand no longer moves by itself. What others do appears without reloading. Each change is a new version, which you can read in Versions.
help-needs = What has to come in, and when? To meet the objective of a process, how many customers have to enter each step, week by week.
help-needs-do =
    Choose the process.
    Read the first step: it is the number of contacts to find.
    Look at what should already have entered: that is today’s delay.
help-needs-read = We start from the deals due and work backwards: at each step, divide by the yield and bring forward by the lead time. What is already under way is subtracted: the net need remains. Numbers are rounded up on the cumulative total, so that a fraction of a customer is never promised. Yields and lead times are those of the process sheet. An open deal without a step is not counted, and the page says so.
help-wip = What is waiting, and since when? The open deals of a process, step by step, the oldest first.
help-wip-do =
    Open a deal that is ageing: what would move it on is on its page.
    Look at those with no action planned: nothing will move them on.
help-wip-read = Age is counted from the arrival at the step; without that date, from the opening, and the line says so. A deal is ageing when it has been there for more than twice the usual time of the step: that of measured passages, else that of the process. The expected number comes from the throughput and the cycle time of the last twelve months.
help-scenarios = What should change to meet the objective? Each column is an assumption, next to the plan as it is: what it changes in hours, contacts, deals and margin.
help-scenarios-do =
    Compare the scenarios the company has saved.
    Try an assumption: a better conversation at a step, more contacts, working remotely, more people.
    Ask “twice the follow-up, or a better conversation?”.
help-scenarios-read = Nothing is published: an assumption changes neither the plan nor any date. Each column recalculates the load with the same objectives and the same calendars; only the lever differs. The largest shortage is in hours and names its week. The margin per hour of the bottleneck says what one hour of the scarcest resource brings in; it requires the margin to be known.
help-promise = What can we promise? A quantity, a period: yes or no, with what is missing, what can be promised instead, and the week in which everything would fit.
help-promise-do =
    Choose what you promise: deals, revenue or margin.
    Enter the quantity and the dates, then ask.
    If you enter nothing, the answer covers the current objectives.
help-promise-read = The calculation is the one of the load plan: needs, times, capacity, open deals. A “no” is not an opinion: the resource and the missing hours are named. The answer assumes the yields and lead times written in the process; if they are wrong, so is the answer. Asking changes nothing: no promise is recorded, no date moves.
help-versions = What moved in the plan? Two versions side by side: the overall figures, then, action by action, what changed, who changed it and why.
help-versions-do =
    Choose the two versions; to start with, the latest one and the one before it.
    Read the differences first: with a date, late, without a date.
    Go down to the list to see what was moved.
help-versions-read = A version comes from a remade plan, a move on the board or an event that was applied. None is ever erased, and each keeps its origin and the reason given; the oldest may have none. Changing a frozen week needs a reason. The cost of the plan is in weighted minutes late: the lower it is, the better due dates are met; an action without a date weighs very heavily. Two versions are compared on the actions they share; those found in only one are listed as such.
help-cascade = What do our actions serve? From the strategic line to the objective, then to the process, then to upcoming and completed actions.
help-cascade-do =
    Go down from a line to its objectives.
    Find the objectives without a line: they have not yet said what they serve.
    Open what an objective needs.
help-cascade-read = Strategic lines are written in the process sheets, with the objectives. An objective without an owner or a period is a draft: it creates no action. The number of upcoming actions is that of the plan in force; the number done comes from what was logged. From an action, “Why” climbs the same path the other way.
help-actions = Which actions serve an objective? Those of its process that start, or are due, within its period.
help-actions-do =
    Open a placed action: the board shows it with what is around it.
    Go back up to the objective to see the line that it serves.
help-actions-read = Actions ahead come first, day by day, then those that are done. One sees only those that one may see elsewhere: one’s own, those of the team, or all. Beyond five hundred, only the first are shown.
help-accounts = Which companies are our customers, and where are they? The list of those within your reach, to sort, filter and save as a view.
help-accounts-do =
    Search by the beginning of the name, or filter by sector and country.
    Edit a cell: Enter opens it, Escape cancels, Ctrl+Z undoes.
    Tick several rows to change one value in all of them, or add an account.
help-accounts-read = Columns, widths and order are kept on this device; a view, however, can be shared with your unit. Your reach depends on your role: your own accounts, the team’s, or all. When two people work on the same record, the second sees what the first wrote and chooses; nothing is overwritten. A name that looks like an existing one is pointed out before it is added. The export gives exactly the list shown.
help-opportunities = Where do our deals stand? Arranged by step, that is by customer progress, or as a list with amounts and dates.
help-opportunities-do =
    Create a deal: account, name, step reached, expected amount.
    Move it from one step to another, by dragging it or with Alt and the arrows.
    Open it to change its amount, its dates or its outcome.
help-opportunities-read = A step is passed when the customer gives evidence: without it, the move is refused and says what is missing. The steps come from the process the deal follows. The amount is the expected one, in the company’s currency. Once won or lost, a deal leaves this view: change the outcome shown to find it again.
help-account = Who is this customer, and where do we stand with them? Their identity, their deals, their contacts, the state of the relationship and everything that happened.
help-account-do =
    Create a deal with them, or open one.
    Add a contact, and record through which channels they agree to be reached.
    Read the timeline before calling.
help-account-read = The state of the relationship is explained: each reason cites the conversations, promises or silences behind it. Consent to be contacted has a date and a source; a refusal always prevails. What you write offline waits on this device and is sent once only. Contacts are people: what is kept about them has an end date, and they may ask to see it.
help-opportunity = Where does this deal stand, and what does it take to move it forward? Its facts, the steps passed and to come, what was said about it.
help-opportunity-do =
    Edit the amount, dates and outcome; every change can be undone.
    Move it to the next step once the evidence is there.
    Read the conversations about it again.
help-opportunity-read = A step is progress made by the customer, not a task of ours: it is left with evidence the customer has given, which may be valid for a limited time. The opening date is when the deal came in; the closing date, when it was won or lost. If somebody else changes it while you are writing, you see both values and choose.
help-approvals = Which won deals are to be confirmed? Those that nobody judged yet, and those whose amount, customer or day changed since.
help-approvals-do =
    Open a deal: what the customer gave, the verdict before.
    Confirm it, or refuse it and say why; without evidence from the customer, say what you have seen.
    Choose a day to leave aside what was won before.
help-approvals-read = Whoever recorded a deal, leads it, held or wrote down a conversation about it does not confirm it, whatever their roles: the attempt is refused and written in the access journal. Evidence from the customer is that of a step, or a file attached to an action. A verdict is never erased: the next one replaces it, and all stay readable on the deal. The count stops at a thousand.
help-function = What waits for my function, and what can I follow? What your roles have to approve, and the pages that your rights open.
help-function-do =
    Follow the first link: it leads to what waits.
    Open a page that your rights give you.
help-function-read = Only what your roles open is counted. A page that is absent is not hidden: it asks for a right that you do not have; an administrator can give it, unless two duties do not go together.
help-indicators = Where do we stand? Actual against planned, indicator by indicator, each with its owner and the decision it supports.
help-indicators-do =
    Open a number: the facts behind it, one by one.
    Recalculate it from the facts if in doubt.
    Download the proof file to show it outside Atelier.
help-indicators-read = An indicator has a formula written in the process sheet; nothing is entered by hand here. A number counts objects that can be listed, and says what it is divided by. The planned value comes, for the same period, from the actions of the plan in force (contacts, proposals), from the objectives on the day on which it is due (customers, deals, revenue, margin) and from the process sheet (yields, lead times). The facts behind a number open to those who read the plan or the facts, as far as what they may see. An indicator without an owner is not an indicator. Too small a number of cases is reported as such, rather than shown as a trend.
help-processes = How do our customers move forward? Each process is a path of customer progress, with the work that helps along it, an owner and seven levels to fill in.
help-processes-do =
    Open a process to read or edit its steps.
    Create one: two steps are enough to start.
    Look at the empty levels: they say what is missing before it can be launched.
help-processes-read = The seven levels go from the objective to the resources. A process with an empty level can be planned, but not launched. Remarks count what looks odd in the sheet without being forbidden. The version number goes up with each publication; earlier versions stay readable. The sheet is a text: the command line reads the same one.
help-process = How does the customer move forward here, step by step, and what work helps? The drawing and the text are two views of the same sheet.
help-process-do =
    Select a step to edit its name, yield, lead time or operations.
    Publish once the text can be read: this creates a new version.
    Compare versions, or take the text of an earlier one.
help-process-read = The yield is the share of those entering the step who move on to the next one. Lead times are in days, work in minutes. A fault prevents publishing and is shown at its line; a remark prevents nothing. Each edit changes only its own line: your comments stay. Publishing does not change any date of the plan in force: the plan has to be remade. What you typed and did not publish waits for you here.
help-objectives = What do we have to produce, by when, and who answers for it? The objectives of all processes, with their period and their owner.
help-objectives-do =
    See whether it can be met: the link leads to the load.
    Change it in the text of its process.
    Spot those whose period is over.
help-objectives-read = An objective is a quantity over a period: contacts, proposals, new customers, deals, revenue or margin. It is written in the sheet of its process, as the first of the seven levels; it cannot be changed anywhere else. An amount is turned into a number of deals using the average value given in the sheet. Without an owner and a period, it is a draft that the plan ignores.
help-workshop = Who works, and when? People by team, their hours and skills, absences on a timeline, public holidays and days that differ.
help-workshop-do =
    Add or edit an absence: choose the person, the first day and the last day, both included.
    Change somebody’s working time, or the share given to planned actions.
    Add a person: their name, their work, their hours.
    Add a long weekend, a meeting, a shorter day.
help-workshop-read = The week is the one of the working hours, shortened by part time, before absences and public holidays. “Plannable” is the share of it given to the actions of the plan; the rest goes to the unforeseen. An absence prevails over everything, then a day that differs, then a public holiday, then the working hours. The plan is not remade by itself: a button asks for it after each change. Every change can be undone. The Text tab shows the whole sheet.
help-imports = What do our old files say? The export of your previous tool, read, checked, then written in one go, or not at all.
help-imports-do =
    Drop the files, CSV or workbooks; one file of deals is enough.
    Say what each column contains: suggestions come from the headings and the first rows.
    Read first without writing: what cannot be read is shown row by row.
help-imports-read = Nothing is written before you agree, and a whole import can be undone. Importing the same file twice adds nothing: records are recognised by their identifier. The stages of the previous tool are tied to the steps of a process; those you do not tie stay as they were written. Amounts take the currency you choose, dates the format you give.
help-users = Who can sign in, and to do what? People, their roles, their unit, and the units themselves.
help-users-do =
    Invite somebody: the link is shown only once and works for seven days.
    Change a role or a unit; it takes effect at once.
    Disable whoever leaves: their keys and their access end immediately.
help-users-read = A role says what is allowed, the unit says how far: one’s own, the team’s, or everything. A seller is tied to a person in the workshop by their code: that is how they read their day. Some combinations of roles require you to name the control that makes up for them. The last administrator cannot be removed. Passwords cannot be read anywhere: if one is lost, a new link is mailed to that person, and to nobody else. Nobody changes their own roles.
help-jobs = What is the server doing right now? Everything that takes time: a plan that was asked for, a check of the ledger, how far along they are and how they ended.
help-jobs-do =
    Follow a job: its progress updates by itself.
    Cancel one you no longer need: nothing is left half done.
    Read why a job failed.
help-jobs-read = A job waits its turn while another one runs. If it is interrupted, what it has already saved stays whole, and it resumes when the server restarts. A plan you ask for replaces the previous one when it is ready, never before. Recurring jobs, such as the check, appear here too. Older ones are at the bottom.
help-journal = Who tried to read what? Refusals, and what people who can read everything have read or written.
help-journal-do =
    Look for repeated refusals of one person: a wrongly assigned role, or curiosity.
    Read what an administrator or an auditor did.
    Go back in time by following the list.
help-journal-read = A line says when, who, which permission was asked for, on which object, and the outcome. It can be neither corrected nor erased before its retention period ends. Asking for something out of reach is answered as if it did not exist, and is recorded here. Each proof taken from the ledger is here too. An ordinary read by somebody within their role is not recorded: the journal does not watch people at work.
help-keeping = What do we keep about the people at our customers, until when, and with what consent? And what, on our side, is waiting for the works council.
help-keeping-do =
    Record the consultation of the council, with its date and where the proof is.
    See who has reached the end of their retention period, and ask them once whether they want to stay.
    End the terms that are over: to the archive when a contract may have to be proved, else erased.
    Open a person to hand over what is known about them, or to erase them.
help-keeping-read = Until the consultation is recorded, whatever observes a person at work stays closed, and the page says what. A retention period is counted from the last conversation. The archive is read by compliance and audit only, until its term; taking somebody out puts everything back. Erasing is final: the name and contact details disappear, the facts needed for the accounts stay without them. Handing over produces a readable file with everything that is kept.
help-settings = How does Atelier talk to other tools? Your keys for programs, and the addresses notified of events.
help-settings-do =
    Create a key: name the program, how long the key lasts, and what it may do.
    Withdraw a key that is no longer used.
    Have an address notified, then test it.
help-settings-read = A key can do what you can do, never more; if your rights are reduced, so are the key’s. Its text is shown only once and is stored only as a fingerprint. A notified address receives messages signed with a secret, to be checked on the other side; if there is no answer, they are sent again. Your calendar needs no key: its secret address is created on the Calendar page.
