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
