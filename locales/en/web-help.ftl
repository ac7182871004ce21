# web-help

help-day = Whom to call, in which order, towards which progress of the customer, and why now. The list follows the plan: it changes when the plan changes, when you postpone or refuse an action with a reason, when a conversation is captured.
help-day-read = An action carries a shape and a word: on time, tight, late. Enter opens what explains it. Actions without a place are at the bottom, with their cause.
help-plan = Can we make the objective? The load comes from the objective through the yields of the steps and the times of the actions; the capacity comes from the calendars.
help-plan-read = The bars are the load of each week, the line is the capacity. Above the line, work waits: the cumulated shortage says how many hours and by which week.
help-market = The firms, the people there and the deals under way. A step is a progress of the customer, not what we do: a deal moves on when the proof comes from them.
help-market-read = The list is sorted, filtered and kept as a view. Enter edits a cell, Escape gives up, Ctrl+Z undoes. Two people on one record: the second chooses, nothing is overwritten.
