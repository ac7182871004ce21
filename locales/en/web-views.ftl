# web-views

## Views
view-title = Saved views
view-keep = Save this view
view-do = Save
view-name = Name of the view
view-what = It keeps the filters and the sort order, not the data: each reader sees only what their rights allow.
view-no-name = Give the view a name.
view-share = Share it with team { $unit }
view-shared-name = { $name } (team { $unit })
view-kept = View saved: { $name }.
view-mine = My views
view-drop = Delete
view-drop-name = Delete the view { $name }
view-dropped = View deleted: { $name }.

## Filters
narrow-every-state = All states
narrow-state = State
narrow-every-who = Everybody
narrow-who = Who
narrow-every-kind = All jobs
narrow-kind = Kind of job
narrow-every-outcome = All outcomes
narrow-none = Nothing matches these filters.
narrow-none-read = Among the { $count } lines read. Older ones are further down.
narrow-all = Show everything
narrow-ahead = to do
narrow-done = done
narrow-unplaced = without a date
narrow-there = in place
