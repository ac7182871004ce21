# web-help

help-day = Qui appeler, dans quel ordre, vers quel progrès du client, et pourquoi maintenant. La liste suit le plan : elle change quand le plan change, quand vous reportez ou refusez une action avec un motif, quand une conversation est saisie.
help-day-read = Une action porte une forme et un mot : à l’heure, tendue, en retard. Entrée ouvre ce qui l’explique. Les actions sans place sont en bas, avec leur cause.
help-plan = Peut-on tenir l’objectif ? La charge vient de l’objectif par les rendements des étapes et les temps des actions ; la capacité vient des calendriers.
help-plan-read = Les barres sont la charge de chaque semaine, la ligne est la capacité. Au-dessus de la ligne, le travail attend : le manque cumulé dit combien d’heures et à quelle semaine.
help-market = Les sociétés, leurs interlocuteurs et les affaires en cours. Une étape est un progrès du client, pas ce que nous faisons : une affaire avance quand la preuve vient de lui.
help-market-read = La liste se trie, se filtre et se garde comme vue. Entrée modifie une case, Échap y renonce, Ctrl+Z annule. Deux personnes sur la même fiche : la seconde choisit, rien n’est écrasé.
