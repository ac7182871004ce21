# Une entreprise qui n’a pas encore de plan.
begin-what = Il n’y a pas encore de plan.
begin-why = Cette page se remplira avec le premier. On y vient en trois temps :
begin-people = L’équipe et ses horaires.
begin-aim = Un processus, avec son objectif.
begin-plan = Le plan : qui fait quoi, et quand.
begin-done = fait
begin-make = Faire le premier plan
begin-ask = La direction ou l’administration des ventes fait le premier plan : demandez-le-leur.
begin-going = Le plan est en train d’être fait. La page s’ouvrira dès qu’il sera prêt.
begin-failed = Le plan n’a pas été fait.
