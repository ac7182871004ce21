# A company that has no plan yet.
begin-what = There is no plan yet.
begin-why = This page fills with the first one. It takes three steps:
begin-people = The team and its hours.
begin-aim = A process, with its objective.
begin-plan = The plan: who does what, and when.
begin-done = done
begin-make = Make the first plan
begin-ask = Management or sales operations make the first plan: ask them.
begin-going = The plan is being made. The page opens as soon as it is ready.
begin-failed = The plan was not made.
