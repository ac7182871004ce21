# web-list

## Lists
list-columns = Columns
list-before = Move “{ $name }” earlier
list-after = Move “{ $name }” later
list-as-before = Reset the columns
list-resize = Width of “{ $name }”
list-choose = Select { $name }
list-choose-all = Select everything shown
list-choose-most = Select the first rows, { $most } at most
list-choose-whole = Select all { $count } rows
list-chosen =
    { $count ->
        [one] { $count } row selected
       *[other] { $count } rows selected
    }
list-clear = Select none
list-wrong-keys = Correct it and confirm with Enter, or cancel with Escape.
list-keys = Arrows to move, Enter to open or edit, Space to select.
