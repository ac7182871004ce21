# The workshop: who works, and when

workshop-question = Who works, and when?
workshop-sentence =
    { $count ->
        [one] One person
       *[other] { $n } people
    }{ $teams ->
        [0] {""}
        [one] {" in one team"}
       *[other] {" in "}{ $teams } teams
    }: { $hours } of work per week, { $planned } of it for planned actions.
workshop-none = No workshop has been written yet.
workshop-none-why = The workshop says who works, at what hours, and who is away. Without it, a plan cannot know how much time there is.
workshop-begin = Write the workshop
workshop-unreadable = This version of the workshop can no longer be read.
workshop-unreadable-why = It was saved by an older program. Correct the text: faults are shown at their line when you save it.
workshop-views = Views of the workshop
workshop-view-people = People
workshop-view-absences = Absences
workshop-view-days = Hours and holidays
workshop-view-text = Text

## The plan

## People
workshop-look = Search for a name, a team, a skill
workshop-nobody = Nobody is listed in the workshop.
workshop-nobody-why = Without anybody, no plan can schedule anything. Add the first person, with their work and their hours.
workshop-nobody-found = Nobody matches this search.
workshop-nobody-found-why = It looks at names, teams, kinds of work and skills.
workshop-no-team = Without a team
workshop-team =
    { $count ->
        [one] one person
       *[other] { $n } people
    } · { $planned } plannable per week
workshop-person = Person
workshop-calendar = Working hours
workshop-no-calendar = No hours
workshop-part = part time { $share }
workshop-week = Week
workshop-planned = Plannable
workshop-skills = Skills
workshop-next-away = Next absence
workshop-change = Edit
workshop-change-of = Edit the hours of { $name }
workshop-hours-of = Hours of { $name }
workshop-hours-changed = Hours of { $name } changed.
workshop-person-add = Add a person
workshop-person-do = Add
workshop-person-added = { $name } is in the workshop.
workshop-name = Name
workshop-name-missing = Enter a name.
workshop-code = Code
workshop-code-hint = Short, without accents. Plans and imports refer to the person by it; it does not change afterwards.
workshop-code-missing = Enter a code.
workshop-kind = Kind of work
workshop-part-time = Working time, in %
workshop-part-time-hint = 100 for full time. Each day is shortened from its end.
workshop-share = Share given to planned actions, in %
workshop-share-hint = The rest goes to the unforeseen, to meetings, to incoming calls.
workshop-no-share = Enter a percentage, from 1 to 100.
workshop-team-of = Team
workshop-skills-hint = Separated by commas.

## Absences
workshop-absences-sentence =
    { $count ->
        [0] Nobody is away
        [one] One person is away
       *[other] { $n } people are away
    } for at least one day, from { $from } to { $to }.
workshop-months = Months shown
workshop-months-before = Three months earlier
workshop-months-after = Three months later
workshop-absence-add = Add an absence
workshop-absence-do = Add
workshop-absence-of = Absence of { $name }
workshop-absence-remove = Remove the absence
workshop-absence-change-of = Edit the absence of { $name }, { $days }
workshop-absence-added = Absence of { $name } added: { $days }.
workshop-absence-changed = Absence of { $name } changed: { $days }.
workshop-absence-removed = Absence of { $name } removed: { $days }.
workshop-no-absence = No absence in these six months.
workshop-no-absence-why = An absence takes the person out of the plan on those days.
workshop-no-absence-next = The next one starts in { $month }.
workshop-see-month = See { $month }
workshop-first-day = First day away
workshop-last-day = Last day away
workshop-last-day-hint = This day is included.
workshop-no-day = Enter a day.
workshop-away = { $first } to { $last }
workshop-legend-away = absence
workshop-legend-closed = closed for everybody
workshop-legend-today = today
workshop-other-writing = These absences are written as separate tables.
workshop-other-writing-why = This form only edits absences written as a list. Edit them in the text.

## Hours and days
workshop-calendars = Weekly hours
workshop-calendar-of =
    { $hours } per week · { $count ->
        [0] nobody follows it
        [one] one person follows it
       *[other] { $count } people follow it
    }
workshop-day-mon = Mon
workshop-day-tue = Tue
workshop-day-wed = Wed
workshop-day-thu = Thu
workshop-day-fri = Fri
workshop-day-sat = Sat
workshop-day-sun = Sun
workshop-off = off
workshop-differ = Days that differ
workshop-no-day-differs = None: add a long weekend, a meeting or a shorter day here.
workshop-closed = closed
workshop-everybody = everybody
workshop-day-add = Add a day
workshop-day-of = Day that differs: { $day }
workshop-day-change-of = Edit { $day }
workshop-day-added = Day added: { $day }.
workshop-day-changed = Day changed: { $day }.
workshop-day-remove = Remove the day
workshop-day-removed = Day removed: { $day }.
workshop-day-on = Day
workshop-day-fr = Name in French
workshop-day-hint = For example “Pont de l’Ascension”.
workshop-day-en = Name in English
workshop-no-name = Give the day a name.
workshop-day-who = Who is concerned
workshop-day-hours = Hours worked
workshop-day-hours-hint = For example 09:00-12:00, 13:30-16:00. Leave empty if nobody works.
workshop-holidays = Public holidays
workshop-holidays-of = Public holidays of
workshop-holidays-fr = France
workshop-holidays-fr-57 = Moselle
workshop-holidays-fr-67 = Bas-Rhin
workshop-holidays-fr-68 = Haut-Rhin
workshop-holidays-none = none
workshop-holidays-changed = The public holidays are changed.
workshop-holidays-computed = They are calculated, never listed. To work on a public holiday, add a day that differs, with its hours.

## Text
workshop-text-why = The text is the truth: the forms change one line of it and leave the others alone, comments included. The command line reads the same text.
workshop-text-of = Text of the workshop
workshop-text-changed = Changed, not saved
workshop-text-kept = Version { $version }, saved
workshop-text-keep = Save
workshop-kept = Workshop saved, version { $version }.
workshop-meanwhile = Somebody else changed the workshop in the meantime.
workshop-meanwhile-why = Your text is still here. Keep it and it replaces theirs, or look at the newer version first.
workshop-keep-mine = Keep my text
workshop-see-theirs = See the newer version
workshop-over-theirs = Make my change on top of it
workshop-moved = The workshop has changed again since then.
workshop-moved-why = Undoing would erase the change that followed. Edit again what is needed.
