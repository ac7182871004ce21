# web-list

## Lists
list-columns = Columns
list-before = Put “{ $name }” before
list-after = Put “{ $name }” after
list-as-before = As it was at first
list-resize = Width of “{ $name }”
list-choose = Choose { $name }
list-choose-all = Choose all that is shown
list-choose-500 = Choose the first 500
list-chosen = { $count ->
    [one] { $count } chosen
   *[other] { $count } chosen
  }
list-clear = Choose none
list-wrong-keys = Correct and confirm with Enter, or give up with Escape.
list-keys = Arrows to move, Enter to open or change, Space to choose.

## Views
view-title = Saved views
view-keep = Keep this view
view-do = Keep
view-name = Name of the view
view-what = It keeps the filters and the order, not the data: each reader sees what their rights give.
view-no-name = Give the view a name.
view-share = Share it with the team { $unit }
view-shared-name = { $name } (team { $unit })
view-kept = View kept: { $name }.
view-mine = My views
view-drop = Delete
view-drop-name = Delete the view { $name }
view-dropped = View deleted: { $name }.
